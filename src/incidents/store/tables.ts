/** The room's tables, for Kysely. Row-level security decides which rows exist for whom; no query here repeats it. */
import type { ColumnType } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { CoreColumns } from '../columns.ts';

/** `known_to` of what is known now: the greatest bigint, read as Infinity. */
export const STILL_KNOWN = '9223372036854775807';

type Known = { known_from: number; known_to: ColumnType<number, string, number> };
type Scope = {
  mission: number;
  id: string;
  version: number;
  level: number;
  compartments: string;
  now_level: number;
  now_compartments: string;
};

export type CoreTable = Scope &
  Known &
  CoreColumns & {
    known_at: ColumnType<Date, string, never>;
    by: string;
    verb: string;
    body: string;
    envelope: string;
    salt: Buffer;
    sent: Buffer;
  };

type GroupTable = Scope &
  Known & {
    adm1: string | null;
    adm2: string | null;
  };
export type AccountTable = GroupTable & {
  body: string;
};
export type ProtectedTable = GroupTable & {
  subject: string;
  sealed: Buffer;
};

type HeldTable = {
  mission: number;
  id: string;
  by: string;
  at: ColumnType<Date, string, never>;
  level: number;
  compartments: string;
  adm1: string | null;
  adm2: string | null;
  sent: Buffer;
  body: string;
  subject: string | null;
  sealed: Buffer | null;
};

type IncidentTables = {
  'incidents.core': CoreTable;
  'incidents.account': AccountTable;
  'incidents.protected': ProtectedTable;
  'incidents.held': HeldTable;
};

/** Kysely with this room's tables. */
export const tables = (tx: Tx) => tx.db.withTables<IncidentTables>();
