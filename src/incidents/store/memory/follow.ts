/**
 * Reads versions into memory in the order of their ledger lines. A version says which record it belongs to; an older one of
 * that record, which it closed and whose present scope it may have changed, is read again with it. Nothing else changes rows.
 */
import { type Database, sql, type Tx } from '../../../platform/database/database.ts';
import { resolveAsOf } from '../../../platform/ledger/store.ts';
import { missionOf, type Principal } from '../../../platform/principal.ts';
import { COUNTED } from '../filter.ts';
import type { Held } from './held.ts';
import { numberScopes, wordsOfScope } from './scopes.ts';

/** Ledger lines read at once: some megabytes of text. */
const LINES = 4_000;

/** Name and type of what is read, in PostgreSQL's JSON and DuckDB's columns alike. */
const COLUMNS = {
  id: 'uuid',
  version: 'integer',
  known_from: 'bigint',
  known_to: 'bigint',
  words_from: 'bigint',
  account_words_from: 'bigint',
  kind: 'varchar',
  type: 'varchar',
  dataset: 'varchar',
  day_from: 'date',
  day_to: 'date',
  time_precision: 'varchar',
  place_precision: 'varchar',
  lon: 'double',
  lat: 'double',
  tile_key: 'bigint',
  country: 'varchar',
  adm1: 'varchar',
  killed_best: 'integer',
  civilians_best: 'integer',
  operational: 'varchar',
  human_rights: 'varchar',
  actor_lines: 'varchar',
  tag_lines: 'varchar',
  counted: 'boolean',
} as const;
/** Scopes come as their words, and are held as their numbers. */
const SCOPES = { scope: 'varchar', account_scope: 'varchar' } as const;

const declared = (columns: Record<string, string>): string =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
/** What JSON becomes in DuckDB: rows of a table's columns. */
const fromJson = (columns: Record<string, string>): string =>
  `select row.* from (select unnest(from_json_strict($1::json, '${JSON.stringify([columns])}')) as row)`;

export const TABLES = [
  `create table incidents.core (${declared(COLUMNS)}, scope integer not null, account_scope integer)`,
  'create table incidents.scope (id integer not null, words varchar not null)',
];

/** Sees every row of its mission, of components too that are founded while it reads: every bit there can be. */
export const followerOf = (id: number): Principal => ({
  kind: 'job',
  by: 'system:memory',
  person: null,
  name: 'Kinga (memory)',
  mission: { id, slug: '', compartmentBits: new Map(BITS.map((bit) => [String(bit), bit])) },
  verbs: new Set(),
  level: 'strictly_confidential',
  compartments: BITS.map(String),
  areas: null,
});
const BITS = Array.from({ length: 63 }, (_, bit) => bit);

/** What was read in is made small, which is also quicker to look through; and what was read again is given back. */
async function pack(held: Held): Promise<void> {
  await held.columnar.rows({ sql: 'checkpoint incidents', parameters: [] });
  held.packed = held.line;
}
const PACKED_AFTER = 200_000;

/** How many versions the mission holds; counted up to `most`. */
export const versionsUpTo = (own: Database, mission: number, most: number): Promise<number> =>
  own.read(followerOf(mission), async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from (
      select from incidents.core where mission = ${mission} limit ${most}) c`.execute(tx.db);
    return rows[0]?.n ?? 0;
  });

/** Brings the columns to the ledger's last line. @param goOn asked before each part, and waited for */
export async function follow(own: Database, mission: number, held: Held, goOn: () => Promise<boolean>): Promise<void> {
  const follower = followerOf(mission);
  const begun = held.line;
  const last = await own.read(follower, async (tx) => (await resolveAsOf(tx)).seq);
  while (held.line < last && (await goOn())) {
    const to = Math.min(last, held.line + LINES);
    // One after the other: reading the next part meanwhile would be hardly quicker, and take people's processor.
    const came = await own.read(follower, (tx) => versionsOf(tx, held.line, to, begun));
    if (came) await take(own, follower, held, came, begun);
    held.line = to;
    if (to - held.packed > PACKED_AFTER) await pack(held);
  }
  if (held.packed === 0) await pack(held);
}

/**
 * JSON of the versions of these lines, and of older ones of the same records, which were read before reading began (what came
 * since was read as it stands now). `null`: none.
 */
async function versionsOf(tx: Tx, after: number, to: number, begun: number): Promise<string | null> {
  const mission = missionOf(tx.who).id;
  const plain = Object.keys(COLUMNS).filter((name) => !(name in DERIVED));
  const { rows } = await sql<{ versions: string | null }>`
    with came as (select known_from, id, version from incidents.core
        where mission = ${mission} and known_from > ${after} and known_from <= ${to}),
      line as (select known_from from came union select older.known_from from incidents.core older
        where older.mission = ${mission} and older.known_from <= ${begun}
          and older.id = any (array(select id from came where version > 1)))
    select json_agg(v)::text as versions from (
      select ${sql.join(plain.map((name) => sql`c.${sql.ref(name)}`))},
        ${sql.join(Object.entries(DERIVED).map(([name, value]) => sql`${value} as ${sql.ref(name)}`))}
      from incidents.core c
        -- the words that belong to this version, also where it did not write them anew
        left join incidents.account a on a.mission = c.mission and a.id = c.id
          and a.known_from <= c.known_from and a.known_to > c.known_from
      where c.mission = ${mission} and c.known_from in (select known_from from line)
      order by c.known_from) v`.execute(tx.db);
  return rows[0]?.versions ?? null;
}

const DERIVED = {
  // Greater than any number that JSON keeps exactly.
  known_to: sql`c.known_to::text`,
  actor_lines: sql`incidents.lines(c.actors)`,
  tag_lines: sql`incidents.lines(c.tags)`,
  counted: COUNTED,
  account_words_from: sql`a.words_from`,
  scope: wordsOfScope('c'),
  account_scope: sql`case when a.id is not null then ${wordsOfScope('a')} end`,
};

/** Puts versions in the place of what was there of the same lines. */
async function take(own: Database, follower: Principal, held: Held, versions: string, begun: number): Promise<void> {
  const { columnar } = held;
  const query = (text: string, ...parameters: unknown[]) => ({ sql: text, parameters });
  // Made anew each time: rows that are deleted from a table in memory are passed over by every later look at it.
  await columnar.together([
    query(`create or replace table incidents.came as ${fromJson({ ...COLUMNS, ...SCOPES })}`, versions),
  ]);
  const fresh = await columnar.rows<{ words: string }>(
    query(`select words from (select scope as words from incidents.came union select account_scope from incidents.came) named
      where words is not null and words not in (select words from incidents.scope)`),
  );
  const numbered = fresh.length > 0 ? await numberScopes(own, follower, fresh) : [];
  await columnar.together([
    query(`insert into incidents.scope ${fromJson({ id: 'integer', words: 'varchar' })}`, JSON.stringify(numbered)),
    ...(begun > 0
      ? [query('delete from incidents.core where known_from in (select known_from from incidents.came)')]
      : []),
    query(`insert into incidents.core
      select ${Object.keys(COLUMNS)
        .map((name) => `came.${name}`)
        .join(', ')}, s.id, a.id
      from incidents.came join incidents.scope s on s.words = came.scope
        left join incidents.scope a on a.words = came.account_scope`),
  ]);
  held.scopes += numbered.length;
}
