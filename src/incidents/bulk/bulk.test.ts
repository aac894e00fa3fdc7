import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { incidentInput } from '../../../test/support/incidents.ts';
import type { Principal } from '../../platform/principal.ts';
import { LEVELS, OPERATIONAL_STATUSES } from '../../vocabulary/codes.ts';
import { chosenRecords, editMany } from '../commands/edit-many.ts';
import { recordIncident } from '../commands/record-incident.ts';
import { confirmIncident } from '../commands/set-status.ts';
import type { Incident } from '../contract.ts';
import { OPERATIONAL_LIFE } from '../life/contract.ts';
import { mayFollow } from '../rules.ts';
import { readIncident, readVersions } from '../store/read.ts';
import { assignmentOf } from '../together/queries.ts';
import { BulkChange } from './contract.ts';
import { changed, type Held, type RecordChange } from './rules.ts';

let house: TestHouse;
let duty: Principal;
let low: Principal;
beforeAll(async () => {
  house = await testHouse();
  duty = await house.member(['duty_officer'], { level: 'confidential', compartments: ['civilian', 'military'] });
  low = await house.member(['duty_officer'], { level: 'internal' });
});
afterAll(() => house.close());

const record = async (choices: Parameters<typeof incidentInput>[0] = {}) => {
  const input = incidentInput(choices);
  await recordIncident(house.db, duty, input);
  return { id: input.id, version: 1 };
};
const now = (id: string) => house.db.read(duty, (tx) => readIncident(tx, id, Number.MAX_SAFE_INTEGER));
const change = (what: unknown) => BulkChange.parse(what);
const run = async (who: Principal, records: { id: string; version: number }[], what: unknown) =>
  (await editMany(house.db, who, records, change(what), 'en')).map(({ outcome, code }) => code ?? outcome);

const levels = fc.record({
  core: fc.constantFrom(...LEVELS),
  account: fc.constantFrom(...LEVELS),
  protected: fc.constantFrom(...LEVELS),
});
const components = fc.subarray(['civilian', 'military', 'police']);
const tags = fc.uniqueArray(fc.constantFrom('road', 'river', 'market', 'night'));
const anyHeld: fc.Arbitrary<Held> = fc
  .record({ levels, compartments: components, tags, operational: fc.constantFrom(...OPERATIONAL_STATUSES) })
  .map(({ tags: tagged, operational, ...scope }) => {
    const { core } = incidentInput();
    return { ...scope, core: { ...core, tags: tagged, operational } };
  });
const anyChange: fc.Arbitrary<RecordChange> = fc.oneof(
  fc.record({ act: fc.constant('tag' as const), add: tags, remove: tags }),
  fc.record({
    ...{ act: fc.constant('status' as const), status: fc.constantFrom(...OPERATIONAL_STATUSES) },
    note: fc.constant('Two sources.'),
  }),
  fc.record({ act: fc.constant('close' as const), levels, compartments: components }),
);

