import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { type Ask, type Served, served } from '../../../test/support/served.ts';
import { COMPARTMENTS, LEVELS } from '../../vocabulary/codes.ts';
import type { Scope } from '../accounts/contract.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import { viewOf } from '../view.ts';
import { remembered } from './remembered.ts';
import { route } from './route.ts';

const areas = fc.option(fc.subarray(['TM01', 'TM02', 'TM,03', '"]']), { nil: null });
const principal = fc
  .record({
    mission: fc.option(fc.constantFrom(1, 2, 12), { nil: null }),
    level: fc.constantFrom(...LEVELS),
    compartments: fc.shuffledSubarray([...COMPARTMENTS, 'a,b', 'a', 'b']),
    areas,
    verbs: fc.shuffledSubarray(['incident.read', 'incident.edit', 'jobs.read']),
    name: fc.string(),
  })
  .map(
    ({ mission, verbs, ...more }): Principal => ({
      ...systemPrincipal('test'),
      ...more,
      mission: mission === null ? null : { id: mission, slug: `m${mission}`, compartmentBits: new Map() },
      verbs: new Set(verbs),
    }),
  );

/** The same in all that decides what one is answered, said without sorting or joining anything. */
function sameView(a: Principal, b: Principal): boolean {
  const sameSet = (x: readonly string[], y: readonly string[]) =>
    x.length === y.length && x.every((item) => y.includes(item));
  const sameAreas = a.areas === null || b.areas === null ? a.areas === b.areas : sameSet(a.areas, b.areas);
  return (
    a.mission?.id === b.mission?.id &&
    a.level === b.level &&
    sameAreas &&
    sameSet(a.compartments, b.compartments) &&
    sameSet([...a.verbs], [...b.verbs])
  );
}

describe('the name of a view', () => {
  it('is the same for two principals exactly when their views are', () => {
    fc.assert(
      fc.property(principal, principal, (a, b) => (viewOf(a) === viewOf(b)) === sameView(a, b)),
      { numRuns: 2000 },
    );
  });

  it('changes with any one of its parts', () => {
    const other = fc.constantFrom<keyof Principal>('mission', 'level', 'compartments', 'areas', 'verbs');
    fc.assert(
      fc.property(principal, principal, other, (a, b, part) => {
        const changed = { ...a, [part]: b[part] };
        return (viewOf(a) === viewOf(changed)) === sameView(a, changed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an answer that is remembered', () => {
  let house: TestHouse;
  let server: Served;
  let computed = 0;

  /** Answers the view it was computed for. */
  const mirror = route({
    method: 'GET',
    url: '/missions/:mission/mirror',
    access: 'member',
    summary: 'The asker’s own view',
    tag: 'test',
    params: z.object({ mission: z.string() }),
    query: z.object({ x: z.string().optional() }),
    answer: z.object({ view: z.string() }),
    handler: (ask) =>
      remembered(ask, undefined, async () => {
        computed += 1;
        return { view: viewOf(ask.who) };
      }) as Promise<{ view: string }>,
  });

  beforeAll(async () => {
    house = await testHouse();
    server = await served(house, [mirror]);
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  const scopes: Partial<Scope>[] = [
    { level: 'internal' },
    { level: 'confidential' },
    { level: 'internal', compartments: ['police'] },
    { level: 'internal', compartments: ['police', 'military'] },
    { level: 'internal', areas: [] },
    { level: 'internal', areas: ['TM01'] },
  ];
  const members = async () => {
    const asking: { ask: Ask; view: string }[] = [];
    for (const role of ['reader', 'analyst'])
      for (const scope of scopes) {
        const who = await house.member([role], scope);
        asking.push({ ask: await server.as(who), view: viewOf(who) });
      }
    return asking;
  };

  it('is given to nobody with another view, whoever asked before and with whatever mark they have', async () => {
    const asking = await members();
    const marks: string[] = [];
    for (const { ask, view } of [...asking, ...asking.toReversed()]) {
      const answer = await ask('/missions/test/mirror');
      expect(answer.json()).toEqual({ view });
      marks.push(String(answer.headers.etag));
    }
    expect(new Set(marks).size).toBe(asking.length);
    const [first, second] = asking;
    const again = (ask: Ask | undefined) =>
      ask?.({ url: '/missions/test/mirror', headers: { 'if-none-match': marks[0] ?? '' } });
    expect((await again(first?.ask))?.statusCode).toBe(304);
    expect((await again(second?.ask))?.statusCode).toBe(200);
  });

  it('is computed once for all with the same view, and again for another question or another line', async () => {
    const [one, two] = [await house.member(['reader']), await house.member(['reader'])];
    const [ask, other] = [await server.as(one), await server.as(two)];
    const before = computed;
    const question = '/missions/test/mirror?x=1';
    await ask(question);
    await other(question);
    expect(computed - before).toBe(1);
    await ask('/missions/test/mirror?x=2');
    expect(computed - before).toBe(2);
    await house.member(['reader']);
    await ask(question);
    expect(computed - before).toBe(3);
  });
});
