/**
 * The two years as a stream of writes in the order in which things became known. Events are made day by day; what is
 * known later waits, as numbers only, in the bucket of its day, so a million records need no more memory than those
 * of a few weeks.
 */
import type { IncidentInput } from '../../incidents/contract.ts';
import { SHIELDED } from './catalogue.ts';
import { DAYS, dayOf } from './clock.ts';
import { type Facts, makeFacts } from './life/facts.ts';
import { makeHazard, spread } from './life/hazard.ts';
import { outsideFacts, outsideStages, renderOutside } from './life/outside.ts';
import { renderOwn } from './life/render.ts';
import { makeStages, type Stage, type Write } from './life/stages.ts';
import type { World } from './life/world.ts';
import { at, Rng } from './rng.ts';
import { story } from './story/story.ts';

type Waiting = Stage & { order: number; make: () => IncidentInput };

/** Of a hundred records: incidents, observations, activities, rows of the outside data set. */
const SHARES = { incident: 58, observation: 13, activity: 11, outside: 18 } as const;
const KINDS = ['incident', 'observation', 'activity', 'outside'] as const;
/** Outside rows that tell of an event we know too. */
const OVERLAP = 0.65;
const REMEMBERED = 6;

/** Deals kinds so that after any number of records the shares are right to within one record of each kind. */
function dealer() {
  const owed = KINDS.map(() => 0);
  return (): (typeof KINDS)[number] => {
    KINDS.forEach((k, i) => {
      owed[i] = at(owed, i) + SHARES[k];
    });
    const i = owed.indexOf(Math.max(...owed));
    owed[i] = at(owed, i) - 100;
    return at(KINDS, i);
  };
}

/** All writes of `records` records (the story among them), by time of knowledge. */
export function* makeWrites(world: World, records: number): Generator<Write> {
  const told = story(world);
  const buckets = new Map<number, Waiting[]>();
  let order = 0;
  const wait = (stage: Stage, make: () => IncidentInput) => {
    const day = dayOf(stage.at);
    const bucket = buckets.get(day) ?? [];
    if (bucket.length === 0) buckets.set(day, bucket);
    bucket.push({ ...stage, order: order++, make });
  };
  for (const write of told.writes)
    wait({ at: write.at.getTime(), by: write.by, verb: write.verb, known: 0, step: null }, () => write.input);

  const areas = world.island.adm2.length;
  const recent: Facts[][] = Array.from({ length: areas }, () => []);
  const deal = dealer();
  let ordinal = 0;
  for (const { day, counts } of spread(makeHazard(world.island, world.seed), areas, records - told.records)) {
    counts.forEach((count, area) => {
      const near = at(recent, area);
      for (let i = 0; i < count; i++) {
        const kind = deal();
        ordinal++;
        if (kind === 'outside') {
          const facts = makeOutside(world, ordinal, day, area, near);
          for (const stage of outsideStages(world.seed, facts))
            wait(stage, () => renderOutside(world, facts, stage.known));
          continue;
        }
        const facts = makeFacts(world, ordinal, kind, day, area, near);
        for (const stage of makeStages(world.seed, facts)) wait(stage, () => renderOwn(world, facts, stage));
        if (facts.kind === 'incident') {
          near.push(facts);
          if (near.length > REMEMBERED) near.shift();
        }
      }
    });
    yield* drain(buckets, day);
    for (const near of recent) while (near.length > 0 && at(near, 0).fromDay < day - 12) near.shift();
  }
  for (let day = DAYS; buckets.size > 0; day++) yield* drain(buckets, day);
}

function makeOutside(world: World, ordinal: number, day: number, area: number, near: readonly Facts[]): Facts {
  const rng = Rng.of(world.seed, 'overlap', ordinal);
  const known = near.findLast((f) => !SHIELDED.has(f.type));
  const base = known && rng.chance(OVERLAP) ? known : makeFacts(world, ordinal, 'incident', day, area, []);
  return outsideFacts(world, base, ordinal, day);
}

function* drain(buckets: Map<number, Waiting[]>, day: number): Generator<Write> {
  const bucket = buckets.get(day) ?? [];
  buckets.delete(day);
  bucket.sort((a, b) => a.at - b.at || a.order - b.order);
  for (const w of bucket) yield { at: new Date(w.at), by: w.by, verb: w.verb, input: w.make() };
}
