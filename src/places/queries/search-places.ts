/** What somebody typed becomes places: a position, an area, or a name in any spelling and alphabet. */
import type { Tx } from '../../platform/database/database.ts';
import type { AreaFinder } from '../area-finder.ts';
import { placer } from '../areas-at.ts';
import type { PlaceHit, PlaceSearchQuery } from '../contract.ts';
import { foldName, nameScore, soundKey } from '../names.ts';
import { readPosition } from '../read-position.ts';
import { type AreaCandidate, findPlaces, type PlaceCandidate, readAreaNames } from '../store/search.ts';

/** Below this a name has little in common with what was typed. */
const LEAST_SCORE = 0.45;
/** Names whose scores share a band fit about equally well: the nearer, or the larger, comes first. */
const BANDS = [1, 0.8, 0.6];

type Ranked = { score: number; matched: string | null; point: [number, number]; population: number | null } & (
  | { place: PlaceCandidate }
  | { area: AreaCandidate }
);

/** Hits, best first: a position before all, then names by how well they fit. */
export async function searchPlaces(tx: Tx, query: PlaceSearchQuery): Promise<PlaceHit[]> {
  const { q, kinds, near, limit } = query;
  const find = await placer(tx);
  const position = kinds ? null : readPosition(q, near);
  const folded = foldName(q);
  const areas = !kinds || kinds.includes('admin') ? await readAreaNames(tx) : [];
  const places = folded === '' ? [] : await findPlaces(tx, { folded, sound: soundKey(folded), kinds, near });
  const ranked = [...areas.map((area) => rankArea(q, area)), ...places.map((place) => rankPlace(q, place))]
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(compare(near));
  const hits = ranked.map((hit) => ('area' in hit ? areaHit(hit, find) : placeHit(hit, find)));
  return [...(position ? [positionHit(position, find)] : []), ...hits].slice(0, limit);
}

/** The spelling that fits best, and whether it is another than the name. */
function bestSpelling(q: string, name: string, others: readonly string[]): { score: number; matched: string | null } {
  let best = { score: nameScore(q, name), matched: null as string | null };
  for (const other of others) {
    const score = nameScore(q, other);
    if (score > best.score) best = { score, matched: other };
  }
  return best;
}

const rankPlace = (q: string, place: PlaceCandidate): Ranked => ({
  ...bestSpelling(q, place.name, place.alt_names),
  point: [place.lon, place.lat],
  population: place.population,
  place,
});
const rankArea = (q: string, area: AreaCandidate): Ranked => ({
  ...bestSpelling(q, area.name, Object.values(area.names)),
  point: [area.lon, area.lat],
  population: null,
  area,
});

const bandOf = (score: number) => {
  const band = BANDS.findIndex((least) => score >= least);
  return band < 0 ? BANDS.length : band;
};

function compare(near: PlaceSearchQuery['near']): (a: Ranked, b: Ranked) => number {
  const far = ({ point: [lon, lat] }: Ranked) => {
    if (!near) return 0;
    const dLon = ((((lon - near[0]) % 360) + 540) % 360) - 180;
    return Math.hypot(dLon * Math.cos((near[1] * Math.PI) / 180), lat - near[1]);
  };
  return (a, b) =>
    bandOf(a.score) - bandOf(b.score) ||
    far(a) - far(b) ||
    (b.population ?? 0) - (a.population ?? 0) ||
    b.score - a.score;
}

function placeHit(hit: Ranked & { place: PlaceCandidate }, find: AreaFinder): PlaceHit {
  const { place, point, score, matched } = hit;
  const found = find(point);
  return {
    id: `${place.gazetteer}:${place.id}`,
    name: place.name,
    matched,
    kind: place.kind,
    point,
    countryIso3: place.country ?? found.country,
    adm1: found.adm1?.name ?? place.adm1,
    adm2: found.adm2?.name ?? place.adm2,
    population: place.population,
    score,
  };
}

function areaHit({ area, point, score, matched }: Ranked & { area: AreaCandidate }, find: AreaFinder): PlaceHit {
  const found = find(point);
  return {
    id: `area:${area.code}`,
    name: area.name,
    matched,
    kind: 'admin',
    point,
    countryIso3: found.country,
    // Only what is above it: the areas within it are many.
    adm1: area.level > 1 ? (found.adm1?.name ?? null) : null,
    adm2: area.level > 2 ? (found.adm2?.name ?? null) : null,
    population: null,
    score,
  };
}

function positionHit({ point, name }: { point: [number, number]; name: string }, find: AreaFinder): PlaceHit {
  const { country, adm1, adm2 } = find(point);
  return {
    id: `point:${point.join(',')}`,
    name,
    matched: null,
    kind: 'coordinates',
    point,
    countryIso3: country,
    adm1: adm1?.name ?? null,
    adm2: adm2?.name ?? null,
    population: null,
    score: 1,
  };
}
