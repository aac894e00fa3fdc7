/** Which checkpoints left the house, and which are still to leave it. */
import type { z } from 'zod';
import { type Database, sql, type Tx } from '../database/database.ts';
import type { Page, PageQuery } from '../paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../paging/marks.ts';
import { must, type Principal } from '../principal.ts';
import type { DeliveryView } from './contract.ts';
import type { Outlet } from './outlets.ts';

/** The newest first, as it covers the others. A house that was offline for long does not send everything in one go. */
const AT_ONCE = 20;

export async function addDeliveries(tx: Tx, size: number, outlets: readonly Outlet[]): Promise<void> {
  await sql`insert into platform.delivery (outlet, size, due_at)
    select outlet, ${size}, ${tx.clock.now()} from unnest(${outlets}::text[]) as o (outlet) on conflict do nothing`.execute(
    tx.db,
  );
}

export async function dueDeliveries(
  tx: Tx,
  outlets: readonly Outlet[],
): Promise<{ outlet: Outlet; size: number; tries: number }[]> {
  const { rows } = await sql<{ outlet: Outlet; size: number; tries: number }>`
    select outlet, size, tries from platform.delivery
    where delivered_at is null and due_at <= ${tx.clock.now()} and outlet = any (${outlets}::text[])
    order by size desc, outlet limit ${AT_ONCE}`.execute(tx.db);
  return rows;
}

/** @param failure `null` when it got through; @param again when it is to be tried again */
export async function noteDelivery(
  tx: Tx,
  { outlet, size, failure, again }: { outlet: Outlet; size: number; failure: string | null; again: Date },
): Promise<void> {
  const now = tx.clock.now();
  await sql`update platform.delivery set tries = tries + 1, tried_at = ${now}, due_at = ${again}, failure = ${failure},
    delivered_at = ${failure === null ? now : null} where outlet = ${outlet} and size = ${size}`.execute(tx.db);
}

interface DeliveryRow {
  outlet: Outlet;
  size: number;
  tries: number;
  tried_at: Date | null;
  delivered_at: Date | null;
  due_at: Date;
  failure: string | null;
}

const NEWEST: Order<DeliveryRow> = {
  name: 'deliveries',
  descending: true,
  keys: [
    { column: sql`size`, type: 'bigint', of: ({ size }) => size },
    { column: sql`outlet`, type: 'text', of: ({ outlet }) => outlet },
  ],
};

/** Newest first: what left the house, and what is being tried again. */
export async function deliveries(
  db: Database,
  who: Principal,
  page: PageQuery,
): Promise<Page<z.infer<typeof DeliveryView>>> {
  must(who, 'ledger.read');
  return db.read(who, async (tx) => {
    const { rows } = await sql<DeliveryRow>`
      select outlet, size, tries, tried_at, delivered_at, due_at, failure from platform.delivery
      where ${afterMark(NEWEST, page.cursor)} ${inOrder(NEWEST)} limit ${page.limit + 1}`.execute(tx.db);
    return toPage(NEWEST, page, rows, (row) => ({
      outlet: row.outlet,
      size: row.size,
      tries: row.tries,
      triedAt: row.tried_at?.toISOString() ?? null,
      deliveredAt: row.delivered_at?.toISOString() ?? null,
      nextAt: row.delivered_at ? null : row.due_at.toISOString(),
      failure: row.failure,
    }));
  });
}
