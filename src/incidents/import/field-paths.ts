/** The fields that a column of any table may fill. */
import { HARM_KINDS, HARMED_GROUPS, SEX_AGE } from '../../vocabulary/codes.ts';

const PLAIN = [
  'external_id',
  'type',
  'title',
  'date',
  'date_to',
  'time_precision',
  'latitude',
  'longitude',
  /** Both in one cell, latitude first. */
  'coordinates',
  'place_precision',
  'place',
  'place_description',
  /** A name in any language of the house, or an ISO code. */
  'country',
  'adm1',
  'adm1_code',
  'adm2',
  'adm2_code',
  'perpetrator',
  'target',
  /** Takes part; on which side is not said. */
  'party',
  'narrative',
  'notes',
  'source',
  'source_date',
  'source_reference',
  'tags',
] as const;

const PARTS = ['low', 'best', 'high', ...SEX_AGE] as const;

type FigurePath = `${(typeof HARM_KINDS)[number]}.${(typeof HARMED_GROUPS)[number]}.${(typeof PARTS)[number]}`;
export type FieldPath = (typeof PLAIN)[number] | FigurePath;

/** `killed.civilians.best`, `injured.all.women`, … */
export const FIGURE_PATHS: readonly FigurePath[] = HARM_KINDS.flatMap((harm) =>
  HARMED_GROUPS.flatMap((group) => PARTS.map((part): FigurePath => `${harm}.${group}.${part}`)),
);

export const FIELD_PATHS: readonly FieldPath[] = [...PLAIN, ...FIGURE_PATHS];

/** Fields that several columns may fill. */
export const REPEATABLE: ReadonlySet<FieldPath> = new Set([
  'perpetrator',
  'target',
  'party',
  'tags',
  'notes',
  'source',
]);
