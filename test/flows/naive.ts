/**
 * What the contract promises of lists, sums, time bar and map, written without SQL and without the room's code: over all
 * versions of all records, in memory, one by one.
 */
import type { CoverageAnswer, Incident, IncidentRow, IncidentSummary, Timeline } from '../../src/incidents/contract.ts';
import { familyOf, namesAskedBy, type Question, type Search } from './pool.ts';

const LEVELS = ['public', 'internal', 'confidential', 'strictly_confidential'];

/** Who looks: the level, and the areas where these are not the whole mission. */
export interface View {
  level: string;
  areas: readonly string[] | null;
}

/**
 * What somebody sees of all versions at a ledger line: what they may read as it was written and as the record stands now,
 * since what was closed is closed in its past too. An account above their level is not there.
 */
export function seenAt(versions: readonly Incident[], view: View, seq: number): Incident[] {
  const most = LEVELS.indexOf(view.level);
  const opens = (level: string | undefined) => LEVELS.indexOf(level ?? '') <= most;
  const placed = ({ core: { where } }: Incident) =>
    view.areas?.some((area) => [where.adm1Code ?? where.adm1, where.adm2Code ?? where.adm2].includes(area)) ?? true;
  const now = new Map(versions.filter(({ knownTo }) => knownTo === null).map(({ id, levels }) => [id, levels]));
  return versions
    .filter(({ knownFrom, knownTo }) => knownFrom.seq <= seq && (knownTo === null || knownTo.seq > seq))
    .filter((version) => opens(version.levels.core) && opens(now.get(version.id)?.core) && placed(version))
    .map(({ account, ...open }) =>
      account &&
      opens(open.levels.account) &&
      opens(now.get(open.id)?.account) &&
      placed(wroteWordsOf(versions, { account, ...open }))
        ? { ...open, account }
        : open,
    );
}

/** Words that an edit leaves as they are stay in the areas of the version that wrote them. */
function wroteWordsOf(versions: readonly Incident[], of: Incident): Incident {
  const earlier = versions.find(({ id, version }) => id === of.id && version === of.version - 1);
  const same = earlier && JSON.stringify(earlier.account) === JSON.stringify(of.account);
  return same ? wroteWordsOf(versions, earlier) : of;
}

const figure = ({ core }: Incident, harm: string, group: string) =>
  core.figures.find((f) => f.harm === harm && f.group === group)?.total;
const civilians = (i: Incident) => figure(i, 'killed', 'civilians')?.best ?? null;
const killed = (i: Incident) => {
  const all = figure(i, 'killed', 'all');
  return all ? all.best : civilians(i);
};

