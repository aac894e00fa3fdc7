import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { incidentInput } from '../../../test/support/incidents.ts';
import { sql } from '../../platform/database/database.ts';
import { withOwner } from '../../platform/database/server-probe.ts';
import { resolveAsOf } from '../../platform/ledger/store.ts';
import type { Principal } from '../../platform/principal.ts';
import { writeMany } from '../commands/write-many.ts';
import { listIncidents } from './list.ts';
import { fromDatabase } from './source.ts';

let house: TestHouse;
let duty: Principal;
beforeEach(async () => {
  house = await testHouse();
  duty = await house.member(['duty_officer'], { level: 'strictly_confidential', areas: null });
});
afterEach(() => house.close());

type Say = Pick<NonNullable<Parameters<typeof incidentInput>[0]>, 'place' | 'killed' | 'levels'> & {
  narrative: string;
};

/** Writes the next version of each record; all say the same. @returns the ledger line on which that is known */
const write = (ids: readonly string[], { narrative, ...more }: Say, who = duty) =>
  house.db.write(who, async (tx) => {
    const inputs = ids.map((id) => incidentInput({ id, ...more, account: { narrative } }));
    await writeMany(
      tx,
      inputs.map((input) => ({ verb: 'incident.revise', input })),
    );
    return (await resolveAsOf(tx)).seq;
  });

const found = (q: string, line: number, who = duty) =>
  house.db.read(who, async (tx) => {
    const source = fromDatabase(tx, { q }, { seq: line, latest: false });
    return (await listIncidents(tx, source, { sort: 'newest', limit: 50 })).items.length;
  });

/** Rows of words of the core and of the account, as their tables' owner counts them. */
const rows = () =>
  withOwner(house.ownerUrl, async (client) => {
    const { rows } = await client.query<{ core: number; account: number }>(
      'select (select count(*) from incidents.core_words)::int core, (select count(*) from incidents.account_words)::int account',
    );
    return rows[0];
  });

// Twenty are staged, one is not.
describe.each([1, 20])('the words of %i records written at once', (n) => {
  const ids = Array.from({ length: n }, () => randomUUID());

  it('stand in one row for versions that say the same, and are found in each', async () => {
    const first = await write(ids, { place: 'Zemio', killed: 1, narrative: 'Riders came from the hills.' });
    const same = await write(ids, { place: 'Zemio', killed: 2, narrative: 'Riders came from the hills.' });
    expect(await rows()).toEqual({ core: n, account: n });
    const other = await write(ids, { place: 'Zemio', killed: 2, narrative: 'Boats came over the lake.' });
    expect(await rows()).toEqual({ core: n, account: 2 * n });
    const moved = await write(ids, { place: 'Bria', killed: 2, narrative: 'Boats came over the lake.' });
    expect(await rows()).toEqual({ core: 2 * n, account: 2 * n });
    const back = await write(ids, { place: 'Zemio', killed: 2, narrative: 'Riders came from the hills.' });
    expect(await rows()).toEqual({ core: 3 * n, account: 3 * n });

    const lines = [first, same, other, moved, back];
    const at = async (q: string) => (await Promise.all(lines.map((line) => found(q, line)))).map((all) => all / n);
    expect(await at('riders')).toEqual([1, 1, 0, 0, 1]);
    expect(await at('boats')).toEqual([0, 0, 1, 1, 0]);
    expect(await at('Zemio')).toEqual([1, 1, 1, 0, 1]);
    expect(await at('Bria')).toEqual([0, 0, 0, 1, 0]);
  });
});

describe('a row of words', () => {
  it('is hidden by nothing but its versions: with one of them in sight it is found', async () => {
    const id = randomUUID();
    const words = { place: 'Zemio', narrative: 'Riders came from the hills.' };
    const levels = { core: 'internal', account: 'confidential', protected: 'strictly_confidential' };
    const closed = await write([id], { ...words, levels });
    const opened = await write([id], { ...words, levels: { ...levels, account: 'internal' } });
    expect(await rows()).toEqual({ core: 1, account: 1 });
    const junior = await house.member(['duty_officer'], { level: 'internal', areas: null });
    expect(await found('riders', closed, junior)).toBe(0);
    expect(await found('riders', opened, junior)).toBe(1);
    const seen = await house.db.read(junior, async (tx) => {
      const { rows } = await sql`select from incidents.account_words`.execute(tx.db);
      return rows.length;
    });
    expect(seen).toBe(1);
  });
});
