/** What people ask a mission all day, drawn from a seed: the same seed asks the same. */
import { at, Rng } from '../src/demo/tamrin/rng.ts';
import type { World } from './world.ts';

/** Beside which reference a kind is told: one row by its key, or the count of everything. */
type Beside = 'row' | 'count';

export interface Question {
  kind: string;
  /** Below the mission's incidents. */
  path: string;
}

/** Every kind, with how often it is asked: a look at the room asks one list, one sum, one time bar and many tiles. */
const KINDS = {
  list: { weight: 10, beside: 'row' },
  'list, most killed first': { weight: 4, beside: 'row' },
  'list, a later page': { weight: 5, beside: 'row' },
  'list, as known on': { weight: 5, beside: 'row' },
  summary: { weight: 7, beside: 'count' },
  'summary, as known on': { weight: 4, beside: 'count' },
  'time bar': { weight: 7, beside: 'count' },
  'time bar, as known on': { weight: 4, beside: 'count' },
  'tile of the whole country': { weight: 4, beside: 'count' },
  'tile of a region': { weight: 14, beside: 'count' },
  'tile of a town': { weight: 14, beside: 'row' },
  'tile, as known on': { weight: 8, beside: 'count' },
  search: { weight: 8, beside: 'count' },
  'search, on the map and in sums': { weight: 6, beside: 'count' },
  'search, as known on': { weight: 4, beside: 'count' },
  "one actor's, in lists and sums": { weight: 4, beside: 'count' },
  record: { weight: 8, beside: 'row' },
  'record with its versions': { weight: 5, beside: 'row' },
} as const satisfies Record<string, { weight: number; beside: Beside }>;
type Kind = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Kind[];

export const orderOf = (kind: string): number => NAMES.indexOf(kind as Kind);
export const besideOf = (kind: string): Beside => KINDS[kind as Kind].beside;

/**
 * A series of questions, every kind among them. Each carries a number that the server does not read: with a number of its
 * own, no answer in its memory fits.
 */
export function questions(world: World, seed: number, count: number, distinct: boolean): Question[] {
  const weights = NAMES.map((kind) => KINDS[kind].weight);
  return Array.from({ length: count }, (_, i) => {
    const rng = Rng.of(seed, 'questions', i);
    // The first round asks every kind once.
    const kind = at(NAMES, i < NAMES.length ? i : rng.weighted(weights));
    const path = ask(kind, world, rng);
    return { kind, path: distinct ? `${path}${path.includes('?') ? '&' : '?'}number=${i}` : path };
  });
}

function ask(kind: Kind, world: World, rng: Rng): string {
  const filter = asOf(kind.endsWith('as known on'), filterOf(world, rng), world, rng);
  switch (kind) {
    case 'list':
    case 'list, as known on':
      return query('', { ...filter, ...(rng.chance(0.8) ? frame(world, rng) : {}) });
    case 'list, most killed first':
      return query('', { ...filter, ...(rng.chance(0.8) ? frame(world, rng) : {}), sort: 'killed' });
    case 'list, a later page':
      return query('', rng.pick(world.pages));
    case 'summary':
    case 'summary, as known on':
      return query('/summary', { ...filter, ...(rng.chance(0.5) ? frame(world, rng) : {}) });
    case 'time bar':
    case 'time bar, as known on':
      return query('/timeline', { ...filter, ...(rng.chance(0.5) ? frame(world, rng) : {}) });
    case 'tile of the whole country':
      return tile(world, rng, rng.int(3, 6), filter);
    case 'tile of a region':
      return tile(world, rng, rng.int(7, 9), filter);
    case 'tile of a town':
      return tile(world, rng, rng.int(10, 14), filter);
    case 'tile, as known on':
      return tile(world, rng, rng.int(5, 12), filter);
    case 'search':
    case 'search, as known on':
      return query('', { ...filter, q: words(world, rng), ...(rng.chance(0.4) ? frame(world, rng) : {}) });
    case 'search, on the map and in sums':
      return searched(world, rng, { ...filter, q: words(world, rng) });
    case "one actor's, in lists and sums":
      return ofActor(world, rng, { ...filter, actor: rng.pick(world.actors) });
    case 'record':
      return `/${rng.pick(world.records)}`;
    case 'record with its versions':
      return `/${rng.pick(world.records)}/versions`;
  }
}

