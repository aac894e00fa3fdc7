/**
 * The only door to PostgreSQL: every transaction names who asks, and row-level security does the rest.
 * Reads are one snapshot; writes are durable when the promise resolves (`synchronous_commit` stays on).
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Clock } from '../clock.ts';
import { KingaError } from '../errors.ts';
import { compartmentMask, levelNumber, type Principal } from '../principal.ts';
import type { Keys } from '../vault/keys.ts';
import { isBeyondView } from './violations.ts';

// Counts, sums and ledger lines stay far below 2^53; days are plain calendar days, not instants.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => (text === '9223372036854775807' ? Infinity : Number(text)));
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

// Each room types its own tables: a store narrows this with `tx.db.withTables<…>()`.
type AnySchema = Record<never, never>;

/** One transaction of one principal. */
export interface Tx {
  readonly db: Kysely<AnySchema>;
  /** For COPY and cursors, which Kysely does not speak. */
  readonly client: pg.PoolClient;
  readonly who: Principal;
  readonly clock: Clock;
  readonly keys: Keys;
}

export interface Database {
  read<T>(who: Principal, work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(who: Principal, work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly clock: Clock;
  readonly keys: Keys;
  /** The application's own connection string, for LISTEN and jobs. */
  readonly url: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  clock: Clock;
  keys: Keys;
  /** Connections kept at most. */
  max?: number;
}

/** @param options.url the connection of `kinga_app` (or one whose `options` set that role) */
export function openDatabase({ url, clock, keys, max = 12 }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'kinga',
    // Whoever waits longer is told to come again, rather than nothing.
    connectionTimeoutMillis: 15_000,
  });
  // A connection that dies while idle (a restart of PostgreSQL) is dropped by the pool; the next query opens another.
  pool.on('error', () => undefined);

  async function inTransaction<T>(begin: string, who: Principal, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    // A connection that dies between two queries says so by an event, and one that nobody hears ends the process.
    const onDeath = (death: Error) => {
      broken = death;
    };
    client.on('error', onDeath);
    try {
      await client.query(begin);
      await introduce(client, who);
      const result = await work({ db: kyselyOn(client), client, who, clock, keys });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw isBeyondView(error) ? new KingaError('above_own_level', { what: 'level' }, { cause: error }) : error;
    } finally {
      client.off('error', onDeath);
      client.release(broken);
    }
  }

  return {
    read: (who, work) => inTransaction('begin isolation level repeatable read read only', who, work),
    write: (who, work) => inTransaction('begin isolation level read committed', who, work),
    clock,
    keys,
    url,
    close: () => pool.end(),
  };
}

/** Tells PostgreSQL who asks, until the end of the transaction. */
async function introduce(client: pg.PoolClient, who: Principal): Promise<void> {
  const { mission } = who;
  await client.query(
    `select set_config('kinga.kind', $1, true), set_config('kinga.person', $2, true), set_config('kinga.mission', $3, true),
      set_config('kinga.level', $4, true), set_config('kinga.compartments', $5, true), set_config('kinga.areas', $6, true),
      set_config('kinga.verbs', $7, true)`,
    [
      who.kind,
      who.person ?? '',
      mission ? String(mission.id) : '',
      // Without a mission there is no level either: no rows of any room.
      mission ? String(levelNumber(who.level)) : '',
      mission ? String(compartmentMask(mission, who.compartments)) : '',
      who.areas ? arrayLiteral(who.areas) : '',
      [...who.verbs].join(','),
    ],
  );
}

/** PostgreSQL's own writing of a text array, where an array cannot be bound: in a setting, or in another array. */
export const arrayLiteral = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

/** Kysely over one client that is already in a transaction: it neither opens nor ends anything. */
function kyselyOn(client: pg.PoolClient): Kysely<AnySchema> {
  const borrowed = { query: client.query.bind(client) as never, release: () => undefined };
  return new Kysely<AnySchema>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => undefined, options: {} } }),
  });
}

export { sql };
