import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as codes from './codes.ts';
import { FRAMEWORKS, ROLE_CODES, ROLES, VERBS } from './index.ts';
import { allLists, equivalents, isListId, type ListId, label, list, listIds } from './lists.ts';
import sources from './sources.json' with { type: 'json' };
import { glossary, TERMS } from './write-glossary.ts';

const own: Record<string, readonly string[]> = {
  'event-types': codes.EVENT_TYPES,
  'observation-types': codes.OBSERVATION_TYPES,
  'activity-types': codes.ACTIVITY_TYPES,
  'record-kinds': codes.RECORD_KINDS,
  'actor-types': codes.ACTOR_TYPES,
  'party-roles': codes.PARTY_ROLES,
  'time-precisions': codes.TIME_PRECISIONS,
  'place-precisions': codes.PLACE_PRECISIONS,
  'harm-kinds': codes.HARM_KINDS,
  'harmed-groups': codes.HARMED_GROUPS,
  'sex-age': codes.SEX_AGE,
  'civilian-statuses': codes.CIVILIAN_STATUSES,
  'operational-statuses': codes.OPERATIONAL_STATUSES,
  'human-rights-statuses': codes.HUMAN_RIGHTS_STATUSES,
  likelihoods: codes.LIKELIHOODS,
  confidences: codes.CONFIDENCES,
  responsibilities: codes.RESPONSIBILITIES,
  'source-kinds': codes.SOURCE_KINDS,
  'source-grades': codes.SOURCE_GRADES,
  'information-grades': codes.INFORMATION_GRADES,
  means: codes.MEANS,
  'damaged-objects': codes.DAMAGED_OBJECTS,
  'damage-extents': codes.DAMAGE_EXTENTS,
  'incident-relations': codes.INCIDENT_RELATIONS,
  levels: codes.LEVELS,
  compartments: codes.COMPARTMENTS,
  'mission-frameworks': codes.MISSION_FRAMEWORKS,
  languages: codes.LANGUAGES,
  'poc-tiers': codes.POC_TIERS,
  'mandate-addressees': codes.MANDATE_ADDRESSEES,
  'mandate-findings': codes.MANDATE_FINDINGS,
  'mandate-substitutes': codes.MANDATE_FINDINGS,
  'mandate-kinds': codes.MANDATE_KINDS,
  'mandate-modalities': codes.MANDATE_MODALITIES,
  'mandate-qualifiers': codes.MANDATE_QUALIFIERS,
  'mandate-relations': codes.MANDATE_RELATIONS,
  'mandate-strengths': codes.MANDATE_STRENGTHS,
  'mandate-tasks': codes.MANDATE_TASKS,
  'provision-reviews': codes.PROVISION_REVIEWS,
  roles: ROLE_CODES,
  verbs: VERBS,
};

const everyCode = allLists().flatMap((l) => l.codes.map((c) => ({ l, c, at: `${l.id}/${c.code}` })));

/** Every three-language text there is, with where it stands. */
const everyText = [
  ...allLists().map((l) => ({ at: `${l.id} title`, text: l.title })),
  ...everyCode.flatMap(({ c, at }) => [
    { at, text: c.labels },
    ...(c.help ? [{ at: `${at} help`, text: c.help }] : []),
  ]),
  ...FRAMEWORKS.flatMap((f) => [
    ...f.limits.map((x, i) => ({ at: `${f.code} limit ${i}`, text: x.text })),
    ...Object.entries(f.words).map(([w, text]) => ({ at: `${f.code} word ${w}`, text })),
  ]),
  ...ROLES.map((r) => ({ at: `${r.code} why`, text: r.why })),
  ...TERMS.map((t) => ({ at: `term ${t.term.en}`, text: t.term })),
];

describe('the lists and codes.ts', () => {
  it('every array of codes.ts has a list', () => {
    const arrays = Object.values(codes).filter((x) => Array.isArray(x));
    expect(arrays.filter((a) => !Object.values(own).includes(a))).toEqual([]);
  });

  it.each(Object.entries(own))('%s has exactly its codes, in their order', (id, expected) => {
    expect(isListId(id)).toBe(true);
    expect(list(id as ListId).codes.map((c) => c.code)).toEqual(expected);
  });

  it('every file in lists/ is loaded under its own name', () => {
    const files = readdirSync(new URL('./lists/', import.meta.url)).map((f) => f.replace(/\.json$/, ''));
    expect(files.filter((f) => !isListId(f))).toEqual([]);
    expect(listIds().filter((id) => list(id).id !== id)).toEqual([]);
  });

  it('no code stands twice in a list', () => {
    const twice = allLists().filter((l) => new Set(l.codes.map((c) => c.code)).size !== l.codes.length);
    expect(twice.map((l) => l.id)).toEqual([]);
  });
});

