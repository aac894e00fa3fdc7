/** Asks the front doors for all that a paper says, in one snapshot, as known at one ledger line by one view. */
import { type Situation, type Sum, situation, type Told } from '../incidents/index.ts';
import { foldName, groundOf } from '../places/index.ts';
import type { Tx } from '../platform/database/database.ts';
import { KingaError } from '../platform/errors.ts';
import { readMissions } from '../platform/missions/store.ts';
import { compartmentCodes, levelName, levelNumber, missionOf, type Principal } from '../platform/principal.ts';
import type { Level } from '../vocabulary/codes.ts';
import type { Paper, Template } from './contract.ts';
import type { Common, FlashFacts, PeriodFacts } from './rules/facts.ts';
import { inStream, streamsOf } from './rules/numbers.ts';
import {
  addDays,
  instantIn,
  isDay,
  type Range,
  rangeBefore,
  readWeek,
  sameWeek,
  stretchBefore,
} from './rules/period.ts';

/** Days that the daily's average and its chart go back. */
const DAILY_AVERAGE = 28;
/** Places on a map, and edges that are named. */
const SPOTS = 300;
const EDGES = 12;
/** Days before a flash in the same area. */
const FLASH_BEFORE = 90;

/** What a principal is narrowed to for a paper: never the reports against our own people, never above what was asked. */
export function forPapers(who: Principal, maxLevel: Level = who.level): Principal {
  const level = levelNumber(maxLevel) < levelNumber(who.level) ? maxLevel : who.level;
  return { ...who, level, compartments: who.compartments.filter((code) => code !== 'conduct_discipline') };
}

/** Remembers the highest level and all components of what was used. */
interface Used {
  level: number;
  mask: bigint;
}
const use = <T extends { level: number; compartments: bigint }>(used: Used, rows: T[]): T[] => {
  for (const row of rows) {
    used.level = Math.max(used.level, row.level);
    used.mask |= row.compartments;
  }
  return rows;
};

/** A day or a week. @throws `invalid_input` when `at` is neither */
export async function gatherPeriod(
  tx: Tx,
  kind: 'daily' | 'weekly',
  at: string,
  template: Template,
  asOf: Paper['asOf'],
  root: string,
): Promise<PeriodFacts> {
  const ask = situation(tx, asOf.seq);
  const common = await gatherCommon(tx, ask, at, asOf, root);
  const { timeZone } = common.mission;
  const windows = kind === 'weekly' ? weekly(at, template, timeZone) : daily(at, template, timeZone);
  const { period, last, average, earlier, trend, learned } = windows;
  const used: Used = { level: levelNumber(minimum(tx.who)), mask: 0n };
  const counted = (range: Range) => ({ counted: true, ...{ from: range.from, to: range.to } });
  const sums = async (range: Range, by?: Parameters<Situation['sums']>[1]) =>
    use(used, await ask.sums(counted(range), by));
  const late = { counted: true, to: addDays(period.from, -1), recordedFrom: learned.from, recordedTo: learned.to };
  const until = addDays(period.to, 1);
  const since = addDays(period.to, 1 - 7 * template.silentWeeks);
  const spots = await ask.spots(counted(period), SPOTS);
  const byStream = await sums(period);
  const byActor = await sums(period, 'actor');
  const actors = await ask.namedActors(counted(period));
  const earlierSums: Sum[][] = [];
  for (const range of earlier) earlierSums.push(await sums(range));
  const facts = {
    sums: {
      ...{
        period: byStream,
        last: await sums(last),
        average: await sums(average.range),
        earlier: earlierSums,
      },
      ...{ trend: await sums(trend.range, trend.by), late: use(used, await ask.sums(late)) },
    },
    byArea: { period: await sums(period, 'area'), average: await sums(average.range, 'area') },
    ...{ byActor, actors, victims: await ask.victims(counted(period)) },
    notable: await notable(ask, counted(period), byStream, template.notable, used),
    morning:
      kind === 'daily'
        ? use(
            used,
            await ask.gravest({ ...counted({ from: until, to: until }), recordedTo: learned.to }, template.notable),
          )
        : [],
    edges: use(used, await ask.acrossEdges(period.from, period.to, EDGES)),
    spots,
    corrections: use(used, await ask.corrections({ ...learned, before: period.from })),
    coverage: { rows: await ask.coverage(since, period.to), since },
    anyRecords: use(used, await ask.sums({ from: period.from, to: period.to })),
    others: use(used, await ask.sums({ from: period.from, to: period.to, kinds: ['observation', 'activity'] })),
    newcomers: await newcomers(ask, actors, { period, since: average.range.from }, used),
  };
  // A quiet week is shown where the months behind it happened.
  const ground = await groundOf(tx, async () =>
    [...spots, ...(await ask.spots(counted(trend.range), SPOTS))].map(({ lon, lat }) => [lon, lat] as const),
  );
  return {
    ...{ ...common, ground },
    ...{ kind, period, last, average, earlier, trend, learned, week: windows.week },
    ...facts,
    level: levelName(used.level),
    compartments: componentsOf(tx.who, used),
  };
}

interface Windows extends Pick<PeriodFacts, 'period' | 'week' | 'last' | 'average' | 'earlier' | 'trend' | 'learned'> {}

