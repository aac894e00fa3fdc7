/** The front door of places: all that other rooms may import. */
export type { AreasFound } from './area-finder.ts';
export { placer } from './areas-at.ts';
export { importBoundaries } from './commands/import-boundaries.ts';
export { importGazetteer } from './commands/import-gazetteer.ts';
export { importGround } from './commands/import-ground.ts';
export type { PlaceHit } from './contract.ts';
export { iso3FromName } from './countries.ts';
export { type CountryLocator, countryLocator } from './country-locator.ts';
export { bboxToRanges, tileKey, tileRange } from './grid.ts';
export { GROUND_KINDS, type GroundKind } from './ground.ts';
export { placeJobs } from './jobs.ts';
export { type Ground, groundOf } from './map-ground.ts';
export { toMgrs } from './mgrs.ts';
export { foldName } from './names.ts';
export { namesKnown } from './queries/names-known.ts';
export { searchPlaces } from './queries/search-places.ts';
export { readPosition } from './read-position.ts';
export { placeRoutes } from './routes.ts';
