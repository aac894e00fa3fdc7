import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { JobCancelled, type JobHandler, runHere } from '../jobs/runner.ts';
import type { Principal } from '../principal.ts';
import { tellsItsEnd } from './finished.ts';
import { latestNotices } from './own.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const run = (who: Principal, handler: JobHandler) =>
  runHere(house.db, who, 'test.work', tellsItsEnd(handler), {}, () => undefined).catch(() => undefined);
const told = async (who: Principal) =>
  (await latestNotices(house.db, who, { limit: 10 })).items.map(({ subject, kinds }) => [subject.room, kinds]);

it('is told to whoever started long work, well or not, and not where they stopped it', async () => {
  const [well, badly, stopped] = [
    await house.member(['analyst']),
    await house.member(['analyst']),
    await house.member(['analyst']),
  ];
  await run(well, async () => ({}));
  await run(badly, async () => Promise.reject(new Error('broken')));
  await run(stopped, async () => Promise.reject(new JobCancelled()));
  expect(await told(well)).toEqual([['jobs', { finished: 1 }]]);
  expect(await told(badly)).toEqual([['jobs', { finished: 1 }]]);
  expect(await told(stopped)).toEqual([]);
});
