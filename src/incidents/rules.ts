/** The room's domain rules: pure. Lifecycles are data here; their diagrams in docs are generated from it. */
import { levelNumber } from '../platform/principal.ts';
import type { Level } from '../vocabulary/codes.ts';
import type { Core, IncidentInput } from './contract.ts';
import { needsSpecialists, SPECIALISTS } from './specialists.ts';

/** @returns whether a status may follow another; staying is always allowed */
export function mayFollow<S extends string>(life: Record<S, readonly S[]>, from: S, to: S): boolean {
  return from === to || life[from].includes(to);
}

/** Reports against the mission's or a partner's own people go to conduct and discipline, invisible to the accused (PRACTICE §0.10). */
export function compartmentsFor(input: Scoped): string[] {
  return accusesOwn(input.core) ? ['conduct_discipline'] : [...input.compartments];
}

/** Whether one of our own records accuses the mission's or a partner's people. */
export function accusesOwn({ hypotheses, parties, origin }: Core): boolean {
  const accused = [
    ...hypotheses.map((h) => h.actorType),
    ...parties.filter((p) => p.role === 'alleged_perpetrator').map((p) => p.type),
  ];
  return origin.dataset === 'own' && accused.includes('own_partner_force');
}

type Scoped = Pick<IncidentInput, 'core' | 'protected' | 'compartments'>;

/** Who sees a record's words and names: of a survivor's or a named child's only specialists, whoever sees the record itself. */
export function compartmentsOfGroups(input: Scoped): string[] {
  const all = compartmentsFor(input);
  if (all.includes('conduct_discipline') || !needsSpecialists(input)) return all;
  const named = SPECIALISTS.filter((code) => all.includes(code));
  return named.length > 0 ? named : [...SPECIALISTS];
}

/** Tag of a record that its source no longer has. */
export const WITHDRAWN = 'withdrawn-by-source';
/** Verb of a version that undoes what an import wrote. */
export const TAKE_BACK = 'incident.take_back';

/** Whose eyes a row is for that comes again: a file may close what we hold further, and never opens what somebody closed. */
export function keptScope(
  held: Pick<IncidentInput, 'levels' | 'compartments'>,
  incoming: Pick<IncidentInput, 'levels'>,
): Pick<IncidentInput, 'levels' | 'compartments'> {
  const closer = (group: keyof IncidentInput['levels']): Level =>
    levelNumber(held.levels[group]) > levelNumber(incoming.levels[group]) ? held.levels[group] : incoming.levels[group];
  return {
    levels: { core: closer('core'), account: closer('account'), protected: closer('protected') },
    compartments: [...held.compartments],
  };
}

/** As many as the contract takes. */
export const MOST_TAGS = 30;

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
    ...(held.specialists ? { specialists: true } : {}),
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
