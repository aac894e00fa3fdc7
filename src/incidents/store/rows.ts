/** How a version lies in the room's three tables: columns and values in one order, for single rows and for COPY alike. */
import type { CopyValue } from '../../platform/database/copy.ts';
import type { PreparedVersion } from '../prepare.ts';

const DERIVED = [
  ...['kind', 'type', 'dataset', 'day_from', 'day_to', 'time_precision', 'place_precision', 'lon', 'lat', 'tile_key'],
  ...['country', 'adm1', 'adm2', 'killed_low', 'killed_best', 'killed_high', 'civilians_low', 'civilians_best'],
  ...['civilians_high', 'injured', 'abducted', 'displaced', 'operational', 'human_rights', 'actors', 'tags'],
] as const;

/** One table of the room: its name, its columns, and what a version puts into them (`null`: nothing). */
export interface Group {
  table: 'core' | 'account' | 'protected';
  columns: readonly string[];
  /** The words that the table's search vector is made of; a table without one has none. */
  words?(v: PreparedVersion): string;
  values(v: PreparedVersion): CopyValue[] | null;
}

const scope = (v: PreparedVersion, level: number, compartments = v.groupCompartments): CopyValue[] => [
  ...[v.id, v.version, level, compartments],
];

export const GROUPS: readonly Group[] = [
  {
    table: 'core',
    columns: ['id', 'version', 'level', 'compartments', 'verb', ...DERIVED, 'body', 'envelope', 'salt', 'sent'],
    words: (v) => v.words,
    values: (v) => [
      ...scope(v, v.levels.core, v.compartments),
      v.verb,
      ...DERIVED.map((name): CopyValue => v.columns[name]),
      v.body,
      v.envelope,
      v.salt,
      v.sent,
    ],
  },
  {
    table: 'account',
    columns: ['id', 'version', 'level', 'compartments', 'adm1', 'adm2', 'body'],
    words: (v) => v.account?.words ?? '',
    values: (v) => v.account && [...scope(v, v.levels.account), v.columns.adm1, v.columns.adm2, v.account.body],
  },
  {
    table: 'protected',
    columns: ['id', 'version', 'level', 'compartments', 'adm1', 'adm2', 'subject', 'sealed'],
    values: (v) =>
      v.protected && [
        ...scope(v, v.levels.protected),
        v.columns.adm1,
        v.columns.adm2,
        v.protected.subject,
        v.protected.sealed,
      ],
  },
];