function weekly(at: string, { averageWeeks, earlierYears, trendWeeks }: Template, timeZone: string): Windows {
  const found = readWeek(at);
  if (!found) throw new KingaError('invalid_input', { what: `“${at.slice(0, 20)}” is no ISO week such as 2030-W12` });
  const period = { from: found.from, to: found.to };
  const { year, week } = found;
  return {
    ...{ period, week: { year, week }, last: rangeBefore(period) },
    average: { range: stretchBefore(period, averageWeeks), per: averageWeeks },
    earlier: Array.from({ length: earlierYears }, (_, i) => sameWeek(year, week, i + 1)),
    trend: { range: { from: addDays(period.from, -7 * (trendWeeks - 1)), to: period.to }, by: 'week' },
    learned: {
      from: instantIn(timeZone, period.from, '00:00'),
      to: instantIn(timeZone, addDays(period.to, 1), '00:00'),
    },
  };
}

/** The day before the one on whose morning it is read; by then things became known about the morning itself too. */
function daily(at: string, { dailyAt }: Template, timeZone: string): Windows {
  if (!isDay(at)) throw new KingaError('invalid_input', { what: `“${at.slice(0, 20)}” is no day such as 2030-03-21` });
  const day = addDays(at, -1);
  const period = { from: day, to: day };
  return {
    ...{ period, week: null, last: rangeBefore(period), earlier: [] },
    average: { range: stretchBefore(period, DAILY_AVERAGE), per: DAILY_AVERAGE },
    trend: { range: { from: addDays(day, 1 - DAILY_AVERAGE), to: day }, by: 'day' },
    learned: { from: instantIn(timeZone, day, dailyAt), to: instantIn(timeZone, at, dailyAt) },
  };
}

/** The gravest of each stream, so that none crowds out another. */
async function notable(
  ask: Situation,
  filter: object,
  streams: readonly Sum[],
  most: number,
  used: Used,
): Promise<Told[]> {
  const each = Math.min(most, Math.max(3, Math.ceil(most / Math.max(1, streams.length))));
  const found: Told[] = [];
  for (const stream of streamsOf(false, streams))
    found.push(...use(used, await ask.gravest({ ...filter, ...inStream(stream) }, each)));
  return found;
}

/**
 * A record for any of several components was seen through those that its reader is in. Whoever is in all of these sees
 * every record that the paper used.
 */
const componentsOf = (who: Principal, { mask }: Used): string[] =>
  compartmentCodes(missionOf(who), mask).filter((code) => who.compartments.includes(code));

/** Names that stand in no record of this time's average, with the record of this time that has them first. */
async function newcomers(
  ask: Situation,
  actors: PeriodFacts['actors'],
  { period, since }: { period: Range; since: string },
  used: Used,
): Promise<PeriodFacts['newcomers']> {
  const names = [
    ...new Map(actors.filter((a) => a.type !== 'unidentified').map((a) => [foldName(a.name), a.name])).values(),
  ];
  const found: PeriodFacts['newcomers'] = [];
  for (const { name, last } of await ask.lastNamed(names, period.from)) {
    if (last !== null && last >= since) continue;
    const all = await ask.gravest({ counted: true, from: period.from, to: period.to, party: name }, 50);
    const [first] = use(used, all).sort((a, b) => (a.core.when.from < b.core.when.from ? -1 : 1));
    if (first) found.push({ name, last, first });
  }
  return found;
}

/** One incident. @throws `not_found` where there is (or the reader sees) none */
export async function gatherFlash(tx: Tx, id: string, asOf: Paper['asOf'], root: string): Promise<FlashFacts> {
  const ask = situation(tx, asOf.seq);
  const incident = await ask.incident(id);
  if (!incident) throw new KingaError('not_found');
  const used: Used = { level: levelNumber(minimum(tx.who)), mask: 0n };
  const [told] = use(used, await ask.gravest({ ids: [id] }, 1));
  if (!told) throw new KingaError('not_found');
  const area = incident.core.where.adm1Code ?? incident.core.where.adm1;
  const range = { from: addDays(incident.core.when.from, -FLASH_BEFORE), to: addDays(incident.core.when.from, -1) };
  const sums = area ? use(used, await ask.sums({ counted: true, ...range, adm1: area })) : [];
  return {
    ...(await gatherCommon(tx, ask, id, asOf, root)),
    ground: await groundOf(tx, async () => (incident.core.where.point ? [incident.core.where.point] : [])),
    ...{
      kind: 'flash',
      incident,
      told,
      firstKnown: (await ask.recordedAt(id)) ?? told.knownAt,
      before: { range, sums, area },
    },
    level: levelName(used.level),
    compartments: componentsOf(tx.who, used),
  };
}

async function gatherCommon(
  tx: Tx,
  ask: Situation,
  at: string,
  asOf: Paper['asOf'],
  root: string,
): Promise<Omit<Common, 'ground'>> {
  const [mission] = await readMissions(tx, missionOf(tx.who).slug);
  if (!mission) throw new KingaError('no_mission');
  return {
    at,
    mission: {
      ...{ slug: mission.slug, names: mission.names, simulated: mission.simulated },
      timeZone: mission.time_zone,
    },
    ...{ asOf, ledger: { size: asOf.seq, root }, level: 'internal', compartments: [] },
    areas: tx.who.areas && [...tx.who.areas].sort(),
    held: await ask.datasetsHeld(),
  };
}

/** Even a paper without records tells where nobody reports from: it is internal unless it was asked for to be public. */
const minimum = (who: Principal): Level => (who.level === 'public' ? 'public' : 'internal');
