/** Where the map looks. */

/** west, south, east, north in degrees. */
export type Bounds = [number, number, number, number];
export type LonLat = [number, number];

/** Pixels to keep free around what is fitted: below stands the legend. */
export const FIT_PADDING = { top: 20, left: 20, right: 20, bottom: 76 };
