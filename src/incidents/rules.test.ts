import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HUMAN_RIGHTS_STATUSES,
  type HumanRightsStatus,
  OPERATIONAL_STATUSES,
  type OperationalStatus,
} from '../vocabulary/codes.ts';
import { type Core, Core as CoreShape, type IncidentInput } from './contract.ts';
import { anyInput } from './import/incident.test-help.ts';
import { HUMAN_RIGHTS_LIFE, OPERATIONAL_LIFE } from './life/contract.ts';
import { compartmentsFor, mayFollow, mergeImported, oddFigures, WITHDRAWN } from './rules.ts';

/** Where one can come to from a status, in any number of steps. */
function reachable<S extends string>(life: Record<S, readonly S[]>, from: S): Set<S> {
  const found = new Set<S>();
  const next = [...life[from]];
  for (let status = next.pop(); status !== undefined; status = next.pop()) {
    if (found.has(status)) continue;
    found.add(status);
    next.push(...life[status]);
  }
  return found;
}

describe('the operational status', () => {
  it.each(OPERATIONAL_STATUSES)('from %s may become every other one in the end', (from) => {
    const others = OPERATIONAL_STATUSES.filter((status) => status !== from);
    expect([...reachable(OPERATIONAL_LIFE, from)]).toEqual(expect.arrayContaining(others));
  });

  it('of what was disproved is looked at again before it is confirmed', () => {
    expect(OPERATIONAL_LIFE.disproved).toEqual(['being_confirmed']);
  });
});

describe('the human-rights status', () => {
  const left = HUMAN_RIGHTS_STATUSES.filter((status) => status !== 'not_examined');

  it.each(HUMAN_RIGHTS_STATUSES)('from %s may come to both ends of verification', (from) => {
    const ends: HumanRightsStatus[] = ['reasonable_grounds', 'not_verified'];
    expect([...reachable(HUMAN_RIGHTS_LIFE, from), from]).toEqual(expect.arrayContaining(ends));
    expect(HUMAN_RIGHTS_LIFE[from].length).toBeGreaterThan(0);
  });

  it.each(left)('from %s never goes back to not examined, nor to a mere allegation', (from) => {
    const later = [...reachable(HUMAN_RIGHTS_LIFE, from)];
    expect(later).not.toContain('not_examined');
    expect(later).not.toContain('allegation');
  });

  it('never comes to reasonable grounds without having been verified', () => {
    const before = HUMAN_RIGHTS_STATUSES.filter((status) => HUMAN_RIGHTS_LIFE[status].includes('reasonable_grounds'));
    expect(before.sort()).toEqual(['being_verified', 'reasonable_suspicion']);
    const unverified = { ...HUMAN_RIGHTS_LIFE, being_verified: [] };
    expect([...reachable(unverified, 'not_examined')]).not.toContain('reasonable_grounds');
  });
});

it('staying is allowed, and nothing is that the lifecycle does not name', () => {
  const pairs = <S extends string>(all: readonly S[]) => fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all));
  fc.assert(
    fc.property(pairs(OPERATIONAL_STATUSES), pairs(HUMAN_RIGHTS_STATUSES), ([a, b], [c, d]) => {
      expect(mayFollow(OPERATIONAL_LIFE, a, b)).toBe(a === b || new Set<OperationalStatus>(OPERATIONAL_LIFE[a]).has(b));
      expect(mayFollow(HUMAN_RIGHTS_LIFE, c, d)).toBe(c === d || HUMAN_RIGHTS_LIFE[c].includes(d));
      expect(mayFollow(OPERATIONAL_LIFE, a, a)).toBe(true);
    }),
  );
});

const anyCore = anyInput.map(({ core }) => core);

describe('a row that its source changed', () => {
  it('brings the source’s facts and leaves our own work', () => {
    fc.assert(
      fc.property(anyCore, anyCore, (held, incoming) => {
        const merged = mergeImported(held, incoming);
        const { operational, humanRights, statusNote, hypotheses, links, tags, specialists, ...facts } = merged;
        expect(specialists ?? false).toBe(Boolean(held.specialists || incoming.specialists));
        expect({ operational, humanRights, statusNote, links }).toEqual({
          operational: held.operational,
          humanRights: held.humanRights,
          statusNote: held.statusNote,
          links: held.links,
        });
        expect(hypotheses).toEqual(held.hypotheses.length > 0 ? held.hypotheses : incoming.hypotheses);
        expect(tags).toEqual(expect.arrayContaining([...held.tags, ...incoming.tags]));
        expect(incoming).toMatchObject(facts);
      }),
    );
  });

  it('is merged once: the same row again changes nothing', () => {
    fc.assert(
      fc.property(anyCore, anyCore, (held, incoming) => {
        const once = mergeImported(held, incoming);
        expect(mergeImported(once, incoming)).toEqual(once);
      }),
    );
  });

  it('stays a record that the contract takes, however many tags came together', () => {
    const tags = fc.uniqueArray(
      fc.integer({ min: 0, max: 99 }).map((n) => `tag ${n}`),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(anyCore, anyCore, tags, tags, (held, incoming, ours, theirs) => {
        const merged = mergeImported({ ...held, tags: ours }, { ...incoming, tags: theirs });
        expect(CoreShape.safeParse(merged).success).toBe(true);
        expect(merged.tags.slice(0, ours.length)).toEqual(ours);
      }),
    );
  });

  it('that its source withdrew and brings back is no longer marked as withdrawn', () => {
    fc.assert(
      fc.property(anyCore, anyCore, (held, incoming) => {
        const gone = { ...held, tags: [...held.tags, WITHDRAWN] };
        expect(mergeImported(gone, incoming).tags).not.toContain(WITHDRAWN);
      }),
    );
  });
});

