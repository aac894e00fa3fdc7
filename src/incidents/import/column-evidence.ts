/** What the values of a column speak for and against, counted. */
import { foldName, iso3FromName } from '../../places/index.ts';
import { guessDateOrder, parseCoordinate, parseDate, parseNumber } from '../../platform/files/index.ts';
import { type EvidenceCode, type FieldPath, foldWords, type Said } from './contract.ts';
import { isPosition } from './point.ts';
import { ACTOR_LABELS, EVENT_LABELS, PLACE_PRECISION_LABELS, TIME_PRECISION_LABELS } from './value-words.ts';

/** Names that the mission holds already, folded by `foldName`; empty where nothing is known. */
export interface KnownNames {
  places: ReadonlySet<string>;
  adm1: ReadonlySet<string>;
  adm2: ReadonlySet<string>;
  actors: ReadonlySet<string>;
  /** Whether a point lies in an area of the mission's boundaries; `null` where it has none. */
  isHome(point: readonly [lon: number, lat: number]): boolean | null;
}

const NONE: ReadonlySet<string> = new Set();
export const NOTHING_KNOWN: KnownNames = { places: NONE, adm1: NONE, adm2: NONE, actors: NONE, isHome: () => null };

interface Suggestion {
  field: FieldPath;
  confidence: number;
  said: Said;
}

export interface Evidence {
  /** Cells with anything in them. */
  filled: readonly string[];
  /** What in the values agrees with a field; `null` when they tell nothing. */
  supports(field: FieldPath): Said | null;
  /** Whether hardly anything in the column is what the field takes. */
  against(field: FieldPath): boolean;
  /** They only number the rows, so they name no record: the next sheet begins at 1 again. */
  countsRows: boolean;
  /** Nothing but yes and no, in words or as 0 and 1. */
  yesNo: 'words' | 'figures' | null;
  /** Words such as “confirmed”. */
  statuses: boolean;
  /** A few words that come again and again. */
  fewWords: boolean;
  /** What the values alone suggest, the likeliest first, with how sure that is. */
  suggestions: readonly Suggestion[];
}

/** Most of them: a column has gaps and slips. */
const MOST = 0.8;
/** Names are spelt in many ways: half of them known is much. */
const MANY = 0.5;
/** What speaks against a column's own name: hardly anything in it is what the name says. A row that is wrong is told. */
const FEW = 0.3;
const LONG_TEXT = 80;
const FEW_WORDS = 12;
/** A number of the office's own: letters, figures and what parts them, with a figure in it. */
const ID = /^(?=.{1,40}$)(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{N}/_.:-]*$/u;

const words = (list: string): ReadonlySet<string> => new Set(list.split(',').map(foldWords));
const YES_NO = words('yes, no, y, n, oui, non, o, true, false, vrai, faux, نعم, لا, x, unknown, inconnu, غير معروف');
const STATUSES = words(
  'confirmed, unconfirmed, not confirmed, verified, unverified, not verified, under verification, pending, ongoing, open, closed, to be confirmed, to be verified, disproved, false, approved, not approved, on hold, confirme, non confirme, verifie, non verifie, en cours, a verifier, a confirmer, en attente, clos, ouvert, infirme, مؤكد, غير مؤكد, تم التحقق, قيد التحقق, لم يتم التحقق, مغلق, مفتوح, قيد المتابعة',
);

