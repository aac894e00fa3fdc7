/** The front door of places: all that other rooms may import. */
export type { AdminLevel, Area } from './area.ts';
export type { AreaFinder, AreaRef, AreasFound } from './area-finder.ts';
export { areasAt, placer } from './areas-at.ts';
export { type Basemap, basemap } from './basemap.ts';
export { BoundaryFileError, type BoundaryOptions, type ReadBoundaries, readBoundaries } from './boundaries.ts';
export { isHistoricalName, iso3FromName, nameFromIso3 } from './countries.ts';
export { type CountryHit, type CountryLocator, countryLocator, seaAndCountry } from './country-locator.ts';
export { DISCLAIMER } from './disclaimer.ts';
export { GazetteerError, type GazetteerRow, type Place, readGazetteer } from './gazetteer.ts';
export type { AreaGeometry, Bbox } from './geometry.ts';
export { bboxToRanges, type KeyRange, keyToLonLat, MAX_LATITUDE, tileKey, tileRange } from './grid.ts';
export { type Locator, makeLocator } from './locate.ts';
export { simplifyForMap } from './map-shapes.ts';
export { fromMgrs, type GridSquare, toMgrs } from './mgrs.ts';
export { foldName, nameScore, searchKeys, soundKey } from './names.ts';
