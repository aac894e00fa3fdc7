import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { incidentInput } from '../../../test/support/incidents.ts';
import type { JobContext } from '../../platform/jobs/runner.ts';
import type { Principal } from '../../platform/principal.ts';
import type { IncidentInput } from '../contract.ts';
import type { ImportResult } from '../import/contract.ts';
import { sentDigest } from '../prepare.ts';
import { readHeld } from '../store/held.ts';
import { readIncident } from '../store/read.ts';
import { batchWriter } from './import-writer.ts';

let house: TestHouse;
let analyst: Principal;
let conduct: Principal;
beforeAll(async () => {
  house = await testHouse();
  analyst = await house.member(['analyst'], { level: 'confidential' });
  conduct = await house.member(['conduct_discipline_officer'], {
    ...{ level: 'strictly_confidential', compartments: ['conduct_discipline'] },
  });
});
afterAll(() => house.close());

async function bring(...inputs: IncidentInput[]): Promise<ImportResult> {
  const result: ImportResult = {
    ...{ dataset: 'own', dryRun: false, read: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, refused: 0 },
    ...{ refusedFile: null, notes: [], warnings: {} },
  };
  const job = { id: crypto.randomUUID(), db: house.db, who: analyst, report: async () => undefined };
  const writer = batchWriter(job as unknown as JobContext, result);
  for (const input of inputs) await writer.add({ input, sent: sentDigest(house.keys, 'own', input) });
  await writer.end();
  return result;
}

it('an accusation in a file is handed over; again it says nothing new; changed, it is held for those who see the record', async () => {
  const accusation = incidentInput({ perpetrator: 'own_partner_force' });
  const [other, third] = [incidentInput(), incidentInput()];
  expect(await bring(accusation, other)).toMatchObject({ added: 2 });
  expect(await bring(accusation, other)).toMatchObject({ added: 0, unchanged: 2, warnings: {} });
  const changed = { ...accusation, core: { ...accusation.core, title: 'What else they did' } };
  const result = await bring(changed, other, third);
  expect(result).toMatchObject({ added: 1, unchanged: 2 });
  expect(Object.values(result.warnings)).toEqual([1]);
  const at = Number.MAX_SAFE_INTEGER;
  expect((await house.db.read(conduct, (tx) => readIncident(tx, accusation.id, at)))?.core.title).toBeNull();
  expect(await house.db.read(analyst, (tx) => readIncident(tx, accusation.id, at))).toBeNull();
  expect((await house.db.read(analyst, (tx) => readHeld(tx, { limit: 50 }))).items).toEqual([]);
  const head = { ...conduct, verbs: new Set(['incident.edit']) };
  expect(
    (await house.db.read(head, (tx) => readHeld(tx, { limit: 50 }))).items.map(({ input }) => input.core.title),
  ).toEqual(['What else they did']);
});
