/** What the values of a column speak for and against. */
import { parseCoordinate, parseDate, parseNumber } from '../../platform/files/index.ts';
import type { FieldPath } from './contract.ts';
import { isPosition } from './point.ts';

export interface Evidence {
  /** What in the values agrees with a field, as part of a sentence; `null` when they tell nothing. */
  supports(field: FieldPath): string | null;
  /** What in the values speaks against a field; `null` when nothing does. */
  against(field: FieldPath): string | null;
  /** They only number the rows, so they name no record: the next sheet begins at 1 again. */
  countsRows: boolean;
  /** What the values alone suggest. */
  suggestion: { field: FieldPath; reason: string } | null;
}

/** Most of them: a column has gaps and slips. */
const MOST = 0.8;
/** What speaks against a column's own name: hardly anything in it is what the name says. A row that is wrong is told. */
const FEW = 0.3;

export function columnEvidence(values: readonly string[]): Evidence {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const share = (holds: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
  const dates = share(isDate);
  const counts = share(isCount);
  const degrees = filled.flatMap(degreesOf);
  const degreeShare = filled.length === 0 ? 0 : degrees.length / filled.length;
  const within90 = degrees.filter((value) => Math.abs(value) <= 90).length >= degrees.length * MOST;
  const fine = share((value) => /\d[.,]\d{2,}|°/.test(value));
  const pairs = share(isPosition);
  const meanLength = filled.reduce((sum, value) => sum + value.length, 0) / Math.max(1, filled.length);
  const links = share((value) => /^https?:\/\//i.test(value));

  /** 1, 2, 3, … down the rows; below them a sum or a note. */
  const numbers = filled.filter((value) => /^\d+$/.test(value));
  const countsRows = numbers.length > 1 && numbers.every((value, index) => value === String(index + 1));

  function fits(field: FieldPath): { share: number; because: string } | null {
    if (filled.length === 0) return null;
    if (field.includes('.')) return { share: counts, because: 'its values are whole numbers' };
    switch (field) {
      case 'date':
      case 'date_to':
      case 'source_date':
        return { share: dates, because: 'its values are dates' };
      case 'latitude':
        return { share: degreeShare, because: 'its values lie between -90 and 90' };
      case 'longitude':
        return { share: degreeShare, because: 'its values lie between -180 and 180' };
      case 'coordinates':
        return { share: pairs, because: 'its values are positions' };
      case 'place':
      case 'adm1':
      case 'adm2':
      case 'country':
      case 'perpetrator':
      case 'target':
      case 'party':
      case 'narrative':
      case 'source':
        // A count of victims is often called "victims".
        return counts >= MOST ? { share: 0, because: 'words: its values are numbers' } : null;
      default:
        return null;
    }
  }

  return {
    supports: (field) => {
      const found = fits(field);
      return found && found.share >= MOST ? found.because : null;
    },
    against: (field) => {
      const found = fits(field);
      return found && found.share < FEW ? `hardly any of ${found.because}` : null;
    },
    suggestion: suggest(),
    countsRows,
  };

  function suggest(): Evidence['suggestion'] {
    if (filled.length < 2) return null;
    if (dates >= MOST && counts < MOST) return { field: 'date', reason: 'they are dates' };
    if (pairs >= MOST && fine >= MOST) return { field: 'coordinates', reason: 'they are pairs of coordinates' };
    if (degreeShare >= MOST && fine >= MOST) {
      return within90
        ? { field: 'latitude', reason: 'they are decimal numbers between -90 and 90' }
        : { field: 'longitude', reason: 'they are decimal numbers between -180 and 180' };
    }
    if (links >= MOST) return { field: 'source_reference', reason: 'they are links' };
    if (meanLength > 80) return { field: 'narrative', reason: 'they are long texts' };
    return null;
  }
}

function isDate(value: string): boolean {
  const { kind } = parseDate(value);
  return kind === 'value' || kind === 'ambiguous';
}

function isCount(value: string): boolean {
  const read = parseNumber(value);
  const values = read.kind === 'value' ? [read.value] : read.kind === 'ambiguous' ? read.readings : [];
  return values.some(Number.isInteger);
}

function degreesOf(value: string): number[] {
  const read = parseCoordinate(value);
  return read.kind === 'value' ? [read.value.degrees] : [];
}
