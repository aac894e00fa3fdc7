/**
 * The five years as a stream of writes in the order in which things became known. Events are made day by day; what is
 * known later waits, as numbers only, in the bucket of its day, so a million records need no more memory than those
 * of a few weeks.
 */
import type { IncidentInput } from '../../incidents/contract.ts';
import { DAYS, dayOf } from './clock.ts';
import { renderOwn } from './life/render.ts';
import { renderRow } from './life/rows.ts';
import type { Stage, Write } from './life/stages.ts';
import { tellDays } from './life/tell.ts';
import type { World } from './life/world.ts';
import { story } from './story/story.ts';

type Waiting = Stage & { order: number; make: () => IncidentInput };

/** How dense the five years are: what the events bring, and the day's routine that fills it up to the wanted number. */
export type Plan = { size: number; routine: (day: number) => number };

/** Records of all kinds at which the country has its natural size. */
const NATURAL = 7800;
/** The share of records that hang on events: below this the routine would drown them, above it there would be none. */
const EVENTFUL = { least: 0.8, aim: 0.86, most: 0.93 } as const;

/** Counts before it writes, so that there are exactly as many records as asked for. Same world and number, same plan. */
export function makePlan(world: World, records: number): Plan {
  const wanted = records - story(world).records;
  let size = records / NATURAL;
  for (let tries = 0; ; tries++) {
    let count = 0;
    for (const { told } of tellDays(world, size, () => 0)) count += told.length;
    const share = count / wanted;
    // Small countries jump from one try to the next: then any number that leaves room will do.
    if (share <= EVENTFUL.most && (share >= EVENTFUL.least || tries > 5))
      return {
        size,
        routine: (day) =>
          Math.floor(((wanted - count) * (day + 1)) / DAYS) - Math.floor(((wanted - count) * day) / DAYS),
      };
    size *= Math.min(3, EVENTFUL.aim / Math.max(share, 0.05)) * (tries > 5 ? 0.8 : 1);
  }
}

/** All writes of the plan (the story's among them), by time of knowledge. */
export function* makeWrites(world: World, plan: Plan): Generator<Write> {
  const buckets = new Map<number, Waiting[]>();
  let order = 0;
  const wait = (stage: Stage, make: () => IncidentInput) => {
    const day = dayOf(stage.at);
    const bucket = buckets.get(day) ?? [];
    if (bucket.length === 0) buckets.set(day, bucket);
    bucket.push({ ...stage, order: order++, make });
  };
  for (const write of story(world).writes)
    wait({ at: write.at.getTime(), by: write.by, verb: write.verb, known: 0, step: null }, () => write.input);
  for (const { day, told } of tellDays(world, plan.size, plan.routine)) {
    for (const { facts, stages, set } of told)
      for (const stage of stages)
        wait(stage, set ? () => renderRow(world, set, facts, stage.known) : () => renderOwn(world, facts, stage));
    // An alert may be a day older than the event by which it is told here.
    yield* drain(buckets, day - 1);
  }
  for (const day of [...buckets.keys()].sort((a, b) => a - b)) yield* drain(buckets, day);
}

function* drain(buckets: Map<number, Waiting[]>, day: number): Generator<Write> {
  const bucket = buckets.get(day) ?? [];
  buckets.delete(day);
  bucket.sort((a, b) => a.at - b.at || a.order - b.order);
  for (const w of bucket) yield { at: new Date(w.at), by: w.by, verb: w.verb, input: w.make() };
}
