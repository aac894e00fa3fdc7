/** How knowledge of one event grows: its versions, each with who wrote it and when. */

import type { IncidentInput } from '../../../incidents/contract.ts';
import { SHIELDED } from '../catalogue.ts';
import { DAY, HOUR, SIMULATED_NOW } from '../clock.ts';
import type { PersonKey } from '../people.ts';
import { Rng } from '../rng.ts';
import type { StatusStep } from '../words/phrases.ts';
import { RENEWAL_DAY } from './calendar.ts';
import type { Facts } from './facts.ts';

export type Verb = 'incident.record' | 'incident.edit' | 'incident.confirm' | 'incident.verify' | 'incident.import';

/** What is known by now; bits add up from version to version. */
export const KNOWN = {
  secondSource: 1,
  preciseDate: 2,
  attributed: 4,
  checking: 8,
  confirmed: 16,
  disproved: 32,
  allegation: 64,
  verifying: 128,
  suspicion: 256,
  grounds: 512,
  notVerified: 1024,
  revised: 2048,
  sameEvent: 4096,
} as const;

/** The steps of the two ladders; a version that takes one changes nothing else. */
const STEPS = [
  'checking',
  'confirmed',
  'disproved',
  'allegation',
  'verifying',
  'suspicion',
  'grounds',
  'notVerified',
] as const satisfies readonly StatusStep[];

/** `known` is what is known by now; `step` the last step taken on either ladder, whose reason stands on the record. */
export type Knowledge = { known: number; step: StatusStep | null };
/** One version becoming known. */
export type Write = { at: Date; by: PersonKey; verb: Verb; input: IncidentInput };

export type Stage = Knowledge & { at: number; by: PersonKey; verb: Verb };

const NOW = SIMULATED_NOW.getTime();

/** Versions of an own record in the order in which they were written; those after now are not written yet. */
export function makeStages(seed: number, facts: Facts): Stage[] {
  const rng = Rng.of(seed, 'stages', facts.ordinal);
  const stages: Stage[] = [
    { at: facts.known, by: recorder(facts, rng), verb: 'incident.record', known: 0, step: null },
  ];
  const first = facts.known;
  let known = 0;
  let step: StatusStep | null = null;
  const later: { at: number; by: PersonKey; verb: Verb; bit: number }[] = [];
  const add = (after: number, by: PersonKey, verb: Verb, bit: number) =>
    later.push({ at: atWork(first + Math.floor(after), by), by, verb, bit });
  if (facts.kind === 'incident') {
    const contested = facts.killed > 0 || facts.suspects.length > 0;
    if (facts.role === 'double') {
      // Somebody lays the two records side by side; four in ten doubles are never noticed.
      if (rng.chance(0.6)) add(rng.range(6 * HOUR, 20 * DAY), 'analyst', 'incident.edit', KNOWN.sameEvent);
    } else if (!SHIELDED.has(facts.type)) {
      if (rng.chance(contested ? 0.45 : 0.12))
        add(rng.range(6 * HOUR, 9 * DAY), 'analyst', 'incident.edit', KNOWN.secondSource);
      if (facts.precision === 'day' && rng.chance(0.35))
        add(rng.range(8 * HOUR, 6 * DAY), 'analyst', 'incident.edit', KNOWN.preciseDate);
      if (facts.suspects.length > 0 && rng.chance(0.35))
        add(rng.range(2 * DAY, 15 * DAY), 'analyst', 'incident.edit', KNOWN.attributed);
      const check = rng.range(3 * HOUR, 3 * DAY);
      if (rng.chance(0.4)) add(check, 'duty_officer', 'incident.confirm', KNOWN.checking);
      const outcome = rng.float();
      if (facts.role === 'false') {
        if (outcome < 0.7) add(check + rng.range(DAY, 9 * DAY), 'analyst', 'incident.confirm', KNOWN.disproved);
      } else if (outcome < 0.58)
        add(check + rng.range(4 * HOUR, 6 * DAY), 'analyst', 'incident.confirm', KNOWN.confirmed);
    }
    const examined = SHIELDED.has(facts.type) ? 0.8 : contested ? 0.32 : 0.06;
    // The renewal took human-rights monitoring out of the mandate, and most of those who did it.
    const still = facts.fromDay < RENEWAL_DAY || SHIELDED.has(facts.type) ? 1 : 0.3;
    if (facts.role === 'first' && rng.chance(examined * still)) examine(facts, rng, add);
  } else if (facts.type === 'rumour' && rng.chance(0.5)) {
    add(rng.range(DAY, 5 * DAY), 'analyst', 'incident.confirm', KNOWN.disproved);
  }
  for (const next of later.sort((a, b) => a.at - b.at)) {
    if (next.at >= NOW) break;
    known |= next.bit;
    step = STEPS.find((s) => KNOWN[s] === next.bit) ?? step;
    stages.push({ at: next.at, by: next.by, verb: next.verb, known, step });
  }
  return stages;
}

/** Human rights, or the specialist whose case it is, takes weeks to months. */
function examine(facts: Facts, rng: Rng, add: (after: number, by: PersonKey, verb: Verb, bit: number) => void) {
  const by: PersonKey =
    facts.type === 'sexual_violence'
      ? 'womens_protection_adviser'
      : facts.type === 'recruitment_of_children'
        ? 'child_protection_adviser'
        : 'human_rights_officer';
  const start = rng.range(DAY, 8 * DAY);
  add(start, by, 'incident.verify', KNOWN.allegation);
  if (!rng.chance(0.75)) return;
  const visit = start + rng.range(3 * DAY, 14 * DAY);
  add(visit, by, 'incident.verify', KNOWN.verifying);
  const end = visit + rng.range(5 * DAY, 60 * DAY);
  const finding = rng.float();
  if (finding < 0.5) add(end, by, 'incident.verify', KNOWN.grounds);
  else if (finding < 0.7) add(end, by, 'incident.verify', KNOWN.suspicion);
  else if (finding < 0.85) add(end, by, 'incident.verify', KNOWN.notVerified);
}

/** Only the duty officer is there between 20:00 and 07:00; what others find then, they write in the morning. */
function atWork(instant: number, by: PersonKey): number {
  const hour = (instant % DAY) / HOUR;
  if (by === 'duty_officer' || (hour >= 7 && hour < 20)) return instant;
  const morning = hour < 7 ? instant - (instant % DAY) : instant - (instant % DAY) + DAY;
  return morning + 7 * HOUR + (instant % HOUR);
}

function recorder(facts: Facts, rng: Rng): PersonKey {
  if (facts.type === 'sexual_violence') return 'womens_protection_adviser';
  if (facts.type === 'recruitment_of_children') return 'child_protection_adviser';
  if (facts.type === 'other_event') return 'conduct_officer';
  if (facts.role === 'alert') return 'duty_officer';
  if (facts.kind === 'activity' && facts.type === 'patrol') return 'military_officer';
  if (atWork(facts.known, 'analyst') !== facts.known || rng.chance(0.1)) return 'duty_officer';
  return facts.language === 'ar'
    ? 'field_officer_ar'
    : facts.language === 'fr'
      ? 'field_officer_fr'
      : 'field_officer_en';
}