export function columnEvidence(values: readonly string[], known: KnownNames = NOTHING_KNOWN): Evidence {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const of = filled.length;
  const tally = (says: EvidenceCode, holds: (value: string) => boolean): Said => ({
    says,
    hits: filled.filter(holds).length,
    of,
  });
  const share = ({ hits }: Said) => (of === 0 ? 0 : (hits ?? 0) / of);
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };

  const dates = once((): Said => {
    const order = guessDateOrder(filled);
    return { ...tally('dates', isDate), ...(order ? { text: order } : {}) };
  });
  const counts = once(() => tally('counts', isCount));
  const degrees = once(() => filled.flatMap(degreesOf));
  const latitudes = once(
    (): Said => ({ says: 'latitudes', hits: degrees().filter((d) => Math.abs(d) <= 90).length, of }),
  );
  const longitudes = once((): Said => ({ says: 'longitudes', hits: degrees().length, of }));
  const positions = once(() => tally('positions', isPosition));
  const types = once(() => tally('event_words', (value) => EVENT_LABELS.has(foldWords(value))));
  const actors = once(() =>
    tally('actors', (value) =>
      value.split(/\s*[;|]\s*/).some((name) => known.actors.has(foldName(name)) || ACTOR_LABELS.has(foldWords(name))),
    ),
  );
  const named = (says: EvidenceCode, names: ReadonlySet<string>) =>
    once(() => tally(says, (value) => names.has(foldName(value))));
  const places = named('places', known.places);
  const adm1 = named('adm1', known.adm1);
  const adm2 = named('adm2', known.adm2);
  const countries = once(() => tally('countries', (value) => value.length > 1 && iso3FromName(value) !== null));
  const links = once(() => tally('links', (value) => /^https?:\/\/\S+$/i.test(value)));
  const ids = once((): Said => ({ says: 'ids', hits: new Set(filled).size, of }));
  const timePrecisions = once(() => tally('precisions', (value) => TIME_PRECISION_LABELS.has(foldWords(value))));
  const placePrecisions = once(() => tally('precisions', (value) => PLACE_PRECISION_LABELS.has(foldWords(value))));
  const meanLength = filled.reduce((sum, value) => sum + value.length, 0) / Math.max(1, of);
  const distinct = new Set(filled.map(foldWords));

  /** 1, 2, 3, … down the rows; below them a sum or a note. */
  const numbers = filled.filter((value) => /^\d+$/.test(value));
  const countsRows = numbers.length > 1 && numbers.every((value, index) => value === String(index + 1));

  /** What a field's values must be, and what they may be. */
  function fits(field: FieldPath): { said: Said; must: boolean; least: number } | null {
    const must = (said: Said) => ({ said, must: true, least: MOST });
    const may = (said: Said, least = MANY) => ({ said, must: false, least });
    if (field.includes('.')) return must(counts());
    switch (field) {
      case 'date':
      case 'date_to':
      case 'source_date':
        return must(dates());
      case 'latitude':
        return must(latitudes());
      case 'longitude':
        return must(longitudes());
      case 'coordinates':
        return must(positions());
      case 'type':
        return may(types());
      case 'place':
        return may(places());
      case 'adm1':
        return may(adm1());
      case 'adm2':
        return may(adm2());
      case 'country':
        return may(countries());
      case 'perpetrator':
      case 'target':
      case 'party':
        return may(actors());
      case 'source_reference':
        return may(links(), MOST);
      case 'time_precision':
        return may(timePrecisions());
      case 'place_precision':
        return may(placePrecisions());
      case 'external_id':
        return may(ids(), 1);
      default:
        return null;
    }
  }

  /** Fields of words: a count of victims is often called “victims”, a year “period”. */
  const WORDY: ReadonlySet<FieldPath> = new Set(
    'type,title,place,adm1,adm2,country,perpetrator,target,party,narrative,source'.split(',') as FieldPath[],
  );

  return {
    filled,
    countsRows,
    yesNo: yesOrNo(distinct),
    statuses: of > 1 && [...distinct].every((word) => STATUSES.has(word)),
    supports: (field) => {
      const found = of === 0 ? null : fits(field);
      return found && share(found.said) >= found.least ? found.said : null;
    },
    against: (field) => {
      if (of === 0) return false;
      if (WORDY.has(field)) return share(counts()) >= MOST || share(dates()) >= MOST;
      const found = fits(field);
      return found?.must === true && share(found.said) < FEW;
    },
    fewWords: distinct.size <= FEW_WORDS,
    suggestions: of < 2 ? [] : suggest(),
  };

  function suggest(): Suggestion[] {
    const fine = share(tally('latitudes', (value) => /\d[.,]\d{2,}|°/.test(value))) >= MOST;
    if (share(dates()) >= MOST && share(counts()) < MOST) return [{ field: 'date', confidence: 0.6, said: dates() }];
    if (share(positions()) >= MOST && (fine || share(counts()) < FEW))
      return [{ field: 'coordinates', confidence: 0.8, said: positions() }];
    if (fine && degrees().length >= of * MOST) {
      // Of two such columns the first is the latitude, as people write them.
      const longitude = { field: 'longitude', confidence: 0.58, said: longitudes() } as const;
      return share(latitudes()) >= MOST
        ? [{ field: 'latitude', confidence: 0.6, said: latitudes() }, longitude]
        : [{ ...longitude, confidence: 0.6 }];
    }
    if (share(counts()) >= MOST) return [];
    if (share(links()) >= MOST) return [{ field: 'source_reference', confidence: 0.75, said: links() }];
    if (share(types()) >= 0.6) return [{ field: 'type', confidence: 0.75, said: types() }];
    if (share(countries()) >= MOST) return [{ field: 'country', confidence: 0.75, said: countries() }];
    return [...byNames(), ...byShape()];
  }

  /** Areas before places: some towns bear their area's name. */
  function byNames(): Suggestion[] {
    const named = [
      { field: 'adm1', said: adm1() },
      { field: 'adm2', said: adm2() },
      { field: 'place', said: places() },
    ] as const;
    const [best] = [...named].sort((a, b) => share(b.said) - share(a.said));
    if (best && distinct.size > 1 && share(best.said) >= 0.4)
      return [{ ...best, confidence: share(best.said) >= 0.6 ? 0.72 : 0.62 }];
    return share(actors()) >= 0.4 ? [{ field: 'party', confidence: 0.6, said: actors() }] : [];
  }

  function byShape(): Suggestion[] {
    if (meanLength > LONG_TEXT) return [{ field: 'narrative', confidence: 0.7, said: { says: 'long_texts', of } }];
    const isId = of >= 5 && new Set(filled).size === of && filled.every((value) => ID.test(value));
    return isId ? [{ field: 'external_id', confidence: 0.6, said: ids() }] : [];
  }
}

function yesOrNo(distinct: ReadonlySet<string>): Evidence['yesNo'] {
  if (distinct.size === 0) return null;
  if ([...distinct].every((word) => word === '0' || word === '1')) return 'figures';
  return [...distinct].every((word) => YES_NO.has(word) || word === '0' || word === '1') ? 'words' : null;
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
