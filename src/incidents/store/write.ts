/** Writes versions: closes what was known, adds what is known now, and tells the ledger, in the caller's transaction. */
import { sql, type Tx } from '../../platform/database/database.ts';
import { appendToLedger, type Stamp } from '../../platform/ledger/store.ts';
import { missionOf } from '../../platform/principal.ts';
import type { PreparedVersion } from '../prepare.ts';
import { GROUPS, type Group } from './rows.ts';
import { insertStaged, stage } from './staging.ts';
import { STILL_KNOWN } from './tables.ts';
import { insertStagedWords, insertWords, type WordsBefore } from './words.ts';

/** Up to this many rows go one by one. */
const FEW = 16;

/**
 * Writes these versions with one ledger line each. Versions must follow the ones they replace; at most one a record.
 * @returns where the write stands; version i has ledger line `first + i`
 */
export async function insertVersions(tx: Tx, versions: readonly PreparedVersion[]): Promise<Stamp> {
  const mission = missionOf(tx.who).id;
  const many = versions.length > FEW;
  if (many) await stage(tx, versions);
  const stamp = await appendToLedger(
    tx,
    versions.map((v) => ({ verb: v.verb, room: 'incidents', record: v.id, version: v.version, digest: v.digest })),
  );
  // All is closed and its words are compared before the first insert: it may put the record, its past too, out of the writer's sight.
  const words = new Map<Group, Map<number, number>>();
  for (const group of GROUPS) {
    const before = await close(tx, mission, stamp, group, versions);
    if (many) await insertStagedWords(tx, stamp, group, before);
    else words.set(group, await insertWords(tx, stamp, group, versions, before));
  }
  for (const group of GROUPS) {
    if (many) await insertStaged(tx, mission, stamp, group);
    else await insertEach(tx, mission, stamp, group, versions, words.get(group));
  }
  return stamp;
}

/** @param words by a version's place in the write: the line of its row of words */
async function insertEach(
  tx: Tx,
  mission: number,
  stamp: Stamp,
  group: Group,
  versions: readonly PreparedVersion[],
  words: ReadonlyMap<number, number> | undefined,
): Promise<void> {
  const { table, columns } = group;
  const stamped = sql.raw(`${table === 'core' ? ', known_at, by' : ''}${group.words ? ', words_from' : ''}`);
  for (const [n, version] of versions.entries()) {
    const values = group.values(version);
    if (!values) continue;
    const stamps = sql`${table === 'core' ? sql`, ${stamp.at}, ${tx.who.by}` : sql``}${
      group.words ? sql`, ${words?.get(n)}` : sql``
    }`;
    await sql`insert into incidents.${sql.raw(table)} (mission, known_from, known_to${stamped}, ${sql.raw(columns.join(', '))})
      values (${mission}, ${stamp.first + n}, ${STILL_KNOWN}${stamps}, ${sql.join(values)})`.execute(tx.db);
  }
}

/** Ends what these versions replace: a group's row holds until the group is written anew. @returns where its words stand */
async function close(
  tx: Tx,
  mission: number,
  stamp: Stamp,
  group: Group,
  versions: readonly PreparedVersion[],
): Promise<WordsBefore> {
  const ended = versions.flatMap((v, n) =>
    v.version > 1 && group.values(v) ? [{ id: v.id, seq: stamp.first + n }] : [],
  );
  if (ended.length === 0) return new Map();
  const ids = ended.map((a) => a.id);
  const words = group.words ? sql`t.words_from` : sql`null`;
  // The ids stand there twice: joined only, a planner without statistics reads every current row of the mission.
  const { rows } = await sql<{
    id: string;
    words_from: number | null;
  }>`update incidents.${sql.raw(group.table)} t set known_to = ended.seq
    from unnest(${ids}::uuid[], ${ended.map((a) => a.seq)}::bigint[]) as ended (id, seq)
    where t.mission = ${mission} and t.id = any (${ids}::uuid[]) and t.id = ended.id
      and t.known_to = ${STILL_KNOWN}::bigint
    returning t.id, ${words} as words_from`.execute(tx.db);
  return new Map(rows.flatMap(({ id, words_from }) => (words_from === null ? [] : [[id, words_from] as const])));
}
