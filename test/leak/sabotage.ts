/** Takes a table's policies away and asks whether anybody notices: a check that cannot fail checks nothing. */
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { recordAct } from '../../src/platform/ledger/store.ts';
import { systemPrincipal } from '../../src/platform/principal.ts';
import type { World } from './world.ts';

/** Runs `work` while a table has no row-level security, and puts it back whatever happens. */
export async function without<T>(world: World, table: string, work: () => Promise<T>): Promise<T> {
  const alter = (change: string) =>
    withOwner(world.house.ownerUrl, (owner) => owner.query(`alter table ${table} ${change} row level security`));
  await alter('disable');
  try {
    // Answers rest on a ledger line and are remembered by it: with a new line, everything is asked anew.
    await world.house.db.write(systemPrincipal('sabotage'), (tx) =>
      recordAct(tx, { verb: 'test.sabotage', room: 'test', record: table, content: {} }),
    );
    return await work();
  } finally {
    await alter('enable');
  }
}

/** How many rows of a table each person gets who asks the database itself. */
export async function rowsFor({ house, watched }: World, table: string): Promise<number[]> {
  const counts: number[] = [];
  for (const { who } of watched) {
    if (!who) continue;
    const { rows } = await house.db.read(who, (tx) =>
      tx.client.query<{ n: string }>(`select count(*)::text as n from ${table}`),
    );
    counts.push(Number(rows[0]?.n));
  }
  return counts;
}

/** The tables that the application may read and that keep people apart. */
export async function guardedTables({ house }: World): Promise<string[]> {
  return withOwner(house.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
       where c.relkind in ('r', 'p') and c.relrowsecurity and has_table_privilege('kinga_app', c.oid, 'select') order by 1`,
    );
    return rows.map(({ name }) => name);
  });
}
