import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVITY_TYPES,
  ACTOR_TYPES,
  EVENT_TYPES,
  OBSERVATION_TYPES,
  PLACE_PRECISIONS,
  TIME_PRECISIONS,
} from './codes.ts';
import { list } from './lists.ts';
import * as m from './mappings.ts';

const acled = list('acled-event-types').codes;
const subEvents = acled.flatMap((c) => (c.parent ? [{ type: c.parent, sub: c.code }] : []));
const ownTypes = [...EVENT_TYPES, ...OBSERVATION_TYPES, ...ACTIVITY_TYPES];

describe('ACLED', () => {
  it('has six event types and twenty-five sub-event types', () => {
    expect(acled.filter((c) => !c.parent)).toHaveLength(6);
    expect(subEvents).toHaveLength(25);
  });

  it.each(subEvents)('$type / $sub is something with us', ({ type, sub }) => {
    const got = m.fromAcled(type, sub);
    expect(got.recognised).toBe(true);
    expect(got.kind === 'incident' ? EVENT_TYPES : OBSERVATION_TYPES).toContain(got.code);
    expect(got.code).not.toBe('other_event');
  });

  it('is an identity there and back wherever both ways say exact', () => {
    const there = ownTypes.filter((t) => m.toAcled(t)?.exact);
    expect(there.length).toBeGreaterThanOrEqual(15);
    for (const type of there) {
      const to = m.toAcled(type);
      expect(m.fromAcled(to?.eventType ?? '', to?.subEventType ?? '')).toMatchObject({ code: type, exact: true });
    }
    for (const { type, sub } of subEvents) {
      const from = m.fromAcled(type, sub);
      if (from.exact) expect(m.toAcled(from.code)).toEqual({ eventType: type, subEventType: sub, exact: true });
    }
  });

  it('has no equal for these types of ours, and for no others', () => {
    expect(ownTypes.filter((t) => m.toAcled(t) === null)).toEqual([
      'forced_displacement',
      'denial_of_access',
      'cyber_attack',
      'siege_restriction',
      'threat_intimidation',
      'hate_incitement',
      'other_event',
      'tension',
      'rumour',
      'displacement_seen',
      'service_interrupted',
      ...ACTIVITY_TYPES,
    ]);
  });

  it('is read whatever its case, its outer spaces and its spelling of protesters', () => {
    const written = fc.constantFrom(...subEvents).chain(({ type, sub }) =>
      fc.record({
        type: fc.constantFrom(type, type.toUpperCase(), ` ${type.toLowerCase()} `),
        sub: fc.constantFrom(sub, sub.toUpperCase(), `${sub} `, sub.replace('protesters', 'protestors')),
        expected: fc.constant(m.fromAcled(type, sub)),
      }),
    );
    fc.assert(
      fc.property(written, ({ type, sub, expected }) => {
        expect(m.fromAcled(type, sub)).toEqual(expected);
      }),
    );
  });

  it('answers any words at all and says when it does not know them', () => {
    const known = new Set(acled.map((c) => c.code.toLowerCase()));
    const words = fc.string().filter((s) => !known.has(s.trim().toLowerCase()));
    fc.assert(
      fc.property(words, words, (type, sub) => {
        expect(m.fromAcled(type, sub)).toMatchObject({ code: 'other_event', exact: false, recognised: false });
        expect(m.fromAcled('Battles', sub)).toMatchObject({ code: 'armed_clash', exact: false, recognised: false });
      }),
    );
  });

  it('does not take a sub-event type under the wrong event type at its word', () => {
    expect(m.fromAcled('Riots', 'Armed clash')).toMatchObject({ code: 'riot', exact: false, recognised: false });
  });

  it('reads a grenade by whom it was thrown at', () => {
    const grenade = (civiliansTargeted: boolean) =>
      m.fromAcled('Explosions/Remote violence', 'Grenade', { civiliansTargeted }).code;
    expect([grenade(true), grenade(false)]).toEqual(['attack_on_civilians', 'armed_clash']);
  });
});

describe('UCDP GED', () => {
  const types: m.UcdpViolence[] = [1, 2, 3];

  it('comes back to the same type when the parties are those of the type', () => {
    const parties = {
      1: { actorTypes: ['state_security_force', 'non_state_armed_group'] as const },
      2: { actorTypes: ['non_state_armed_group', 'communal_militia'] as const },
      3: { actorTypes: ['unidentified'] as const, civiliansTargeted: true },
    };
    for (const t of types) expect(m.toUcdp(m.fromUcdp(t).code, parties[t])?.code).toBe(t);
  });

  it('never claims to be exact: its types say who fought, not what was done', () => {
    for (const t of types) expect(m.fromUcdp(t).exact).toBe(false);
    const facts = { actorTypes: [...ACTOR_TYPES], civiliansTargeted: true };
    expect(EVENT_TYPES.filter((t) => m.toUcdp(t, facts)?.exact)).toEqual([]);
  });

  it('a side called Civilians makes it one-sided', () => {
    expect(m.fromUcdp(1, 'Civilians').code).toBe('attack_on_civilians');
    expect(m.fromUcdp(1, 'Seleka').code).toBe('armed_clash');
  });

  it('leaves a fight between parties nobody can name undecided', () => {
    expect(m.toUcdp('armed_clash')).toBeNull();
    expect(m.toUcdp('armed_clash', { actorTypes: ['unidentified', 'communal_militia'] })).toBeNull();
  });

  it('counts no such thing for these types of ours, whoever is named', () => {
    const all = [
      { actorTypes: ['state_security_force'] as const, civiliansTargeted: true },
      { actorTypes: ['non_state_armed_group'] as const },
    ];
    expect(EVENT_TYPES.filter((t) => all.every((c) => m.toUcdp(t, c) === null))).toEqual([
      'torture_ill_treatment',
      'sexual_violence',
      'abduction',
      'enforced_disappearance',
      'arbitrary_detention',
      'forced_displacement',
      'recruitment_of_children',
      'denial_of_access',
      'pillage_destruction',
      'cyber_attack',
      'mob_violence',
      'riot',
      'peaceful_protest',
      'protest_repressed',
      'siege_restriction',
      'threat_intimidation',
      'hate_incitement',
      'other_event',
    ]);
  });

  it.each([
    ['1', 1],
    [' State-based violence', 1],
    ['non-state', 2],
    ['One-sided violence', 3],
    ['4', null],
    ['', null],
    ['violence', null],
  ])('reads the type "%s"', (text, expected) => {
    expect(m.parseUcdpViolence(text)).toBe(expected);
  });
});

