/** What every event and record draws on, worked out once: who is felt where, where people live, who is there to hear. */
import { influence } from '../influence.ts';
import { COUNTRY, COUNTRY_CODE, type Island, type Settlement } from '../island.ts';
import { toLonLat } from '../land/plane.ts';
import type { Names } from '../names.ts';
import { type Base, makeBases } from '../presence/bases.ts';
import { type Careers, makeCareers } from '../presence/careers.ts';
import { type FocalPoint, makeNetwork } from '../presence/network.ts';
import { makePartners, type Partner } from '../presence/partners.ts';
import { at, type Rng } from '../rng.ts';

export type World = {
  seed: number;
  island: Island;
  /** `felt[area][actor]`, 0 to 1. */
  felt: readonly number[][];
  /** Numbers of the settlements of each second-level area, with the weights that events find them by. */
  villages: readonly { ids: readonly number[]; weights: Float64Array }[];
  /** Settlements within `NEAR_KM` of each, itself left out, with the weights by which violence moves on to them. */
  near: readonly { ids: readonly number[]; weights: Float64Array }[];
  /** The next town of each settlement, how far, and on which of eight sides of it the settlement lies (0: north). */
  landmarks: readonly { town: number; km: number; side: number }[];
  bases: readonly Base[];
  network: ReadonlyMap<number, FocalPoint>;
  partners: readonly Partner[];
  careers: Careers;
};

const NEAR_KM = 22;
const TOWN = 8_000;
/** Violence that moves on goes this far (km, mean). */
const STEP_KM = 6;

export function makeWorld(island: Island, seed: number): World {
  return {
    seed,
    island,
    felt: influence(island),
    villages: island.adm2.map((_, area) => {
      const ids = [...island.settlements.keys()].filter((i) => at(island.settlements, i).adm2 === area);
      const size = (i: number) => Math.sqrt(at(island.settlements, i).population);
      return {
        ids,
        weights: Float64Array.from(ids, size),
      };
    }),
    near: island.settlements.map(({ point }, own) => {
      const away = (i: number) => {
        const other = at(island.settlements, i).point;
        return Math.hypot(other[0] - point[0], other[1] - point[1]);
      };
      const ids = [...island.settlements.keys()].filter((i) => i !== own && away(i) < NEAR_KM);
      return { ids, weights: Float64Array.from(ids, (i) => Math.exp(-away(i) / STEP_KM)) };
    }),
    landmarks: island.settlements.map((s, own) => landmarkOf(island, s, own)),
    bases: makeBases(island, seed),
    network: makeNetwork(island, seed),
    partners: makePartners(island, seed),
    careers: makeCareers(island, seed),
  };
}

function landmarkOf(island: Island, { point: [x, y] }: Settlement, own: number) {
  const away = (i: number) => {
    const [tx, ty] = at(island.settlements, i).point;
    return Math.hypot(x - tx, y - ty);
  };
  const towns = [...island.settlements.keys()].filter((i) => i !== own && at(island.settlements, i).population >= TOWN);
  const town = towns.reduce((a, b) => (away(b) < away(a) ? b : a));
  const [tx, ty] = at(island.settlements, town).point;
  const clockwise = Math.atan2(x - tx, y - ty) / (Math.PI / 4);
  return { town, km: Math.max(1, Math.round(away(town))), side: (Math.round(clockwise) + 8) % 8 };
}

export const PLACED = ['exact', 'near', 'adm2', 'adm1', 'unknown'] as const;
export type Placed = (typeof PLACED)[number];

/** What a record calls the place: no more than it claims to know. */
export function namedPlace({ island }: World, village: Settlement, placed: Placed): Names {
  if (placed === 'exact' || placed === 'near') return village.names;
  const second = at(island.adm2, village.adm2);
  return placed === 'adm2' ? second.names : placed === 'adm1' ? at(island.adm1, second.parent).names : COUNTRY;
}

/** The `where` of a record about `village`: as fine as `placed` allows, and never outside the area it names. */
export function locate(world: World, village: Settlement, placed: Placed, rng: Rng) {
  const second = at(world.island.adm2, village.adm2);
  const first = at(world.island.adm1, second.parent);
  const where = {
    point: null as [number, number] | null,
    precision: placed,
    name: null as string | null,
    description: null as string | null,
    country: COUNTRY_CODE,
    countryName: 'Tamrin',
    adm1: placed === 'unknown' ? null : first.names.en,
    adm2: placed === 'unknown' || placed === 'adm1' ? null : second.names.en,
    adm1Code: placed === 'unknown' ? null : first.code,
    adm2Code: placed === 'unknown' || placed === 'adm1' ? null : second.code,
  };
  if (placed === 'adm2') where.point = toLonLat(...second.middle);
  if (placed === 'adm1') where.point = toLonLat(...first.middle);
  if (placed === 'exact' || placed === 'near') {
    const reach = Math.min(village.room, placed === 'exact' ? 0.6 : 12) * Math.sqrt(rng.float());
    const angle = rng.range(0, 2 * Math.PI);
    where.point = toLonLat(village.point[0] + reach * Math.cos(angle), village.point[1] + reach * Math.sin(angle));
    where.name = village.names.en;
  }
  return where;
}
