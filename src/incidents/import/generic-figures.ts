/** The harm table from the columns that a mapping gives it. */
import { parseNumber } from '../../platform/files/index.ts';
import { SEX_AGE, type SexAge } from '../../vocabulary/codes.ts';
import type { Estimate, Figure } from '../contract.ts';
import { CellRefused, wholeCount } from './cells.ts';
import { FIGURE_PATHS, type FieldPath, type Mapping } from './contract.ts';

const isSexAge = (part: string): part is SexAge => (SEX_AGE as readonly string[]).includes(part);

/**
 * Prepares for the columns of a file; the reader then takes a row's cells.
 * @throws CellRefused (from the reader) for what is no count.
 */
export function figureReader(columnsFor: ReadonlyMap<FieldPath, string[]>, mapping: Mapping) {
  const options = mapping.decimalComma === null ? {} : { decimalComma: mapping.decimalComma };
  const used = FIGURE_PATHS.flatMap((path) => {
    const header = columnsFor.get(path)?.[0];
    const constant = mapping.constants[path];
    if (header === undefined && constant === undefined) return [];
    const [harm, group, part] = path.split('.') as [Figure['harm'], Figure['group'], string];
    return [{ harm, group, part, header, constant, path }];
  });
  return (cells: Record<string, string>): Figure[] => {
    const figures = new Map<string, Figure>();
    for (const { harm, group, part, header, constant, path } of used) {
      const count = countFrom((header === undefined ? '' : cells[header]) || constant || '', header ?? path, options);
      if (count === null) continue;
      const key = `${harm}.${group}`;
      const figure = figures.get(key) ?? { harm, group, total: nothing(), bySexAge: {} };
      if (isSexAge(part)) figure.bySexAge[part] = { ...nothing(), best: count };
      else if (part === 'low' || part === 'best' || part === 'high') figure.total[part] = count;
      figures.set(key, figure);
    }
    return [...figures.values()].map(withTotal);
  };
}

function nothing(): Estimate {
  return { low: null, best: null, high: null };
}

/** Women, men, girls, boys and unknown make the total where the file gives none: it is never less than its parts. */
function withTotal(figure: Figure): Figure {
  const { total, bySexAge } = figure;
  const parts = Object.values(bySexAge).reduce((sum, part) => sum + (part.best ?? 0), 0);
  if (total.best !== null || total.low !== null || total.high !== null || Object.keys(bySexAge).length === 0)
    return figure;
  return { ...figure, total: { ...total, best: parts } };
}

function countFrom(text: string, header: string, options: { decimalComma?: boolean }): number | null {
  const plain = text.trim();
  if (plain === '') return null;
  if (/^\d{1,8}$/.test(plain)) return Number(plain);
  const read = parseNumber(plain, options);
  if (read.kind === 'value') return wholeCount(read.value, plain, header);
  if (read.kind === 'empty') return null;
  // 1,234 and 1.234 can only be a whole number of people.
  const whole = read.kind === 'ambiguous' ? read.readings.filter(Number.isInteger) : [];
  const [only, ...others] = whole;
  if (only !== undefined && others.length === 0) return wholeCount(only, plain, header);
  throw new CellRefused(`${header}: ${read.reason}`);
}
