/** What every record draws on, worked out once: who is felt where, and where people live in each area. */
import { influence } from '../actors.ts';
import { COUNTRY_CODE, type Island, type Settlement } from '../island.ts';
import { toLonLat } from '../land/plane.ts';
import { at, type Rng } from '../rng.ts';

export type World = {
  seed: number;
  island: Island;
  /** `felt[area][actor]`, 0 to 1. */
  felt: readonly number[][];
  /** Numbers of the settlements of each second-level area, with the weights that events find them by. */
  villages: readonly { ids: readonly number[]; weights: Float64Array; valleyWeights: Float64Array }[];
};

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
        valleyWeights: Float64Array.from(ids, (i) => size(i) * (at(island.settlements, i).inValley ? 8 : 1)),
      };
    }),
  };
}

export const PLACED = ['exact', 'near', 'adm2', 'adm1', 'unknown'] as const;
export type Placed = (typeof PLACED)[number];

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
