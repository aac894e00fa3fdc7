/**
 * “Tamrin Open Events (invented)”: a data set that somebody else makes from newspapers. It holds part of the same
 * events, a day off, a village off, with other numbers and other names for who did it, and events we never heard of.
 */
import type { IncidentInput } from '../../../incidents/contract.ts';
import type { EventType } from '../../../vocabulary/codes.ts';
import { ACTORS } from '../actors.ts';
import { SHIELDED } from '../catalogue.ts';
import { DAY, FIRST_DAY, HOUR, isoDay, SIMULATED_NOW } from '../clock.ts';
import { at, Rng } from '../rng.ts';
import { fill, PHRASES } from '../words/write.ts';
import type { Facts } from './facts.ts';
import { KNOWN, type Stage } from './stages.ts';
import { locate, type World } from './world.ts';

export const OPEN_EVENTS = { slug: 'tamrin-open-events', name: 'Tamrin Open Events (invented)' } as const;

const NOW = SIMULATED_NOW.getTime();
const WEEK = 7 * DAY;
/** Releases come out on Mondays at 06:00: the last is two hours old now. */
const release = (instant: number) => NOW - 2 * HOUR - Math.floor((NOW - 2 * HOUR - instant) / WEEK) * WEEK;

/** How the outside world would have called it. It knows fewer kinds than we do. */
const THEIR_TYPE: Partial<Record<EventType, { ours: EventType; theirs: string }>> = {
  armed_clash: { ours: 'armed_clash', theirs: 'Battle' },
  territory_change: { ours: 'territory_change', theirs: 'Battle' },
  shelling: { ours: 'shelling', theirs: 'Explosions' },
  air_drone_strike: { ours: 'air_drone_strike', theirs: 'Explosions' },
  ied_landmine: { ours: 'ied_landmine', theirs: 'Explosions' },
  riot: { ours: 'riot', theirs: 'Unrest' },
  mob_violence: { ours: 'mob_violence', theirs: 'Unrest' },
  peaceful_protest: { ours: 'peaceful_protest', theirs: 'Unrest' },
  abduction: { ours: 'abduction', theirs: 'Kidnapping' },
};
const ANYTHING_ELSE = { ours: 'attack_on_civilians', theirs: 'Violence against civilians' } as const;

/** Its own view of an event: the day, place, number and group are theirs. */
export function outsideFacts(world: World, base: Facts, ordinal: number, today: number): Facts {
  const rng = Rng.of(world.seed, 'outside', ordinal);
  const shift = rng.weighted([60, 25, 10]);
  const last = Math.floor((NOW - 3 * HOUR - FIRST_DAY) / DAY);
  const day = Math.min(last, Math.floor((base.instant - FIRST_DAY) / DAY) + shift);
  const villages = at(world.villages, base.area);
  return {
    ...base,
    ordinal,
    id: rng.uuid(),
    fromDay: day,
    toDay: day,
    precision: 'day',
    village: rng.chance(0.25) ? at(villages.ids, rng.weighted(villages.weights)) : base.village,
    placed: SHIELDED.has(base.type) ? 'adm2' : at(['exact', 'near', 'adm2'] as const, rng.weighted([50, 30, 20])),
    actor: rng.chance(0.3) ? -1 : base.actor,
    killed: rng.chance(0.4) ? base.killed : Math.max(0, Math.round(base.killed * rng.range(0.4, 1.9))),
    suspects: [],
    link: null,
    // Nothing is printed before the day on which this row is made, however old the event.
    known: Math.max(base.known, FIRST_DAY + today * DAY),
  };
}

/** In which release it appears, and sometimes a later one that changes it. */
export function outsideStages(seed: number, facts: Facts): Stage[] {
  const rng = Rng.of(seed, 'releases', facts.ordinal);
  const heard = Math.max(FIRST_DAY + (facts.toDay + 1) * DAY, facts.known) + rng.range(0, 5 * DAY);
  const first = Math.min(release(heard) + WEEK, NOW - HOUR);
  const stages: Stage[] = [{ at: first, by: 'data_officer', verb: 'incident.import', known: 0, step: null }];
  const second = first + WEEK * rng.int(1, 6);
  if (rng.chance(0.15) && second < NOW)
    stages.push({ at: second, by: 'data_officer', verb: 'incident.import', known: KNOWN.revised, step: null });
  return stages;
}

/** One row of one release. */
export function renderOutside(world: World, facts: Facts, known: number): IncidentInput {
  const rng = Rng.of(world.seed, 'row', facts.ordinal);
  const village = at(world.island.settlements, facts.village);
  const killed = known & KNOWN.revised ? facts.killed + 1 + (facts.ordinal % 3) : facts.killed;
  const { ours, theirs } = (facts.profile && THEIR_TYPE[facts.profile.type]) ?? ANYTHING_ELSE;
  const place = village.names.en;
  const actor = facts.actor >= 0 ? at(ACTORS, facts.actor) : null;
  const words = {
    who: actor?.members.en ?? 'armed men',
    a: actor?.definite.en ?? 'armed men',
    b: 'another group',
    place,
    area: '',
    n: '',
  };
  const count = { low: killed, best: killed, high: killed };
  return {
    id: facts.id,
    core: {
      kind: 'incident',
      type: ours,
      title: null,
      when: { from: isoDay(facts.fromDay), to: isoDay(facts.toDay), at: null, precision: 'day' },
      where: locate(world, village, facts.placed, rng),
      parties: [
        {
          name: actor?.names.en ?? 'Unidentified Armed Group (Tamrin)',
          type: actor?.type ?? 'unidentified',
          role: 'party',
        },
        ...(facts.profile?.clash
          ? []
          : [{ name: 'Civilians (Tamrin)', type: 'civilians' as const, role: 'party' as const }]),
      ],
      hypotheses: [],
      figures: killed > 0 ? [{ harm: 'killed', group: 'all', total: count, bySexAge: {} }] : [],
      means: [],
      damage: [],
      tags: [],
      links: [],
      sourceCount: 1,
      independentSources: 1,
      origin: {
        dataset: OPEN_EVENTS.slug,
        externalId: `TOE-${String(facts.ordinal).padStart(7, '0')}`,
        sourceType: theirs,
      },
      operational: 'unconfirmed',
      humanRights: 'not_examined',
      statusNote: null,
    },
    account: {
      narrative: PHRASES.en.sentence(
        PHRASES.en.date(isoDay(facts.fromDay)),
        fill(at(PHRASES.en.says[ours].clauses, 0), words),
      ),
      narrativeLanguage: 'en',
      sources: [
        {
          id: 's1',
          kind: 'data_set',
          name: OPEN_EVENTS.name,
          title: null,
          date: isoDay(facts.fromDay),
          reference: null,
          sourceGrade: 'C',
          informationGrade: '3',
          originKey: `toe-${facts.ordinal}`,
          civilianStatus: 'not_stated',
          supports: [],
        },
      ],
      evidence: [],
      notes: null,
      extra: { event_id: `TOE-${String(facts.ordinal).padStart(7, '0')}`, their_type: theirs },
    },
    protected: null,
    levels: { core: 'internal', account: 'internal', protected: 'strictly_confidential' },
    compartments: [],
  };
}
