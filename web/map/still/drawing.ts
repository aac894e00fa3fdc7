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
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const corners: string[] = [];
  let before = '';
  for (const [x, y] of view.along(line)) {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    // Corners that fall on one pixel are one.
    const here = `${Math.round(x)} ${Math.round(y)}`;
    if (here !== before) corners.push(here);
    before = here;
  }
  const isOutside = right < 0 || bottom < 0 || left > width || top > height;
  if (isOutside || corners.length < 2) return '';
  return `M${corners.join('L')}${isClosed ? 'Z' : ''}`;
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