describe('words in three languages', () => {
  it('Arabic is written in Arabic letters and differs from the English', () => {
    const wrong = everyText.filter(({ text }) => !/\p{Script=Arabic}{2}/u.test(text.ar) || text.ar === text.en);
    expect(wrong).toEqual([]);
  });

  it('English and French hold no Arabic letters', () => {
    expect(everyText.filter(({ text }) => /\p{Script=Arabic}/u.test(text.en + text.fr))).toEqual([]);
  });

  it('whole sentences are not left in English in the French', () => {
    expect(everyText.filter(({ text }) => text.en === text.fr && text.en.includes(' '))).toEqual([]);
  });

  it.each(codes.LANGUAGES)('no two codes of a list have the same label in %s', (language) => {
    const twice = allLists().flatMap((l) => {
      const seen = l.codes.map((c) => c.labels[language].toLowerCase());
      return seen.filter((x, i) => seen.indexOf(x) !== i).map((x) => `${l.id}: ${x}`);
    });
    expect(twice).toEqual([]);
  });

  it('answers a label, and an unknown code as it is', () => {
    expect(label('event-types', 'forced_displacement', 'ar')).toBe('تشريد قسري');
    expect(label('event-types', 'retired_code', 'fr')).toBe('retired_code');
  });
});

describe('sources', () => {
  const all = [
    ...allLists().map((l) => ({ at: l.id, source: l.source })),
    ...everyCode.flatMap(({ c, at }) => (c.source ? [{ at, source: c.source }] : [])),
    ...FRAMEWORKS.flatMap((f) => f.limits.map((x) => ({ at: f.code, source: x.source }))),
    ...TERMS.map((t) => ({ at: t.term.en, source: t.source })),
  ];

  it('each says a document, or that there is none', () => {
    expect(all.filter(({ source }) => !/^(\[(S\d+|seed)\]|unsourced|own usage)/.test(source))).toEqual([]);
  });

  it('each document is listed, and each listed document is used', () => {
    const used = new Set(all.flatMap(({ source }) => [...source.matchAll(/\[(S\d+|seed)\]/g)].map((m) => m[1])));
    for (const { source } of FRAMEWORKS) for (const m of source.matchAll(/\[(S\d+|seed)\]/g)) used.add(m[1]);
    expect([...used].sort()).toEqual(Object.keys(sources).sort());
  });
});

describe('maps', () => {
  it('lead only to lists and codes that exist', () => {
    const lost = everyCode.flatMap(({ c, at }) =>
      Object.entries(c.maps ?? {}).flatMap(([target, equal]) =>
        equal
          .filter((e) => !isListId(target) || !list(target).codes.some((x) => x.code === e.code))
          .map((e) => `${at} → ${target}/${e.code}`),
      ),
    );
    expect(lost).toEqual([]);
  });

  it('a parent is a code of the same list', () => {
    expect(everyCode.filter(({ l, c }) => c.parent && !l.codes.some((x) => x.code === c.parent))).toEqual([]);
  });

  it('every own type says its equals in ACLED and UCDP, or that there is none', () => {
    const silent = everyCode.filter(
      ({ l, c }) =>
        (['event-types', 'observation-types', 'activity-types'].includes(l.id) && !c.maps?.['acled-event-types']) ||
        (l.id === 'event-types' && (!c.maps?.['ucdp-violence-types'] || !c.maps?.['grave-violations'])),
    );
    expect(silent.map((x) => x.at)).toEqual([]);
  });

  it('leave out an equivalent whose condition does not hold', () => {
    const of = (holds: Set<'children_among_victims'>) =>
      equivalents('event-types', 'abduction', 'grave-violations', holds).map((e) => e.code);
    expect(of(new Set())).toEqual([]);
    expect(of(new Set(['children_among_victims']))).toEqual(['abduction']);
  });

  it('five of the six grave violations trigger listing', () => {
    const trigger = list('grave-violations').codes.filter((c) => c.facts?.triggersListing);
    expect(trigger).toHaveLength(5);
    expect(trigger.map((c) => c.code)).not.toContain('denial_humanitarian_access');
  });
});

it('docs/glossary.md is what the lists say today (node src/vocabulary/write-glossary.ts)', () => {
  expect(readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')).toBe(glossary());
});
