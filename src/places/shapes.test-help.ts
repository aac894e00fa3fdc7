/** Invented shapes and boundary files for this room's tests. */
import type { Polygon } from 'geojson';

export const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

/** A GeoJSON file of these features. */
export const boundaryFile = (...features: [properties: object, geometry: unknown][]): { text: string } => ({
  text: JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  }),
});