describe('precision', () => {
  const pairs = [
    ['UCDP place', PLACE_PRECISIONS, m.placePrecisionToUcdp, m.placePrecisionFromUcdp, 7],
    ['ACLED place', PLACE_PRECISIONS, m.placePrecisionToAcled, m.placePrecisionFromAcled, 3],
    ['UCDP time', TIME_PRECISIONS, m.timePrecisionToUcdp, m.timePrecisionFromUcdp, 5],
    ['ACLED time', TIME_PRECISIONS, m.timePrecisionToAcled, m.timePrecisionFromAcled, 3],
  ] as const;

  it.each(pairs)(
    '%s: every number is read, and an exact one is an identity both ways',
    (_, codes, to, from, numbers) => {
      const there = to as (code: string) => m.Mapped<number> | null;
      for (const code of codes) {
        const number = there(code);
        if (number?.exact) expect(from(number.code)).toEqual({ code, exact: true });
      }
      for (let n = 1; n <= numbers; n++) {
        const code = from(n);
        expect(codes).toContain(code?.code);
        if (code?.exact) expect(there(code.code)).toEqual({ code: n, exact: true });
      }
      for (const n of [0, numbers + 1, 1.5, Number.NaN]) expect(from(n)).toBeNull();
    },
  );

  it('what has no equal says so', () => {
    expect(m.placePrecisionToUcdp('unknown')).toBeNull();
    expect(m.placePrecisionToAcled('country')).toBeNull();
    expect(m.timePrecisionToAcled('longer')).toBeNull();
  });
});

describe('actors', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('inter %i is an actor type, and itself again where exact', (inter) => {
    const got = m.actorTypeFromAcledInter(inter);
    expect(ACTOR_TYPES).toContain(got?.code);
    if (got?.exact) expect(m.actorTypeToAcledInter(got.code)).toEqual({ code: inter, exact: true });
  });

  it('reads the words of newer files and refuses what is none', () => {
    expect(m.actorTypeFromAcledInter('State forces')?.code).toBe('state_security_force');
    expect(m.actorTypeFromAcledInter('Rebel group')?.code).toBe('non_state_armed_group');
    expect(m.actorTypeFromAcledInter('External/Other forces')?.code).toBe('foreign_force');
    for (const none of [0, 9, '', 'constructor']) expect(m.actorTypeFromAcledInter(none)).toBeNull();
  });

  it('keeps somebody unidentified unidentified', () => {
    expect(m.actorTypeFromAcledInter(3, 'Unidentified Armed Group (Mali)')?.code).toBe('unidentified');
    expect(m.actorTypeToAcledInter('unidentified')).toBeNull();
  });

  it('does not mix violation and abuse', () => {
    expect(m.violationOrAbuse('state_security_force')).toEqual({ code: 'violation', exact: true });
    expect(m.violationOrAbuse('non_state_armed_group')).toEqual({ code: 'abuse', exact: true });
    expect(m.violationOrAbuse('unidentified')).toBeNull();
  });
});

describe('children, survivors, human rights', () => {
  const codesOf = (...x: Parameters<typeof m.graveViolationsOf>) => m.graveViolationsOf(...x).map((g) => g.code);

  it('every grave violation is reached by some type', () => {
    const reached = new Set(EVENT_TYPES.flatMap((t) => codesOf(t, true)));
    expect([...reached].sort()).toEqual(
      list('grave-violations')
        .codes.map((c) => c.code)
        .sort(),
    );
  });

  it('what needs a child among the victims is no grave violation without one', () => {
    expect(codesOf('summary_killing')).toEqual([]);
    expect(codesOf('summary_killing', true)).toEqual(['killing_maiming']);
    expect(codesOf('recruitment_of_children')).toEqual(['recruitment_use']);
    expect(codesOf('attack_on_school', true)).toEqual(['attacks_schools_hospitals', 'killing_maiming']);
  });

  it('sexual violence, and nothing else, leaves the common desk by its type', () => {
    expect(ownTypes.filter(m.isSexualViolence)).toEqual(['sexual_violence']);
  });

  it('every family of violations is reached by some type', () => {
    const reached = new Set(EVENT_TYPES.flatMap(m.violationFamiliesOf));
    expect(reached.size).toBe(list('human-rights-violation-families').codes.length);
  });
});
