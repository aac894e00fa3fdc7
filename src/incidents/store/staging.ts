/**
 * Many rows at once: COPY into temporary tables, where search vectors are computed before the ledger's lock is taken,
 * and from there by INSERT, which row-level security checks. For a few rows emptying those tables costs more than it saves.
 */
import { copyInto, copyLine } from '../../platform/database/copy.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import type { Stamp } from '../../platform/ledger/store.ts';
import type { PreparedVersion } from '../prepare.ts';
import { GROUPS, type Group } from './rows.ts';
import { STILL_KNOWN } from './tables.ts';

/** `n` is the version's place in the write: its ledger line is the first one plus n. */
export async function stage(tx: Tx, versions: readonly PreparedVersion[]): Promise<void> {
  await makeTables(tx);
  for (const group of GROUPS) {
    const lines = versions.flatMap((v, n) => {
      const values = group.values(v);
      return values ? [copyLine([n, ...values, ...(group.words ? [group.words(v)] : [])])] : [];
    });
    if (lines.length === 0) continue;
    await copyInto(tx, `staged_${group.table}`, ['n', ...group.columns, ...(group.words ? ['words'] : [])], lines);
  }
}

/** Moves a group's staged rows to their table, with what the ledger's stamp says. */
export async function insertStaged(
  tx: Tx,
  mission: number,
  stamp: Stamp,
  { table, columns, words }: Group,
): Promise<void> {
  const own = sql.raw(columns.join(', '));
  const stamped = sql.raw(`${table === 'core' ? ', known_at, by' : ''}${words ? ', words_from' : ''}`);
  const line = sql`${stamp.first}::bigint + n`;
  const stamps = sql`${table === 'core' ? sql`, ${stamp.at}::timestamptz, ${tx.who.by}` : sql``}${
    words ? sql`, coalesce(words_from, ${line})` : sql``
  }`;
  await sql`insert into incidents.${sql.raw(table)} (mission, known_from, known_to${stamped}, ${own})
    select ${mission}, ${line}, ${STILL_KNOWN}::bigint${stamps}, ${own}
    from ${sql.raw(`staged_${table}`)} order by n`.execute(tx.db);
}

/** Made once a connection; asking for them is cheaper than remembering which connection has them. */
async function makeTables(tx: Tx): Promise<void> {
  const { rows } = await tx.client.query<{ there: boolean }>(
    `select to_regclass('pg_temp.staged_protected') is not null as there`,
  );
  if (rows[0]?.there) return;
  for (const { table, columns, words } of GROUPS) {
    await tx.client.query(`create temp table staged_${table} on commit delete rows as
      select 0 as n, ${columns.join(', ')} from incidents.${table} limit 0`);
    if (!words) continue;
    await tx.client.query(`alter table staged_${table} add column words text, add column words_from bigint,
      add column search tsvector generated always as (incidents.words(words)) stored`);
  }
}