const number = fc.nat({ max: 1000 });
const inOrder = fc
  .tuple(number, number, number, fc.subarray(['low', 'best', 'high'] as const))
  .map(([a, b, c, given]) => {
    const [low = 0, best = 0, high = 0] = [a, b, c].toSorted((x, y) => x - y);
    const known = (which: 'low' | 'best' | 'high', n: number) => (given.includes(which) ? n : null);
    return { low: known('low', low), best: known('best', best), high: known('high', high) };
  });
const soundFigures = fc.uniqueArray(
  fc.record({
    harm: fc.constantFrom('killed', 'injured', 'displaced'),
    group: fc.constantFrom('all', 'civilians'),
    total: inOrder,
    bySexAge: fc.record({ women: inOrder, boys: inOrder }, { requiredKeys: [] }),
  }),
  { selector: ({ harm, group }) => `${harm} ${group}`, minLength: 1 },
) as fc.Arbitrary<Core['figures']>;
const withFigures = (core: Core, figures: Core['figures'], dataset = 'own'): Core => ({
  ...core,
  figures,
  origin: { ...core.origin, dataset },
});

describe('figures of our own records', () => {
  it('that are in order are not odd', () => {
    fc.assert(
      fc.property(anyCore, soundFigures, (core, figures) => {
        expect(oddFigures(withFigures(core, figures))).toBeNull();
      }),
    );
  });

  it('that are not in order are named, wherever they stand', () => {
    fc.assert(
      fc.property(anyCore, soundFigures, fc.nat(), fc.constantFrom('total', 'girls'), (core, figures, at, where) => {
        const broken = { low: 5, best: null, high: 4 };
        const i = at % figures.length;
        const mine = figures.map((figure, n) =>
          n !== i
            ? figure
            : where === 'total'
              ? { ...figure, total: broken }
              : { ...figure, bySexAge: { girls: broken } },
        );
        const { harm, group } = figures[i] ?? {};
        expect(oddFigures(withFigures(core, mine))).toBe(
          `${harm}, ${group}, ${where}: low, best and high are not in order`,
        );
        expect(oddFigures(withFigures(core, mine, 'ucdp-ged'))).toBeNull();
      }),
    );
  });

  it('may have one row for a harm and a group', () => {
    fc.assert(
      fc.property(anyCore, soundFigures, (core, figures) => {
        const [first] = figures;
        const twice = first ? [...figures, { ...first, bySexAge: {} }] : figures;
        expect(oddFigures(withFigures(core, twice))).toBe(`${first?.harm}, ${first?.group}: there are two rows`);
      }),
    );
  });
});

describe('the components that see a record', () => {
  const party = (role: 'alleged_perpetrator' | 'target') => ({
    name: 'Ours',
    type: 'own_partner_force' as const,
    role,
  });
  const accused = anyInput.map((input) => ({
    ...input,
    core: { ...input.core, hypotheses: [], parties: [party('alleged_perpetrator')] },
  }));
  const from = (input: IncidentInput, dataset: string): IncidentInput => ({
    ...input,
    core: { ...input.core, origin: { ...input.core.origin, dataset } },
  });

  it('of a report against our own or a partner’s people are conduct and discipline alone', () => {
    fc.assert(
      fc.property(accused, (input) => {
        expect(compartmentsFor(from(input, 'own'))).toEqual(['conduct_discipline']);
        expect(compartmentsFor(from(input, 'acled'))).toEqual(input.compartments);
      }),
    );
  });

  it('are the same where they stand in a hypothesis, and those that were named where they are the victims', () => {
    fc.assert(
      fc.property(accused, (input) => {
        const own = from(input, 'own');
        const hypothesis = {
          ...{ id: 'h', actor: 'Ours', actorType: 'own_partner_force' as const, likelihood: 'unlikely' as const },
          ...{ confidence: null, responsibility: 'not_stated' as const },
        };
        const guessed = { ...own, core: { ...own.core, parties: [], hypotheses: [hypothesis] } };
        expect(compartmentsFor(guessed)).toEqual(['conduct_discipline']);
        const victims = { ...own, core: { ...own.core, parties: [party('target')] } };
        expect(compartmentsFor(victims)).toEqual(input.compartments);
      }),
    );
  });
});