/** Whether a record is asked for. @param framed false for the map, whose tile is the frame */
export function fits(i: Incident, ask: Question, framed = true): boolean {
  const { core } = i;
  const [lon, lat] = core.where.point ?? [null, null];
  const among = (values: readonly string[] | undefined, value: string) => !values || values.includes(value);
  const inside = ([west, south, east, north]: [number, number, number, number]) =>
    lon !== null &&
    lat !== null &&
    lat >= south &&
    lat <= north &&
    (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
  const named = [...core.parties.map((p) => p.name), ...core.hypotheses.map((h) => h.actor)];
  const dead = killed(i);
  return (
    (!ask.from || core.when.to >= ask.from) &&
    (!ask.to || core.when.from <= ask.to) &&
    (!framed || !ask.bbox || inside(ask.bbox)) &&
    among(ask.kinds, core.kind) &&
    among(ask.types, core.type) &&
    among(ask.datasets, core.origin.dataset) &&
    among(ask.operational, core.operational) &&
    among(ask.humanRights, core.humanRights) &&
    (!ask.adm1 || ask.adm1 === (core.where.adm1Code ?? core.where.adm1)) &&
    (!ask.country || ask.country === core.where.country) &&
    (!ask.tag || core.tags.includes(ask.tag)) &&
    (ask.minKilled === undefined || (dead !== null && dead >= ask.minKilled)) &&
    (!ask.civiliansOnly || (civilians(i) ?? 0) > 0) &&
    (!ask.actor || named.some((name) => namesAskedBy(ask.actor ?? '').has(name))) &&
    (!ask.search || says(i, ask.search))
  );
}

/**
 * Words of one group of fields hold what is searched for. The last word and the first count as neighbours: the vectors of
 * three languages are laid end to end, so a phrase may find that little more.
 */
function says({ core, account }: Incident, { anyOf }: Search): boolean {
  const { where } = core;
  const groups = [
    [core.title, where.name, where.description, where.adm2, where.adm1, where.countryName, ...core.tags],
    [account?.narrative, account?.notes],
  ].map((fields) => fields.flatMap((text) => text?.split(' ') ?? []).map(familyOf));
  return groups.some((words) =>
    anyOf.some(({ all, phrase, none }) => {
      const side = phrase.map(familyOf);
      return (
        all.every((word) => words.includes(familyOf(word))) &&
        none.every((word) => !words.includes(familyOf(word))) &&
        (side.length === 0 || words.some((_, at) => side.every((word, n) => words[(at + n) % words.length] === word)))
      );
    }),
  );
}

const KEYS = {
  newest: (i: Incident) => i.core.when.from,
  oldest: (i: Incident) => i.core.when.from,
  killed: (i: Incident) => killed(i) ?? -1,
  recorded: (i: Incident) => i.knownFrom.seq,
} as const;
export const SORTS = ['newest', 'oldest', 'killed', 'recorded'] as const;

/** In the order of a list: by its key, then by id in the same direction. */
export function inOrder(incidents: readonly Incident[], sort: (typeof SORTS)[number]): Incident[] {
  const key = KEYS[sort];
  const less = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = incidents.toSorted((a, b) => less(key(a), key(b)) || less(a.id, b.id));
  return sort === 'oldest' ? sorted : sorted.reverse();
}

/** What a list shows of a record. */
export const rowOf = (
  i: Incident,
): Pick<IncidentRow, 'id' | 'version' | 'from' | 'to' | 'dataset'> & { dead: number | null } => ({
  ...{ id: i.id, version: i.version, from: i.core.when.from, to: i.core.when.to },
  ...{ dataset: i.core.origin.dataset, dead: killed(i) },
});

const add = (sum: number, n: number | null) => sum + (n ?? 0);

export function sums(incidents: readonly Incident[]): IncidentSummary['rows'] {
  const groups = Map.groupBy(incidents, (i) => `${i.core.origin.dataset} ${i.core.operational}`);
  const rows = [...groups.values()].map((group) => ({
    dataset: group[0]?.core.origin.dataset ?? '',
    operational: group[0]?.core.operational ?? 'unconfirmed',
    incidents: group.length,
    killedCivilians: group.map(civilians).reduce(add, 0) ?? 0,
    killed: group.map(killed).reduce(add, 0) ?? 0,
  }));
  const place = (row: (typeof rows)[number]) => `${row.dataset === 'own' ? 0 : 1}${row.dataset} ${row.operational}`;
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

export function bars(incidents: readonly Incident[], bin: Timeline['bin']): Timeline['bins'] {
  const start = (day: string): string => {
    const date = new Date(`${day}T00:00:00Z`);
    if (bin === 'year') return `${date.getUTCFullYear()}-01-01`;
    if (bin === 'month') return `${day.slice(0, 8)}01`;
    while (bin === 'week' && date.getUTCDay() !== 1) date.setTime(date.getTime() - 86_400_000);
    return date.toISOString().slice(0, 10);
  };
  const groups = Map.groupBy(incidents, (i) => start(i.core.when.from));
  return [...groups]
    .map(([from, group]) => ({
      from,
      incidents: group.length,
      killed: group.map(killed).reduce(add, 0) ?? 0,
      killedCivilians: group.map(civilians).reduce(add, 0) ?? 0,
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The web's square map ends here; what lies beyond lies on its edge. */
const EDGE = 85.0511287798066;

/** Clusters of a tile: one for each data set and sixteenth of its side; an eighth while a country is in view. */
export function clusters(
  incidents: readonly Incident[],
  zoom: number,
  x: number,
  y: number,
): Record<string, unknown>[] {
  const parts = zoom < 9 ? 8 : 16;
  const side = 2 ** zoom * parts;
  const cellOf = ([lon, lat]: [number, number]): [number, number] => {
    const rad = (Math.max(-EDGE, Math.min(EDGE, lat)) * Math.PI) / 180;
    const across = Math.floor(((lon + 180) / 360) * side);
    const down = Math.floor(((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * side);
    return [Math.min(side - 1, across), Math.max(0, Math.min(side - 1, down))];
  };
  const there = incidents.flatMap((i) => {
    if (!i.core.where.point) return [];
    const [column, row] = cellOf(i.core.where.point);
    return Math.floor(column / parts) === x && Math.floor(row / parts) === y ? [{ i, cell: `${column} ${row}` }] : [];
  });
  return [...Map.groupBy(there, ({ i, cell }) => `${cell} ${i.core.origin.dataset}`).values()].map((group) => ({
    n: group.length,
    killed: group.map(({ i }) => killed(i)).reduce(add, 0),
    civilians: group.map(({ i }) => civilians(i)).reduce(add, 0),
    precision: group.every(({ i }) => !['exact', 'near'].includes(i.core.where.precision)) ? 'vague' : 'exact',
    dataset: group[0]?.i.core.origin.dataset,
    ...(group.length === 1 ? { id: group[0]?.i.id } : {}),
  }));
}

const DAY_MS = 86_400_000;

/** Where records come from: what touches the last days, what ended in the year before, the first and the last day of all. */
export function reporting(
  seen: readonly Incident[],
  { since, until, datasets }: { since: string; until: string; datasets?: readonly string[] | undefined },
): CoverageAnswer['areas'] {
  const areaOf = ({ core: { where } }: Incident) => where.adm1Code ?? where.adm1;
  const yearBefore = new Date(Date.parse(since) - 365 * DAY_MS).toISOString().slice(0, 10);
  const there = seen.filter(
    (i) => areaOf(i) !== null && i.core.when.from <= until && (!datasets || datasets.includes(i.core.origin.dataset)),
  );
  return [...Map.groupBy(there, areaOf)]
    .map(([area, group]) => {
      const when = group.map(({ core }) => core.when);
      return {
        area: String(area),
        lately: when.filter(({ to }) => to >= since).length,
        before: when.filter(({ from, to }) => to < since && from >= yearBefore).length,
        firstDay: when.map(({ from }) => from).toSorted()[0] ?? '',
        lastDay:
          when
            .map(({ to }) => (to < until ? to : until))
            .toSorted()
            .at(-1) ?? '',
      };
    })
    .sort((a, b) => (a.area < b.area ? -1 : 1));
}
