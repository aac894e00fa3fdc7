/** Writes versions: closes what was known, adds what is known now, and tells the ledger, in the caller's transaction. */
import { sql, type Tx } from '../../platform/database/database.ts';
import { appendToLedger, type Stamp } from '../../platform/ledger/store.ts';
import { missionOf } from '../../platform/principal.ts';
import type { PreparedVersion } from '../prepare.ts';
import { GROUPS, type Group } from './rows.ts';
import { insertStaged, stage } from './staging.ts';
import { STILL_KNOWN } from './tables.ts';

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
  // All is closed before the first insert: it may put the record, its past too, out of the writer's sight.
  for (const group of GROUPS) await close(tx, mission, stamp, group, versions);
  for (const group of GROUPS) {
    if (many) await insertStaged(tx, mission, stamp, group);
    else await insertEach(tx, mission, stamp, group, versions);
  }
  return stamp;
}

async function insertEach(
  tx: Tx,
  mission: number,
  stamp: Stamp,
  group: Group,
  versions: readonly PreparedVersion[],
): Promise<void> {
  const { table, columns, words } = group;
  const stamped = table === 'core' ? sql`, known_at, by` : sql``;
  for (const [n, version] of versions.entries()) {
    const values = group.values(version);
    if (!values) continue;
    const stamps = table === 'core' ? sql`, ${stamp.at}, ${tx.who.by}` : sql``;
    await sql`insert into incidents.${sql.raw(table)} (mission, known_from, known_to${stamped}, ${sql.raw(columns.join(', '))})
      values (${mission}, ${stamp.first + n}, ${STILL_KNOWN}${stamps}, ${sql.join(values)})`.execute(tx.db);
    if (words)
      await sql`insert into incidents.${sql.raw(`${table}_words`)} (mission, line, id, version, search)
        values (${mission}, ${stamp.first + n}, ${version.id}, ${version.version}, incidents.words(${words(version)}))`.execute(
        tx.db,
      );
  }
}

/** Ends what these versions replace: a group's row holds until the group is written anew. */
async function close(
  tx: Tx,
  mission: number,
  stamp: Stamp,
  group: Group,
  versions: readonly PreparedVersion[],
): Promise<void> {
  const ended = versions.flatMap((v, n) =>
    v.version > 1 && group.values(v) ? [{ id: v.id, seq: stamp.first + n }] : [],
  );
  if (ended.length === 0) return;
  const ids = ended.map((a) => a.id);
  // The ids stand there twice: joined only, a planner without statistics reads every current row of the mission.
  await sql`update incidents.${sql.raw(group.table)} t set known_to = ended.seq
    from unnest(${ids}::uuid[], ${ended.map((a) => a.seq)}::bigint[]) as ended (id, seq)
    where t.mission = ${mission} and t.id = any (${ids}::uuid[]) and t.id = ended.id
      and t.known_to = ${STILL_KNOWN}::bigint`.execute(tx.db);
}