/** What it makes of a record, or the code with which it refuses. */
function outcome(held: Held, what: RecordChange): Held | null | string {
  try {
    return changed(held, what);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('one change of one record', () => {
  it('made again changes nothing, opens nothing, and takes only steps of the life cycle', () => {
    fc.assert(
      fc.property(anyHeld, anyChange, (held, what) => {
        const after = outcome(held, what);
        if (after === null || typeof after === 'string') return;
        expect(outcome(after, what)).toBeNull();
        for (const group of ['core', 'account', 'protected'] as const)
          expect(LEVELS.indexOf(after.levels[group])).toBeGreaterThanOrEqual(LEVELS.indexOf(held.levels[group]));
        if (held.compartments.length > 0)
          expect(held.compartments).toEqual(expect.arrayContaining([...after.compartments]));
        expect(after.compartments.length > 0 || held.compartments.length === 0).toBe(true);
        expect(mayFollow(OPERATIONAL_LIFE, held.core.operational, after.core.operational)).toBe(true);
      }),
    );
  });
});

describe('one change of many records', () => {
  it('changes each once, sent twice, thrice and at once', async () => {
    const records = await Promise.all(Array.from({ length: 6 }, () => record()));
    const tag = { act: 'tag', add: ['to call back'] };
    const all = await Promise.all([1, 2, 3].map(() => run(duty, records, tag)));
    all.push(await run(duty, records, tag));
    expect(all.flat().every((one) => one === 'done' || one === 'version_conflict' || one === 'same')).toBe(true);
    for (const { id } of records) {
      const versions = await house.db.read(duty, (tx) => readVersions(tx, id, Number.MAX_SAFE_INTEGER));
      expect(versions.map(({ core }) => core.tags)).toEqual([[], ['to call back']]);
    }
  });

  it('leaves the others alone when one is refused, and says why', async () => {
    const [open, confirmed, moved] = [await record(), await record(), await record()];
    await confirmIncident(house.db, duty, { ...confirmed, basedOn: 1, status: 'confirmed', note: null });
    await confirmIncident(house.db, duty, { ...moved, basedOn: 1, status: 'being_confirmed', note: null });
    const hidden = { id: randomUUID(), version: 1 };
    const status = { act: 'status', status: 'unconfirmed', note: 'The source went back on it.' };
    expect(await run(duty, [open, { ...confirmed, version: 2 }, moved, hidden], status)).toEqual([
      ...['same', 'state_conflict', 'version_conflict', 'not_found'],
    ]);
    expect((await now(confirmed.id))?.core.operational).toBe('confirmed');
    expect(await run(duty, [{ ...moved, version: 2 }], status)).toEqual(['done']);
    expect((await now(moved.id))?.core).toMatchObject({ operational: 'unconfirmed', statusNote: status.note });
  });

  it('closes records further, never beyond what one sees, and never opens them', async () => {
    const { id, version } = await record({ compartments: ['civilian', 'military'] });
    const close = { act: 'close', levels: { core: 'confidential' }, compartments: ['military'] };
    expect(await run(duty, [{ id, version }], close)).toEqual(['done']);
    const after = (await now(id)) as Incident;
    expect([after.levels.core, after.compartments]).toEqual(['confidential', ['military']]);
    const open = { act: 'close', levels: { core: 'public' }, compartments: ['military', 'civilian'] };
    expect(await run(duty, [{ id, version: 2 }], open)).toEqual(['same']);
    const beyond = { act: 'close', levels: { core: 'strictly_confidential' } };
    expect(await run(duty, [{ id, version: 2 }], beyond)).toEqual(['above_own_level']);
    expect(await run(low, [{ id, version: 2 }], close)).toEqual(['not_found']);
  });

  it('gives them to somebody who sees them', async () => {
    const [open, closed] = [
      await record(),
      await record({ levels: { core: 'confidential', account: 'confidential', protected: 'confidential' } }),
    ];
    const give = { act: 'assign', person: low.person, due: '2031-03-05' };
    expect(await run(duty, [open, closed], give)).toEqual(['done', 'does_not_see_record']);
    expect(await run(duty, [open], give)).toEqual(['same']);
    expect(await assignmentOf(house.db, duty, open.id)).toMatchObject({ version: 1, person: low.person });
  });

  it('is for those who may, and for no more records than somebody answers for', async () => {
    const reader = await house.member(['reader']);
    const one = await record();
    await expect(run(reader, [one], { act: 'tag', add: ['x'] })).rejects.toMatchObject({ code: 'forbidden' });
    const chosen = (filter: Record<string, unknown>) =>
      chosenRecords(house.db, duty, { filter, change: change({ act: 'tag', add: ['x'] }) });
    const named = await record({ place: 'Zemio' });
    expect(await chosen({ q: 'Zemio' })).toEqual([named]);
    expect(await chosen({ ids: [one.id, named.id, randomUUID()] })).toHaveLength(2);
  });
});
