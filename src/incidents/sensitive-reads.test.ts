/** Which reads are sensitive is decided in platform/ledger/sensitive-read.ts; here they are really noted. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { incidentInput } from '../../test/support/incidents.ts';
import { withOwner } from '../platform/database/server-probe.ts';
import type { Principal } from '../platform/principal.ts';
import { recordIncident } from './commands/record-incident.ts';
import { allVersions, oneIncident } from './queries.ts';

let house: TestHouse;
let keeper: Principal;
beforeAll(async () => {
  house = await testHouse();
  keeper = await house.member(['human_rights_officer'], {
    ...{ level: 'strictly_confidential', compartments: ['human_rights', 'womens_protection', 'child_protection'] },
  });
});
afterAll(() => house.close());

const looks = async () =>
  (
    await withOwner(house.ownerUrl, (owner) =>
      owner.query(`select by, record, version from platform.ledger where verb = 'incident.open' order by seq`),
    )
  ).rows;
const later = (ms: number) => house.clock.set(new Date(house.clock.now().getTime() + ms));

it('opening the protected group is a line in the ledger with who and which, one for one look', async () => {
  const [named, open] = [incidentInput({ person: 'A witness' }), incidentInput({})];
  for (const input of [named, open]) await recordIncident(house.db, keeper, input);
  await oneIncident(house.db, keeper, open.id);
  expect(await looks()).toEqual([]);

  const seen = await oneIncident(house.db, keeper, named.id);
  expect(seen.protected?.people).toHaveLength(1);
  await oneIncident(house.db, keeper, named.id);
  await allVersions(house.db, keeper, named.id);
  const line = { by: keeper.by, record: named.id, version: 1 };
  expect(await looks()).toEqual([line]);

  later(16 * 60_000);
  await allVersions(house.db, keeper, named.id);
  expect(await looks()).toEqual([line, line]);

  const reader = await house.member(['reader']);
  expect((await oneIncident(house.db, reader, named.id)).protected ?? null).toBeNull();
  expect(await looks()).toHaveLength(2);
});

it('what cannot be noted is not shown', async () => {
  const named = incidentInput({ person: 'Another witness' });
  await recordIncident(house.db, keeper, named);
  await withOwner(house.ownerUrl, (owner) => owner.query('revoke insert on platform.act from kinga_app'));
  await expect(oneIncident(house.db, keeper, named.id)).rejects.toThrow();
  await withOwner(house.ownerUrl, (owner) => owner.query('grant insert on platform.act to kinga_app'));
  expect((await oneIncident(house.db, keeper, named.id)).protected?.people).toHaveLength(1);
});
