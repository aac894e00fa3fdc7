import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../../test/support/house.ts';
import { incidentInput } from '../../../../test/support/incidents.ts';
import { openColumnar } from '../../../platform/database/columnar.ts';
import { withOwner } from '../../../platform/database/server-probe.ts';
import { resolveAsOf } from '../../../platform/ledger/store.ts';
import { addCompartment } from '../../../platform/missions/commands/change-mission.ts';
import { missionRef } from '../../../platform/missions/store.ts';
import { type Principal, systemPrincipal } from '../../../platform/principal.ts';
import { writeMany } from '../../commands/write-many.ts';
import { summarise } from '../list.ts';
import { fromDatabase } from '../source.ts';
import { type Memory, type MemoryOptions, openMemory } from './memory.ts';

let house: TestHouse;
let duty: Principal;
let memory: Memory;
const failures: unknown[] = [];

beforeEach(async () => {
  house = await testHouse();
  duty = await house.member(['duty_officer'], { level: 'strictly_confidential', compartments: ['human_rights'] });
  failures.length = 0;
});
afterEach(async () => {
  await memory.close();
  await house.close();
});

const open = (options: MemoryOptions) => {
  memory = openMemory(house.db, { failed: (error) => void failures.push(error), ...options });
};
const write = (count: number, more: Parameters<typeof incidentInput>[0] = {}) => {
  const inputs = Array.from({ length: count }, () => incidentInput({ killed: 1, ...more }));
  return house.db.write(duty, (tx) =>
    writeMany(
      tx,
      inputs.map((input) => ({ verb: 'incident.record', input })),
    ),
  );
};

/** Who answers, and how many records are counted; a count from memory is compared with the database's. */
const counted = (who = duty) =>
  house.db.read(who, async (tx) => {
    const line = await resolveAsOf(tx);
    const source = await memory.source(tx, {}, line);
    const sums = await summarise(source);
    expect(sums).toEqual(await summarise(fromDatabase(tx, {}, line)));
    return [source.database === source ? 'database' : 'memory', sums.reduce((n, { incidents }) => n + incidents, 0)];
  });

describe('columns in memory', () => {
  it('are read when a mission has grown large, and follow what is written', async () => {
    open({ from: 30 });
    await write(20);
    expect(await counted()).toEqual(['database', 20]);
    await memory.settled();
    expect(await counted()).toEqual(['database', 20]);
    await write(15);
    expect(await counted()).toEqual(['database', 35]);
    await memory.settled();
    expect(await counted()).toEqual(['memory', 35]);
    await write(1);
    expect(await counted()).toEqual(['memory', 36]);
  });

  it('catch up in the background with what is far ahead', async () => {
    open({ from: 0, atOnce: 10 });
    await write(1);
    await counted();
    await memory.settled();
    await write(30);
    expect(await counted()).toEqual(['database', 31]);
    await memory.settled();
    expect(await counted()).toEqual(['memory', 31]);
  });

  it('are right while many write and many ask', async () => {
    open({ from: 0 });
    await write(1);
    await counted();
    await memory.settled();
    let writing = 6;
    const writers = Array.from({ length: writing }, async (_, n) => {
      for (let turn = 0; turn < 8; turn++) await write(1 + ((n + turn) % 20));
      writing -= 1;
    });
    const from: unknown[] = [];
    const readers = Array.from({ length: 4 }, async () => {
      while (writing > 0) from.push((await counted())[0]);
    });
    await Promise.all([...writers, ...readers]);
    expect(from.filter((source) => source === 'memory').length).toBeGreaterThan(from.length / 2);
  });

  it('hold records of a component that is founded later, for its members alone', async () => {
    open({ from: 0 });
    await write(2);
    await counted();
    await memory.settled();
    const manager = { ...systemPrincipal('test'), kind: 'person', mission: house.mission } as const;
    const labels = { en: 'Partner', fr: 'Partenaire', ar: 'شريك' };
    await addCompartment(house.db, { ...manager, verbs: new Set(['mission.manage']) }, { code: 'partner_a', labels });
    const mission = await house.db.read(systemPrincipal('test'), (tx) => missionRef(tx, house.mission.slug));
    const outside = duty;
    duty = { ...duty, mission, compartments: ['partner_a'] };
    await write(3, { compartments: ['partner_a'] });
    expect(await counted()).toEqual(['memory', 5]);
    expect(await counted(outside)).toEqual(['memory', 2]);
  });

  it('leave it to the database when they cannot be had, and say so once for a while', async () => {
    open({
      from: 0,
      async open() {
        throw new Error('no memory');
      },
    });
    await write(2);
    for (let turn = 0; turn < 3; turn++) {
      expect(await counted()).toEqual(['database', 2]);
      await memory.settled();
    }
    expect(failures).toEqual([new Error('no memory')]);
  });

  it('stay whole when reading on fails', async () => {
    let failing = false;
    open({
      from: 0,
      async open() {
        const columnar = await openColumnar('incidents');
        const together: typeof columnar.together = async (queries) => {
          // After some of the statements: what they did is undone.
          if (failing)
            return columnar.together([...queries.slice(0, -1), { sql: 'select no_such_thing', parameters: [] }]);
          return columnar.together(queries);
        };
        return { ...columnar, together };
      },
    });
    await write(2);
    await counted();
    await memory.settled();
    failing = true;
    await write(2);
    expect(await counted()).toEqual(['database', 4]);
    expect(failures).toHaveLength(1);
  });

  it('hide by nothing but the policy of scopes: without it, everybody is told of everything', async () => {
    open({ from: 0 });
    const public_ = await house.member(['duty_officer'], { level: 'public' });
    await write(3);
    await counted(public_);
    await memory.settled();
    expect(await counted(public_)).toEqual(['memory', 0]);
    await withOwner(house.ownerUrl, (owner) => owner.query('alter table incidents.scope disable row level security'));
    // Of a scope never seen before: who sees which is asked anew.
    await write(1, { compartments: ['human_rights'] });
    await expect(counted(public_)).rejects.toThrow(/expected .* to deeply equal/);
  });

  it('are closed by the policy of the records themselves, word for word', async () => {
    open({ from: 0 });
    const { rows } = await withOwner(house.ownerUrl, (owner) =>
      owner.query(`select count(distinct pg_get_expr(polqual, polrelid))::integer as policies, count(*)::integer as tables from pg_policy
        where polname = 'scope' and polrelid in ('incidents.core'::regclass, 'incidents.account'::regclass, 'incidents.scope'::regclass)`),
    );
    expect(rows).toEqual([{ policies: 1, tables: 3 }]);
  });
});
