/**
 * Columns in this process's memory, asked in SQL (DuckDB). Shut in: it reads and writes no file, loads no extension and
 * speaks to nobody, so nothing that it holds is anywhere but in memory.
 */
import { totalmem } from 'node:os';
import {
  BIGINT,
  BIT,
  BOOLEAN,
  DOUBLE,
  DuckDBBitValue,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';

/** As Kysely compiles a query: `$1` and so on stand for the parameters. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface Columnar {
  /** One statement; many may run at once. Whole numbers must be safe integers; uuids, dates and times come as their text. */
  rows<R>(query: Query): Promise<R[]>;
  /** Statements in one transaction, which is undone when one of them fails. */
  together(queries: readonly Query[]): Promise<void>;
  close(): void;
}

/** No more than a quarter of the machine's memory: beyond it a statement fails, and nothing is written to disk instead. */
const MOST_MB = Math.floor(totalmem() / 4 / 1024 ** 2);
/** Each answer takes one processor: one that is computed by all of them delays all others (docs/decisions/0011). */
const THREADS = 1;

/** @param name before the dot in every table's name, as the schema that it is like has in PostgreSQL */
export async function openColumnar(name: string): Promise<Columnar> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(THREADS),
    memory_limit: `${MOST_MB}MB`,
    temp_directory: '',
    enable_external_access: 'false',
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const connected = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  };
  await connected(async (connection) => {
    await connection.run(`attach ':memory:' as ${name} (compress)`);
    await connection.run('set lock_configuration = true');
  });
  return {
    rows: <R>(query: Query) =>
      connected(async (connection) => {
        const read = await run(connection, query);
        const names = read.deduplicatedColumnNames();
        return read.getRows().map((row) => Object.fromEntries(row.map((value, i) => [names[i], plain(value)])) as R);
      }),
    together: (queries) =>
      connected(async (connection) => {
        await connection.run('begin');
        try {
          for (const query of queries) await run(connection, query);
          await connection.run('commit');
        } catch (error) {
          await connection.run('rollback').catch(() => undefined);
          throw error;
        }
      }),
    close: () => instance.closeSync(),
  };
}

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;

const run = (connection: Connection, { sql, parameters }: Query) => {
  const bound = parameters.map(bind);
  return connection.runAndReadAll(
    sql,
    bound.map(([value]) => value),
    bound.map(([, type]) => type),
  );
};

/** @throws for what no query of ours passes */
function bind(value: unknown): [DuckDBValue, DuckDBType] {
  if (typeof value === 'string') return [value, VARCHAR];
  if (typeof value === 'boolean') return [value, BOOLEAN];
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [BigInt(value), BIGINT] : [value, DOUBLE];
  if (value instanceof Uint8Array) return [new DuckDBBitValue(value), BIT];
  if (Array.isArray(value))
    return typeof value[0] === 'number'
      ? [listValue(value.map(BigInt)), LIST(BIGINT)]
      : [listValue(value.map(String)), LIST(VARCHAR)];
  throw new TypeError(`No column is compared with ${typeof value}.`);
}

const plain = (value: DuckDBValue): unknown => {
  if (typeof value === 'bigint') return Number(value);
  return value !== null && typeof value === 'object' ? String(value) : value;
};
