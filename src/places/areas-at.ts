/** In which areas of the mission's active boundary set points lie: asked whenever something is recorded or imported. */
import type { Tx } from '../platform/database/database.ts';
import { type AreaFinder, type AreasFound, makeAreaFinder } from './area-finder.ts';
import { readActiveOutlines, readActiveSet, type SetKey } from './store/boundaries.ts';

/** A set of a country is a few megabytes in memory; the least recently asked goes first. */
const KEPT = 8;
const kept = new Map<string, AreaFinder>();
const withoutAreas = makeAreaFinder([]);

/** The digest is of what was imported, so a write that is rolled back leaves nothing wrong here. */
const keyOf = ({ id, digest }: SetKey) => `${id} ${digest}`;

/** The areas of one point, by the mission's active set; without a set, its country by the atlas. */
export async function areasAt(tx: Tx, point: readonly [lon: number, lat: number]): Promise<AreasFound> {
  return (await placer(tx))(point);
}

/** Answers as `areasAt` for any number of points, without asking the database again. */
export async function placer(tx: Tx): Promise<AreaFinder> {
  const active = await readActiveSet(tx);
  if (!active) return withoutAreas;
  const finder = kept.get(keyOf(active));
  if (finder) return keep(active, finder);
  // The set may have been replaced since the question above: what is loaded says which one it is.
  const loaded = await readActiveOutlines(tx);
  return loaded ? keep(loaded.set, makeAreaFinder(loaded.areas)) : withoutAreas;
}

function keep(set: SetKey, finder: AreaFinder): AreaFinder {
  const key = keyOf(set);
  kept.delete(key);
  kept.set(key, finder);
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest) kept.delete(oldest);
  return finder;
}
