import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IncidentInput } from './contract.ts';
import { anyInput } from './import/incident.test-help.ts';
import { compartmentsOfGroups } from './rules.ts';
import { needsSpecialists, SPECIALISTS, separate } from './specialists.ts';

/** What may name a survivor, each text once and found nowhere else. */
const TELLING = {
  title: 'canary-title',
  name: 'canary-place',
  description: 'canary-description',
  narrative: 'canary-narrative',
  notes: 'canary-notes',
  sourceTitle: 'canary-source-title',
  reference: 'canary-reference',
  evidence: 'canary-evidence',
  target: 'canary-target',
  damage: 'canary-damage',
  extra: 'canary-extra',
};
const POINT: [number, number] = [21.123456, 6.654321];

const named = (sexAge: 'girls' | 'boys') => ({
  people: [{ name: 'canary-child', role: 'victim', note: null, sexAge }],
  ...{ exactPoint: null, exactPlace: null, narrative: null, caseReference: null, setApart: null },
});

/** Our own records of sexual violence, or of a named child, with all that may name somebody in them. */
const survivors: fc.Arbitrary<IncidentInput> = fc
  .tuple(
    anyInput,
    fc.constantFrom('type', 'figure', 'girls', 'boys', 'said'),
    fc.constantFrom('exact', 'near', 'vague_feature', 'unknown'),
    fc.boolean(),
  )
  .map(([input, because, precision, hasProtected]) => {
    const { core } = input;
    const source = {
      ...{
        id: 's',
        kind: 'media' as const,
        name: 'The Paper',
        title: TELLING.sourceTitle,
        reference: TELLING.reference,
      },
      ...{ date: null, sourceGrade: null, informationGrade: null, originKey: null, supports: [] },
      civilianStatus: 'not_stated' as const,
    };
    const figure = {
      harm: 'sexual_violence',
      group: 'all',
      total: { low: 1, best: 1, high: 1 },
      bySexAge: {},
    } as const;
    return {
      ...input,
      core: {
        ...core,
        type: because === 'type' ? 'sexual_violence' : 'attack_on_civilians',
        figures: because === 'figure' ? [figure] : [],
        parties: [{ name: TELLING.target, type: 'civilians', role: 'target' }],
        damage: [{ object: 'homes', extent: 'destroyed', count: 1, peopleAffected: null, note: TELLING.damage }],
        specialists: because === 'said',
        title: TELLING.title,
        where: { ...core.where, precision, point: POINT, name: TELLING.name, description: TELLING.description },
        origin: { ...core.origin, dataset: 'own' },
      },
      account: {
        ...{
          narrative: TELLING.narrative,
          narrativeLanguage: 'en',
          notes: TELLING.notes,
          sources: [source],
          extra: { column: TELLING.extra },
        },
        evidence: [{ hypothesis: 'h', side: 'for' as const, text: TELLING.evidence, source: null }],
      },
      protected: because === 'girls' || because === 'boys' ? named(because) : hasProtected ? input.protected : null,
    };
  })
  .map((input) => IncidentInput.parse(input));

describe('records of survivors and of named children', () => {
  it('leave nothing that may name them outside the protected group', () => {
    fc.assert(
      fc.property(survivors, (input) => {
        const { protected: kept, ...open } = separate(input);
        const said = JSON.stringify(open);
        for (const text of Object.values(TELLING)) expect(said).not.toContain(text);
        expect(open.core.where.point).toBeNull();
        expect(said).not.toContain(String(POINT[0]));
        expect(kept?.exactPoint).toEqual(input.protected?.exactPoint ?? POINT);
        expect(kept?.exactPlace).toBe(input.protected?.exactPlace ?? TELLING.name);
        expect(kept?.narrative).toBe(input.protected?.narrative ?? TELLING.narrative);
      }),
    );
  });

  it('have an account and names for specialists alone, whatever levels were sent', () => {
    fc.assert(
      fc.property(survivors, (input) => {
        const { levels } = separate(input);
        expect(levels).toEqual({
          core: input.levels.core,
          account: 'strictly_confidential',
          protected: 'strictly_confidential',
        });
      }),
    );
  });

  it('are separated once: again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(survivors, anyInput), (input) => {
        const once = separate(input);
        expect(separate(once)).toEqual(once);
      }),
    );
  });

  it('keep their place at the level of a district', () => {
    fc.assert(
      fc.property(survivors, (input) => {
        const before = input.core.where;
        fc.pre(['exact', 'near', 'vague_feature', 'unknown'].includes(before.precision));
        const { where } = separate(input).core;
        expect(where.name).toBe(before.adm2 || before.adm1);
        expect(where.precision).toBe(before.adm2 ? 'adm2' : 'adm1');
      }),
    );
  });

  it('of outside data sets, and all other records, stay as they are', () => {
    fc.assert(
      fc.property(anyInput, survivors, (any, about) => {
        const outside = { ...about, core: { ...about.core, origin: { ...about.core.origin, dataset: 'ucdp-ged' } } };
        expect(separate(outside)).toBe(outside);
        if (!needsSpecialists(any)) expect(separate(any)).toBe(any);
      }),
    );
  });

  it('lose nothing that was sent, also where the protected group had a place and words of its own', () => {
    fc.assert(
      fc.property(survivors, (input) => {
        const said = JSON.stringify(separate(input));
        for (const text of Object.values(TELLING)) expect(said).toContain(text);
        for (const part of POINT) expect(said).toContain(String(part));
        const { people = [], narrative, exactPlace, caseReference } = input.protected ?? {};
        const kept = separate(input).protected;
        expect(kept?.people).toEqual(people);
        expect(kept?.caseReference ?? null).toBe(caseReference ?? null);
        expect(kept?.narrative).toBe(narrative ?? TELLING.narrative);
        expect(kept?.exactPlace).toBe(exactPlace ?? TELLING.name);
      }),
    );
  });

  it('keep what was set apart through an edit that does not say it again', () => {
    fc.assert(
      fc.property(survivors, (input) => {
        const kept = separate(input);
        const { title, where, parties, damage } = kept.core;
        const edit = { ...kept, core: { ...input.core, title, where, parties, damage } };
        expect(separate(edit)).toEqual(separate({ ...edit, core: { ...edit.core, specialists: true } }));
        expect(separate({ ...edit, core: { ...edit.core, specialists: true } }).protected).toEqual(kept.protected);
      }),
    );
  });

  it('take a field that comes anew in place of the one set apart', () => {
    fc.assert(
      fc.property(survivors, (input) => {
        const kept = separate(input);
        const account = { ...kept.account, notes: 'new notes' } as NonNullable<IncidentInput['account']>;
        const again = separate({ ...kept, core: { ...kept.core, title: 'new title' }, account }).protected?.setApart;
        expect([again?.title, again?.account?.notes]).toEqual(['new title', 'new notes']);
        expect(again?.account?.evidence).toEqual(kept.protected?.setApart?.account?.evidence);
      }),
    );
  });

  it('have words and names for specialists alone', () => {
    fc.assert(
      fc.property(survivors, (input) => {
        const unaccused = { ...input, core: { ...input.core, hypotheses: [] }, compartments: ['military'] };
        const seenBy = compartmentsOfGroups(separate(unaccused));
        expect(seenBy).toEqual([...SPECIALISTS]);
      }),
    );
  });
});
