/** The ground of a still map as paths: of what lies in view. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { View } from './view.ts';

/** One path of every outline and line of these that may be seen. */
export function pathOf({ features }: FeatureCollection<Geometry>, view: View): string {
  return features.map((feature) => outline(feature, view)).join('');
}

export function outline({ geometry }: Pick<Feature<Geometry>, 'geometry'>, view: View): string {
  return linesOf(geometry)
    .map(({ line, isClosed }) => drawn(line, isClosed, view))
    .join('');
}

interface Line {
  line: Position[];
  isClosed: boolean;
}

function linesOf(geometry: Geometry): Line[] {
  const all = (lines: Position[][], isClosed: boolean) => lines.map((line) => ({ line, isClosed }));
  switch (geometry.type) {
    case 'Polygon':
      return all(geometry.coordinates, true);
    case 'MultiPolygon':
      return all(geometry.coordinates.flat(), true);
    case 'LineString':
      return all([geometry.coordinates], false);
    case 'MultiLineString':
      return all(geometry.coordinates, false);
    default:
      return [];
  }
}

/** Whole, where any of it may be in view: what is cut off by the frame is cut there. */
function drawn(line: readonly Position[], isClosed: boolean, view: View): string {
  const { width, height } = view.size;
  const [south, north] = view.latitudes;
  // Most of the world is north or south of a country: that is seen without drawing it.
  if (line.every(([, lat = 0]) => lat < south) || line.every(([, lat = 0]) => lat > north)) return '';
  const points = view.along(line);
  const isOutside =
    points.every(([x]) => x < 0) ||
    points.every(([x]) => x > width) ||
    points.every(([, y]) => y < 0) ||
    points.every(([, y]) => y > height);
  if (isOutside) return '';
  // Corners that fall on one pixel are one.
  const corners = points
    .map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`)
    .filter((here, i, all) => here !== all[i - 1]);
  return corners.length < 2 ? '' : `M${corners.join('L')}${isClosed ? 'Z' : ''}`;
}

/** Where a name stands: the middle of its largest outline. */
export function middleOf(geometry: Geometry, view: View): readonly [number, number] | null {
  let largest = 0;
  let middle: readonly [number, number] | null = null;
  for (const { line } of linesOf(geometry)) {
    let [area, x, y] = [0, 0, 0];
    const corners = view.along(line);
    corners.forEach(([x0, y0], i) => {
      const [x1, y1] = corners[(i + 1) % corners.length] ?? [x0, y0];
      const part = x0 * y1 - x1 * y0;
      area += part;
      x += (x0 + x1) * part;
      y += (y0 + y1) * part;
    });
    if (Math.abs(area) <= largest) continue;
    largest = Math.abs(area);
    middle = [x / (3 * area), y / (3 * area)];
  }
  return middle;
}
