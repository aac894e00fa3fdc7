import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { sql } from '../database/database.ts';
import { recordAct } from '../ledger/store.ts';
import type { Principal } from '../principal.ts';
import { emit, handleOnce } from './outbox.ts';

let house: TestHouse;
let who: Principal;
beforeAll(async () => {
  house = await testHouse();
  who = await house.member(['analyst'], { level: 'confidential' });
});
afterAll(() => house.close());

/** @returns the event's id */
const newEvent = () =>
  house.db.write(who, async (tx) => {
    const id = crypto.randomUUID();
    const stamp = await recordAct(tx, { verb: 'test.done', room: 'test', record: id, content: {} });
    await emit(tx, 'test.done', stamp, [{ room: 'test', id, version: 1, level: 0, compartments: 0n, areas: null }]);
    const { rows } = await sql<{ id: string }>`select id from platform.event where record = ${id}`.execute(tx.db);
    return rows[0]?.id ?? '';
  });

describe('an event delivered more than once', () => {
  it('is handled once by each handler, however many deliver it at the same moment', async () => {
    const event = await newEvent();
    let worked = 0;
    const deliver = (handler: string) =>
      house.db.write(who, (tx) =>
        handleOnce(tx, handler, event, async () => {
          worked += 1;
          // Others arrive while this one has not committed.
          await sql`select pg_sleep(0.05)`.execute(tx.db);
        }),
      );
    const ran = await Promise.all(Array.from({ length: 8 }, () => deliver('warnings')));
    expect([ran.filter(Boolean).length, worked]).toEqual([1, 1]);
    expect([await deliver('briefs'), await deliver('briefs'), worked]).toEqual([true, false, 2]);
  });

  it('comes again when its work failed, and nothing of that work stays', async () => {
    const event = await newEvent();
    const failing = house.db.write(who, (tx) =>
      handleOnce(tx, 'warnings', event, async () => {
        await recordAct(tx, { verb: 'test.half', room: 'test', record: event, content: {} });
        throw new Error('the work broke');
      }),
    );
    await expect(failing).rejects.toThrow('the work broke');
    expect(await house.db.write(who, (tx) => handleOnce(tx, 'warnings', event, async () => undefined))).toBe(true);
    const half = await house.db.read({ ...who, verbs: new Set(['ledger.read']) }, (tx) =>
      sql`select from platform.ledger where verb = 'test.half'`.execute(tx.db),
    );
    expect(half.rows).toHaveLength(0);
  });

  it('is not there when the write that tells it fails', async () => {
    const id = crypto.randomUUID();
    const broken = house.db.write(who, async (tx) => {
      const stamp = await recordAct(tx, { verb: 'test.done', room: 'test', record: id, content: {} });
      await emit(tx, 'test.done', stamp, [{ room: 'test', id, version: 1, level: 0, compartments: 0n, areas: null }]);
      throw new Error('the write broke');
    });
    await expect(broken).rejects.toThrow('the write broke');
    const { rows } = await house.db.read(who, (tx) =>
      sql`select from platform.event where record = ${id}`.execute(tx.db),
    );
    expect(rows).toHaveLength(0);
  });
});
