/** *As known on* is for ever: whatever comes later, a question about then is answered as it was then. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IncidentList } from '../../src/incidents/contract.ts';
import { writeMany } from '../../src/incidents/index.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { COMPARTMENTS } from '../../src/vocabulary/codes.ts';
import { incidentInput } from '../support/incidents.ts';
import type { Ask } from '../support/served.ts';
import { type Flow, get, openFlow } from './flow.ts';
import { anyActs, Mission } from './known.ts';
import { SORTS } from './naive.ts';

const LIVES = 2;

let flow: Flow;
let who: Principal;
let keeper: Ask;

beforeAll(async () => {
  flow = await openFlow();
  const all = { level: 'strictly_confidential', compartments: [...COMPARTMENTS] } as const;
  who = await flow.house.member(['analyst', 'human_rights_officer'], { ...all, compartments: [...COMPARTMENTS] });
  keeper = await flow.as(who);
}, 120_000);
afterAll(() => flow.close());

it('lists, sums, time bar, map, records, versions and exports of then stay as they were', async () => {
  const watcher = async (name: string, scope: object) => ({
    name,
    ask: await flow.as(await flow.house.member(['analyst'], scope)),
  });
  const mission = new Mission(flow, keeper, [
    { name: 'keeper', ask: keeper },
    await watcher('internal', { level: 'internal' }),
    await watcher('north', { level: 'confidential', areas: ['North'] }),
  ]);
  const lives = fc.sample(anyActs, { seed: 17, numRuns: LIVES });
  for (const life of lives) for (const act of life) await mission.live(act);
  const kinds = new Set(lives.flat().map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(['record', 'edit', 'confirm', 'verify', 'erase', 'import']));

  const changed: string[] = [];
  for (const [n, moment] of mission.moments.entries())
    changed.push(...(await mission.changed(moment, n % 2 === 0 ? String(moment.seq) : moment.at)));
  expect(changed).toEqual([]);
  expect(mission.moments.length).toBeGreaterThan(15);
}, 300_000);

it('pages of one line neither repeat nor miss a record, whatever is written between them', async () => {
  const { asOf } = await get<IncidentList>(keeper, 'incidents?limit=1');
  let writing = true;
  const writer = (async () => {
    for (let n = 0; writing; n++) {
      const inputs = Array.from({ length: 5 }, (_, i) =>
        incidentInput({ place: `Meanwhile ${n}`, killed: i, day: `2029-0${1 + (n % 9)}-01` }),
      );
      await flow.house.db.write(who, (tx) =>
        writeMany(
          tx,
          inputs.map((input) => ({ verb: 'incident.record', input })),
        ),
      );
    }
    return true;
  })();
  for (const sort of SORTS) {
    const whole: IncidentList = await get(keeper, `incidents?sort=${sort}&limit=200&asOf=${asOf.seq}`);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: IncidentList = await get(
        keeper,
        `incidents?sort=${sort}&limit=3&asOf=${asOf.seq}${cursor ? `&cursor=${cursor}` : ''}`,
      );
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(paged).toEqual(whole.items.map(({ id }) => id));
  }
  writing = false;
  expect(await writer).toBe(true);
  expect((await get<IncidentList>(keeper, 'incidents?limit=1')).asOf.seq).toBeGreaterThan(asOf.seq);
}, 60_000);