type Filter = Record<string, string>;

const query = (path: string, filter: Filter): string => {
  const text = new URLSearchParams(filter).toString();
  return text ? `${path}?${text}` : path;
};

/** Half of the time people filter nothing; else by one or two things. */
function filterOf(world: World, rng: Rng): Filter {
  if (rng.chance(0.5)) return {};
  const one = (): Filter => {
    switch (rng.int(0, 7)) {
      case 0:
        return days(world, rng);
      case 1:
        return {
          types: rng.pick(['attack_on_civilians', 'armed_clash', 'abduction', 'attack_on_civilians,mob_violence']),
        };
      case 2:
        return { adm1: rng.pick(world.adm1) };
      case 3:
        return { datasets: 'own' };
      case 4:
        return { kinds: rng.pick(['incident', 'observation', 'incident,observation']) };
      case 5:
        return { civiliansOnly: 'true' };
      case 6:
        return { operational: rng.pick(['confirmed', 'unconfirmed,being_confirmed']) };
      default:
        return { minKilled: String(rng.int(1, 10)) };
    }
  };
  return rng.chance(0.3) ? { ...one(), ...one() } : one();
}

const DAY = 86_400_000;

function days({ firstDay, lastDay }: World, rng: Rng): Filter {
  const span = rng.pick([7, 30, 90, 365]);
  const from = rng.range(firstDay, Math.max(firstDay, lastDay - span * DAY));
  const iso = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return { from: iso(from), to: iso(from + span * DAY) };
}

const asOf = (wanted: boolean, filter: Filter, { lines }: World, rng: Rng): Filter =>
  wanted ? { ...filter, asOf: String(rng.int(Math.floor(lines / 10), lines)) } : filter;

/** What a window of this many pixels shows of the map around a place. */
const PIXELS = [1100, 700] as const;

function frame(world: World, rng: Rng): Filter {
  const [lon, lat] = rng.pick(world.places);
  const degrees = 360 / 2 ** rng.int(6, 11) / 256;
  const [w, h] = [(PIXELS[0] * degrees) / 2, (PIXELS[1] * degrees) / 2];
  return { bbox: [lon - w, lat - h, lon + w, lat + h].map((x) => x.toFixed(4)).join(',') };
}

function tile(world: World, rng: Rng, zoom: number, filter: Filter): string {
  const [lon, lat] = rng.pick(world.places);
  const side = 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  const x = Math.floor(((lon + 180) / 360) * side);
  const y = Math.floor((0.5 - Math.atanh(sin) / (2 * Math.PI)) * side);
  return query(`/tiles/${zoom}/${x}/${y}.mvt`, filter);
}

function searched(world: World, rng: Rng, filter: Filter): string {
  if (rng.chance(0.5)) return tile(world, rng, rng.int(5, 9), filter);
  return query(rng.chance(0.5) ? '/summary' : '/timeline', filter);
}

function ofActor(world: World, rng: Rng, filter: Filter): string {
  if (rng.chance(0.3)) return tile(world, rng, rng.int(6, 10), filter);
  return query(rng.pick(['', '/summary', '/timeline']), filter);
}

/** Words of every day, that most records hold; and names, that few do. In three languages. */
const COMMON = [
  ...[
    'attack',
    'village',
    'armed men',
    'market',
    'killed',
    '"armed men" village',
    'civilians -soldiers',
    'road or bridge',
  ],
  ...['attaque', 'hommes armés', 'marché', 'civils', 'blessés', 'route'],
  ...['هجوم', 'مسلحون', 'قرية', 'مدنيين', 'السوق'],
];

const words = (world: World, rng: Rng): string => (rng.chance(0.4) ? rng.pick(COMMON) : rng.pick(world.names));
