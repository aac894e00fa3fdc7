import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { incidentInput } from '../../../test/support/incidents.ts';
import { withOwner } from '../../platform/database/server-probe.ts';
import { resolveAsOf } from '../../platform/ledger/store.ts';
import type { Principal } from '../../platform/principal.ts';
import { assign } from '../commands/assign.ts';
import { editIncident } from '../commands/edit-incident.ts';
import { follow } from '../commands/follow.ts';
import { recordIncident } from '../commands/record-incident.ts';
import { confirmIncident } from '../commands/set-status.ts';
import { IncidentListQuery } from '../contract.ts';
import { listPage } from '../queries.ts';
import { chosenBy } from './list.ts';

const START = new Date('2031-03-01T08:00:00Z');
let house: TestHouse;
let duty: Principal;
beforeAll(async () => {
  house = await testHouse(START);
  duty = await house.member(['duty_officer'], { level: 'confidential' });
});
afterAll(() => house.close());

const onDay = (n: number) => house.clock.set(new Date(START.getTime() + n * 86_400_000));
const list = (query: Record<string, unknown>, who = duty) =>
  house.db.read(who, async (tx) => listPage(tx, house.memory, IncidentListQuery.parse(query), await resolveAsOf(tx)));
const stale = async () =>
  (await house.db.read(duty, async (tx) => chosenBy(tx, { stale: true }, await resolveAsOf(tx), 10))).map(
    ({ id }) => id,
  );

it('is old when its open status has stood for too long, whatever else was written since', async () => {
  onDay(0);
  const input = incidentInput();
  await recordIncident(house.db, duty, input);
  const settled = incidentInput();
  await recordIncident(house.db, duty, settled);
  await confirmIncident(house.db, duty, { id: settled.id, basedOn: 1, status: 'confirmed', note: null });
  onDay(2);
  await editIncident(house.db, duty, input, 1);
  expect(await stale()).toEqual([]);
  onDay(4);
  expect(await stale()).toEqual([input.id]);
  await confirmIncident(house.db, duty, { id: input.id, basedOn: 2, status: 'being_confirmed', note: null });
  expect(await stale()).toEqual([]);
  const { items } = await list({ ids: [input.id] });
  expect(items[0]?.statusSince).toBe('2031-03-05T08:00:00.000Z');
  onDay(12);
  expect(await stale()).toEqual([input.id]);
  await withOwner(house.ownerUrl, (owner) =>
    owner.query(
      `update platform.mission set settings = '{"staleAfterDays": {"unconfirmed": 1, "being_confirmed": null}}'`,
    ),
  );
  expect(await stale()).toEqual([]);
});

it('is found by whom it is given to, and by who follows it', async () => {
  const input = incidentInput();
  await recordIncident(house.db, duty, input);
  const other = await house.member(['duty_officer'], { level: 'confidential' });
  const mine = async (query: Record<string, unknown>, who: Principal) =>
    (await list(query, who)).items.map(({ id }) => id);
  await assign(house.db, duty, input.id, { person: other.person, due: null, done: false }, 0);
  await follow(house.db, other, input.id, true);
  expect(await mine({ assigned: other.person }, duty)).toEqual([input.id]);
  expect(await mine({ assigned: duty.person }, duty)).toEqual([]);
  expect([await mine({ following: 'true' }, other), await mine({ following: 'true' }, duty)]).toEqual([[input.id], []]);
  await assign(house.db, other, input.id, { person: other.person, due: null, done: true }, 1);
  expect(await mine({ assigned: other.person }, duty)).toEqual([]);
});
