/** The room's domain rules: pure. Lifecycles are data here; their diagrams in docs are generated from it. */
import { levelNumber } from '../platform/principal.ts';
import {
  type HumanRightsStatus,
  LEVELS,
  type Level,
  type OperationalStatus,
  type PlacePrecision,
} from '../vocabulary/codes.ts';
import type { Core, IncidentInput, Protected } from './contract.ts';

/** Two statuses, two owners (PRACTICE §0.8): where each may go from where it is. */
export const OPERATIONAL_LIFE: Record<OperationalStatus, readonly OperationalStatus[]> = {
  unconfirmed: ['being_confirmed', 'confirmed', 'disproved'],
  being_confirmed: ['confirmed', 'disproved', 'unconfirmed'],
  confirmed: ['being_confirmed', 'disproved'],
  disproved: ['being_confirmed'],
};

/** Ends at "reasonable grounds to believe": verification is not a court's proof. */
export const HUMAN_RIGHTS_LIFE: Record<HumanRightsStatus, readonly HumanRightsStatus[]> = {
  not_examined: ['allegation'],
  allegation: ['being_verified', 'not_verified'],
  being_verified: ['reasonable_suspicion', 'reasonable_grounds', 'not_verified'],
  reasonable_suspicion: ['being_verified', 'reasonable_grounds', 'not_verified'],
  reasonable_grounds: ['being_verified'],
  not_verified: ['being_verified'],
};

/** @returns whether a status may follow another; staying is always allowed */
export function mayFollow<S extends string>(life: Record<S, readonly S[]>, from: S, to: S): boolean {
  return from === to || life[from].includes(to);
}

/** Records whose survivors leave the common desk for specialists at once (DESIGN §4, PRACTICE §0.12). */
export function needsSpecialists(core: Core): boolean {
  return core.type === 'sexual_violence' || core.figures.some((f) => f.harm === 'sexual_violence');
}

/** Specialists who see what the common desk does not. */
const SPECIALISTS = ['human_rights', 'child_protection', 'womens_protection'] as const;

/** Places no finer than the second admin level; of one that is vague or not stated nobody can tell. */
const COARSE: ReadonlySet<PlacePrecision> = new Set(['adm2', 'adm1', 'country', 'international']);

/**
 * Takes what may name a survivor out of the open groups of one of our own records: narrative and exact place go to the
 * protected group, the place stays at its second admin level, and the account is for specialists only.
 * Outside data sets are public already and stay as they are.
 */
export function separate(input: IncidentInput): IncidentInput {
  if (input.core.origin.dataset !== 'own' || !needsSpecialists(input.core)) return input;
  const { where } = input.core;
  const fine = !COARSE.has(where.precision);
  // Where nothing moves and nothing was sent, what is protected already goes on holding.
  const nothing = input.protected === null && !input.account?.narrative && !(fine && (where.point || where.name));
  const moved: Protected = {
    people: [],
    caseReference: null,
    ...input.protected,
    exactPoint: input.protected?.exactPoint ?? (fine ? where.point : null),
    exactPlace: input.protected?.exactPlace ?? (fine ? where.name : null),
    narrative: input.protected?.narrative ?? input.account?.narrative ?? null,
  };
  return {
    ...input,
    core: {
      ...input.core,
      title: null,
      where: fine
        ? {
            ...where,
            point: null,
            name: where.adm2 || where.adm1,
            description: null,
            precision: where.adm2 ? 'adm2' : 'adm1',
          }
        : { ...where, description: null },
    },
    account: input.account && {
      ...input.account,
      narrative: null,
      narrativeLanguage: null,
      notes: null,
      sources: input.account.sources.map((s) => ({ ...s, title: null, reference: null })),
      evidence: [],
    },
    protected: nothing ? null : moved,
    levels: {
      core: input.levels.core,
      account: highest(input.levels.account, 'strictly_confidential'),
      protected: 'strictly_confidential',
    },
  };
}

/** Reports against the mission's or a partner's own people go to conduct and discipline, invisible to the accused (PRACTICE §0.10). */
export function compartmentsFor(input: IncidentInput): string[] {
  const accused = [
    ...input.core.hypotheses.map((h) => h.actorType),
    ...input.core.parties.filter((p) => p.role === 'alleged_perpetrator').map((p) => p.type),
  ];
  if (input.core.origin.dataset === 'own' && accused.includes('own_partner_force')) return ['conduct_discipline'];
  return [...input.compartments];
}

/** Who sees a record's words and names: of a survivor's record only specialists, whoever sees the record itself. */
export function compartmentsOfGroups(input: IncidentInput): string[] {
  const all = compartmentsFor(input);
  const accusation = all.includes('conduct_discipline');
  if (accusation || input.core.origin.dataset !== 'own' || !needsSpecialists(input.core)) return all;
  const named = SPECIALISTS.filter((code) => all.includes(code));
  return named.length > 0 ? named : [...SPECIALISTS];
}

const highest = (a: Level, b: Level): Level => LEVELS[Math.max(levelNumber(a), levelNumber(b))] ?? b;

/** Tag of a record that its source no longer has. */
export const WITHDRAWN = 'withdrawn-by-source';

/** As many as the contract takes. */
const MOST_TAGS = 30;

/**
 * A row that its source changed, brought to what we hold: the source's facts are new, our own work on the record
 * (statuses with their reason, hypotheses, links, tags) stays. A row that is there was not, or is no longer, withdrawn.
 */
export function mergeImported(held: Core, incoming: Core): Core {
  const ours = held.tags.filter((tag) => tag !== WITHDRAWN);
  return {
    ...incoming,
    operational: held.operational,
    humanRights: held.humanRights,
    statusNote: held.statusNote,
    hypotheses: held.hypotheses.length > 0 ? held.hypotheses : incoming.hypotheses,
    links: held.links,
    tags: [...ours, ...incoming.tags.filter((tag) => !ours.includes(tag))].slice(0, MOST_TAGS),
  };
}

/** What is odd about the figures of one of our own records, in words; `null` when nothing is. */
export function oddFigures(core: Core): string | null {
  if (core.origin.dataset !== 'own') return null;
  for (const { harm, group, total, bySexAge } of core.figures) {
    for (const [of, { low, best, high }] of [['total', total] as const, ...Object.entries(bySexAge)]) {
      const steps = [low, best, high].filter((n) => n !== null);
      if (steps.some((n, i) => n < (steps[i - 1] ?? n)))
        return `${harm}, ${group}, ${of}: low, best and high are not in order`;
    }
  }
  const seen = new Set<string>();
  for (const { harm, group } of core.figures) {
    if (seen.has(`${harm} ${group}`)) return `${harm}, ${group}: there are two rows`;
    seen.add(`${harm} ${group}`);
  }
  return null;
}
