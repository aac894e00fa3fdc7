/** Where a still map looks: Mercator, fitted into a box of pixels. Pure; the same frames and tiles as the moving map has. */
import { type Bounds, FIT_PADDING, type LonLat } from '../frame.ts';

/** Pixels along a tile's side at its own zoom, and the nearest and farthest that is drawn. */
const TILE = 512;
const ZOOMS = [0, 14] as const;

export interface Size {
  width: number;
  height: number;
}

export interface Tile {
  z: number;
  x: number;
  y: number;
}

export interface View {
  size: Size;
  /** Pixels from the left and from above. */
  at(point: readonly number[]): [number, number];
  /** The same of a line, which goes on from corner to corner also where the turn of the world lies between them. */
  along(line: readonly (readonly number[])[]): [number, number][];
  /** From the lowest edge to the highest, in degrees. */
  latitudes: readonly [number, number];
  /** From a tile's own corner, each 0 to 1. */
  inTile(tile: Tile, x: number, y: number): [number, number];
  tiles: readonly Tile[];
  /** What a frame of this part of the size shows around a point, or around the middle. */
  around(part: number, point?: LonLat): Bounds;
}

/** @param isWhole the mission's own frame, which leaves room for what stands around it */
export function viewOf([west, south, east, north]: Bounds, size: Size, isWhole: boolean): View {
  const pad = isWhole ? FIT_PADDING : { top: 0, left: 0, right: 0, bottom: 0 };
  const right = west > east ? east + 360 : east;
  const [x0, x1] = [across(west), across(right)];
  const [y0, y1] = [down(north), down(south)];
  const room = [size.width - pad.left - pad.right, size.height - pad.top - pad.bottom] as const;
  const most = TILE * 2 ** 16;
  const scale = Math.min(most, room[0] / Math.max(1e-9, x1 - x0), room[1] / Math.max(1e-9, y1 - y0));
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [px, py] = [pad.left + room[0] / 2, pad.top + room[1] / 2];
  // The same meridian comes again every turn: the one nearest to the middle is meant, or to what was drawn before.
  const near = (x: number, to: number) => x - Math.round(x - to);
  const drawn = (x: number, y: number): [number, number] => [
    tenth((x - cx) * scale + px),
    tenth((y - cy) * scale + py),
  ];
  const toPixels = (x: number, y: number) => drawn(near(x, cx), y);
  const corner = (left: number, top: number): [number, number] => [(left - px) / scale + cx, (top - py) / scale + cy];
  const z = Math.min(ZOOMS[1], Math.max(ZOOMS[0], Math.floor(Math.log2(scale / TILE))));
  return {
    size,
    at: ([lon = 0, lat = 0]) => toPixels(across(lon), down(lat)),
    along(line) {
      let before = cx;
      return line.map(([lon = 0, lat = 0]) => {
        before = near(across(lon), before);
        return drawn(before, down(lat));
      });
    },
    inTile: (tile, x, y) => toPixels((tile.x + x) / 2 ** tile.z, (tile.y + y) / 2 ** tile.z),
    latitudes: [latOf(corner(0, size.height)[1]), latOf(corner(0, 0)[1])],
    tiles: tilesBetween(z, corner(0, 0), corner(size.width, size.height)),
    around(part, point) {
      const [x, y] = point ? [across(point[0]), down(point[1])] : corner(size.width / 2, size.height / 2);
      const [w, h] = [(size.width / scale) * part * 0.5, (size.height / scale) * part * 0.5];
      return [lonOf(x - w), latOf(y + h), lonOf(x + w), latOf(y - h)];
    },
  };
}

function tilesBetween(z: number, from: readonly [number, number], to: readonly [number, number]): Tile[] {
  const side = 2 ** z;
  const [first, last] = [Math.floor(from[0] * side), Math.floor(to[0] * side)];
  const rows = [Math.max(0, Math.floor(from[1] * side)), Math.min(side - 1, Math.floor(to[1] * side))] as const;
  const columns = new Set<number>();
  for (let x = first; x <= last && columns.size < side; x++) columns.add(((x % side) + side) % side);
  const tiles: Tile[] = [];
  for (let y = rows[0]; y <= rows[1]; y++) for (const x of columns) tiles.push({ z, x, y });
  return tiles;
}

/** Where Mercator ends, as all web maps have it. */
const POLE = 85.0511;
/** From west to east, and from north to south, 0 to 1. */
const across = (lon: number): number => (lon + 180) / 360;
function down(lat: number): number {
  const radians = (Math.max(-POLE, Math.min(POLE, lat)) * Math.PI) / 180;
  return (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
}
const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000;
const lonOf = (x: number): number => rounded((((x % 1) + 1) % 1) * 360 - 180);
const latOf = (y: number): number => {
  const inside = Math.max(0, Math.min(1, y));
  return rounded((Math.atan(Math.sinh(Math.PI * (1 - 2 * inside))) * 180) / Math.PI);
};
const tenth = (n: number): number => Math.round(n * 10) / 10;
