/** Recognises a data set that we know by its headings. */
import { columnFinder } from './cells.ts';
import type { Schema } from './contract.ts';

export interface Recognised {
  schema: Schema;
  /** The slug that its rows are kept under unless somebody says otherwise. */
  dataset: string;
  /** A sentence for a person: what it was recognised by. */
  reason: string;
}

/** Every group of names must be there, in any case; of a group one name is enough. */
const KNOWN: readonly { schema: Schema; dataset: string; name: string; signs: readonly (readonly string[])[] }[] = [
  { schema: 'kinga', dataset: 'own', name: 'an export of Kinga', signs: [['kinga_id'], ['kinga_groups']] },
  {
    schema: 'ucdp',
    dataset: 'ucdp-ged',
    name: 'the UCDP Georeferenced Event Dataset',
    signs: [
      ['id', 'event_id'],
      ['type_of_violence'],
      ['side_a'],
      ['side_b'],
      ['date_start'],
      ['best', 'best_death', 'best_est'],
    ],
  },
  {
    schema: 'acled',
    dataset: 'acled',
    name: 'ACLED',
    signs: [['event_id_cnty', 'data_id', 'event_id_no_cnty'], ['event_date'], ['event_type'], ['actor1']],
  },
  {
    schema: 'insecurity-insight',
    dataset: 'insecurity-insight',
    name: 'Insecurity Insight',
    signs: [['sind id', 'sind event id'], ['event description'], ['date']],
  },
];

/** What the columns of a data set lack to be its own, as somebody says they are; `null` when nothing. A sentence. */
export function lacking(schema: Schema, headers: readonly string[]): string | null {
  const known = KNOWN.find((candidate) => candidate.schema === schema);
  const find = columnFinder(headers);
  const missing = known?.signs.filter((names) => find(...names) === undefined).map(([first]) => first) ?? [];
  return known && missing.length > 0 ? `it is not ${known.name}: it has no column ${missing.join(', ')}.` : null;
}

/** Hashtags that make a table one of events. */
const EVENT_TAGS = /^#(date|event|geo|adm1|adm2|loc|affected)\b/;

export function recognise(headers: readonly string[], hxlTags?: Record<string, string>): Recognised {
  const find = columnFinder(headers);
  for (const { schema, dataset, name, signs } of KNOWN) {
    const found = signs.map((names) => find(...names));
    if (found.every((header) => header !== undefined)) {
      return { schema, dataset, reason: `The columns ${found.join(', ')} are those of ${name}.` };
    }
  }
  const tags = Object.values(hxlTags ?? {}).filter((tag) => EVENT_TAGS.test(tag));
  if (tags.some((tag) => tag.startsWith('#date'))) {
    return { schema: 'hxl', dataset: 'imported', reason: `The columns carry HXL hashtags: ${tags.join(' ')}.` };
  }
  return {
    schema: 'generic',
    dataset: 'imported',
    reason: 'The columns are those of no data set that we know by name.',
  };
}
