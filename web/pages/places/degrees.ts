/** "8.41090, 20.65020": latitude first, as people read it aloud; five decimals are about a metre. */
export const degreesText = ([lon, lat]: readonly [number, number]): string => `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
