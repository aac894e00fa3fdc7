/** What a column claims to be: by its hashtag, its name, the label in its form, its neighbours, and by its values. */
import type { Evidence } from './column-evidence.ts';
import { type FieldPath, foldWords, type Guess, type KeptBecause, type Said } from './contract.ts';
import { figureField, readCountHeading } from './figure-words.ts';
import { isFormExport, isOfTheForm, questionOf, submissionId } from './form-columns.ts';
import { fieldOfTag } from './hxl.ts';
import { SYNONYMS } from './synonyms.ts';

export interface NamedColumn {
  header: string;
  /** All of the table. */
  headers: readonly string[];
  tag: string | undefined;
  evidence: Evidence;
  /** What its form asks, in the form's languages. */
  labels: readonly string[];
  /** It stands after a harm whose parts it may count. */
  beside?: { field: FieldPath; harm: string; addsUp: { hits: number; of: number } };
}

/** Columns that number the rows of a sheet, unless they hold more than 1, 2, 3. */
const ROW_NUMBERS: ReadonlySet<string> = new Set(
  ['n', 'no', 'nr', 'num', 'numero', 'sn', 's n', 'رقم', 'م', 'id'].map(foldWords),
);
const STATUS_NAMES = /(^| )(status|statut|etat|validation|verification|verified|verifie|حاله|تحقق)( |$)/u;
const ID_WORDS = /(^| )(id|code|ref|no|nr|n|num|numero|case|رقم|رمز)( |$)/u;
/** Say of a heading only what every heading of such a table is about. */
const COMMON: ReadonlySet<string> = new Set(
  'of the a an in for and or de du des la le les l d s a et au aux en incident incidents event events evenement evenements fait faits حادث حدث واقعه'.split(
    ' ',
  ),
);

/** Why a column is left beside the record though it was recognised; `null` when it may fill a field. */
export function keptBecause({ header, headers, tag, evidence }: NamedColumn): KeptBecause | null {
  if (tag !== undefined && fieldOfTag(tag)) return null;
  const folded = foldWords(header);
  if (isFormExport(headers) && isOfTheForm(header) && header !== submissionId(headers)) return 'form';
  if (questionOf(header, headers, evidence) !== null) return 'choice';
  if (evidence.filled.length === 0) return null;
  if (evidence.countsRows && ROW_NUMBERS.has(folded)) return 'row_numbers';
  if (evidence.statuses || (STATUS_NAMES.test(folded) && evidence.fewWords)) return 'status';
  if (readCountHeading(header)?.others && evidence.supports('killed.all.best')) return 'others';
  return evidence.yesNo === 'words' ? 'yes_no' : null;
}

/** The fields that a column may fill, each with how sure that is and why. */
export function candidatesFor(column: NamedColumn): Guess[] {
  const { header, headers, tag, evidence, labels, beside } = column;
  const tagged = tag === undefined ? null : fieldOfTag(tag);
  if (tagged) return [{ header, field: tagged, confidence: 1, evidence: [{ says: 'hashtag', text: tag ?? '' }] }];
  if (header === submissionId(headers))
    return [{ header, field: 'external_id', confidence: 0.95, evidence: [{ says: 'form_id' }] }];
  const found: Guess[] = [];
  const claim = (field: FieldPath, name: number, said: Said) => {
    if (evidence.against(field)) return;
    const values = evidence.supports(field);
    const confidence = Math.min(0.95, name + (values ? 0.15 : 0) - found.length * 0.02);
    found.push({ header, field, confidence, evidence: values ? [said, values] : [said] });
  };
  for (const { field, cover, text } of [header, ...labels].flatMap((text) => fieldsNamed(text))) {
    claim(field, cover === 1 ? 0.8 : 0.5 + 0.25 * cover, { says: labels.includes(text) ? 'label' : 'name', text });
  }
  if (beside && !evidence.against(beside.field)) {
    const { harm, field, addsUp } = beside;
    const sums = addsUp.of > 0 && addsUp.hits >= addsUp.of * 0.8;
    found.push({
      ...{ header, field, confidence: sums ? 0.9 : 0.62 },
      evidence: [
        { says: 'beside', text: harm },
        ...(sums ? [{ says: 'adds_up' as const, ...addsUp, text: harm }] : []),
      ],
    });
  }
  for (const { field, confidence, said } of evidence.suggestions) {
    const isId = field === 'external_id' && ID_WORDS.test(foldWords(header));
    found.push({ header, field, confidence: confidence + (isId ? 0.15 : 0), evidence: [said] });
  }
  return found;
}

/** “Attackers” is what “attacker” is; both are written. */
const singular = (text: string): string => text.replaceAll(/(\p{L}{3,})s(?= |$)/gu, '$1');

/** “Loc”, “Desc.”, “Préf.”: the beginning of names that all mean one field; `null` where they do not. */
function shortened(text: string): FieldPath | null {
  if (!/^\p{L}{3,5}$/u.test(text)) return null;
  const fields = new Set(
    [...SYNONYMS].filter(([name]) => name.startsWith(text) && !name.includes(' ')).map(([, field]) => field),
  );
  const [only, ...others] = fields;
  return only && others.length === 0 ? only : null;
}

/** A heading with more words is a text; every run of its words would be looked up. */
const MOST_WORDS = 40;

interface Named {
  field: FieldPath;
  /** How much of the name says so: 1 for all of it. */
  cover: number;
  text: string;
}

/**
 * The fields that a name may mean, the likeliest first: the whole name, its last part where forms write their groups
 * before it (`victimes/tues`), what it counts, then the longest runs of its words, later ones first (`coordonnées GPS
 * latitude`).
 */
function fieldsNamed(header: string): Named[] {
  const found = new Map<FieldPath, Named>();
  const add = (field: FieldPath | null | undefined, cover: number, text = header) => {
    if (field && (found.get(field)?.cover ?? 0) < cover) found.set(field, { field, cover, text });
  };
  const spaced = header.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  const name = foldWords(spaced);
  const last = foldWords(spaced.slice(spaced.lastIndexOf('/') + 1));
  for (const text of [name, foldWords(header), last]) add(SYNONYMS.get(text), 1);
  add(shortened(last), 0.85);
  for (const text of [name, last]) add(SYNONYMS.get(singular(text)), 1);
  const counted = readCountHeading(header);
  if (counted?.others) return [...found.values()];
  if (counted) add(figureField(counted), counted.rest === 0 ? 1 : 1 / (1 + counted.rest));
  const words = name.split(' ').slice(0, MOST_WORDS);
  const axis = SYNONYMS.get(words.at(-1) ?? '');
  if (axis === 'latitude' || axis === 'longitude') add(axis, 1);
  const weight = (some: readonly string[]) => some.filter((word) => !COMMON.has(word)).join('').length;
  const whole = Math.max(1, weight(words));
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = words.length - length; from >= 0; from--) {
      const part = words.slice(from, from + length);
      // Short words such as "no", "x" or "to" mean something only when they are the whole name.
      const field = part.join(' ').length > 3 ? SYNONYMS.get(part.join(' ')) : undefined;
      add(field, Math.min(1, weight(part) / whole));
    }
  }
  return [...found.values()].sort((a, b) => b.cover - a.cover);
}
