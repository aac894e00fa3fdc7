/**
 * The words that are searched, in tables of their own: a row holds what a version says, and later versions of the record that
 * say the same share it (`words_from` is its ledger line). Told apart by the words' vectors, which are what is searched.
 */
import { sql, type Tx } from '../../platform/database/database.ts';
import type { Stamp } from '../../platform/ledger/store.ts';
import { missionOf } from '../../platform/principal.ts';
import type { PreparedVersion } from '../prepare.ts';
import type { Group } from './rows.ts';

/** By record: the row of words of the version that is replaced. */
export type WordsBefore = ReadonlyMap<string, number>;

const tableOf = ({ table }: Group) => sql.raw(`incidents.${table}_words`);

/** Writes words where they are new. @returns by a version's place in the write: the line of the row that holds them */
export async function insertWords(
  tx: Tx,
  stamp: Stamp,
  group: Group,
  versions: readonly PreparedVersion[],
  before: WordsBefore,
): Promise<Map<number, number>> {
  const lines = new Map<number, number>();
  if (!group.words) return lines;
  const mission = missionOf(tx.who).id;
  for (const [n, version] of versions.entries()) {
    if (!group.values(version)) continue;
    const line = stamp.first + n;
    const shared = before.get(version.id);
    const { numAffectedRows } = await sql`insert into ${tableOf(group)} (mission, line, id, search)
      select ${mission}, ${line}, ${version.id}, said.search from (select incidents.words(${group.words(version)}) as search) said
      where not exists (select from ${tableOf(group)} w
        where w.mission = ${mission} and w.line = ${shared ?? null} and w.search = said.search)`.execute(tx.db);
    lines.set(n, numAffectedRows === 0n && shared !== undefined ? shared : line);
  }
  return lines;
}

/** Writes the words of staged versions where they are new, and tells the staged rows which they share. */
export async function insertStagedWords(tx: Tx, stamp: Stamp, group: Group, before: WordsBefore): Promise<void> {
  if (!group.words) return;
  const mission = missionOf(tx.who).id;
  const staged = sql.raw(`staged_${group.table}`);
  if (before.size > 0)
    await sql`update ${staged} s set words_from = w.line
      from unnest(${[...before.keys()]}::uuid[], ${[...before.values()]}::bigint[]) as before (id, line)
        join ${tableOf(group)} w on w.mission = ${mission} and w.line = before.line
      where s.id = before.id and s.search = w.search`.execute(tx.db);
  await sql`insert into ${tableOf(group)} (mission, line, id, search)
    select ${mission}, ${stamp.first}::bigint + n, id, search from ${staged} where words_from is null order by n`.execute(
    tx.db,
  );
}
