/** How a version lies in the room's three tables: columns and values in one order, for single rows and for COPY alike. */
import type { CopyValue } from '../../platform/database/copy.ts';
import type { PreparedVersion } from '../prepare.ts';

const DERIVED = [
  ...['kind', 'type', 'dataset', 'day_from', 'day_to', 'time_precision', 'place_precision', 'lon', 'lat', 'tile_key'],
  ...['country', 'adm1', 'adm2', 'killed_low', 'killed_best', 'killed_high', 'civilians_low', 'civilians_best'],
  ...['civilians_high', 'injured', 'abducted', 'displaced', 'operational', 'human_rights', 'actors', 'tags'],
] as const;

const OF_GROUPS = ['account_level', 'protected_level', 'group_compartments', 'apart'] as const;

/** One table of the room: its name, its columns, and what a version puts into them (`null`: nothing). */
export interface Group {
  table: 'core' | 'account' | 'protected';
  columns: readonly string[];
  /** The words that are searched, which stand beside the table; a table without them has none. */
  words?(v: PreparedVersion): string;
  values(v: PreparedVersion): CopyValue[] | null;
}

/** A version's scope as it was written, and as it stands now: the same until a later version changes it (`close_past`). */
const SCOPE = ['id', 'version', 'level', 'compartments', 'now_level', 'now_compartments'] as const;
const scope = (v: PreparedVersion, level: number, compartments = v.groupCompartments): CopyValue[] => [
  ...[v.id, v.version, level, compartments, level, compartments],
];

export const GROUPS: readonly Group[] = [
  {
    table: 'core',
    columns: [...SCOPE, ...OF_GROUPS, 'verb', ...DERIVED, 'body', 'envelope', 'salt', 'sent'],
    words: (v) => v.words,
    values: (v) => [
      ...scope(v, v.levels.core, v.compartments),
      ...[v.levels.account, v.levels.protected, v.groupCompartments, v.apart],
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
    columns: [...SCOPE, 'adm1', 'adm2', 'body'],
    words: (v) => v.account?.words ?? '',
    values: (v) => v.account && [...scope(v, v.levels.account), v.columns.adm1, v.columns.adm2, v.account.body],
  },
  {
    table: 'protected',
    columns: [...SCOPE, 'adm1', 'adm2', 'subject', 'sealed'],
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
