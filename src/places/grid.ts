/**
 * Web-mercator tiles as numbers. Each point has a key: its tile at zoom 24 (about 2 m) on a Z-order curve, 48 bits, a
 * safe integer. All points of a tile at any zoom have keys in one range, so an index on the key answers tiles and boxes.
 */
import type { Bbox } from './geometry.ts';

/** Beyond this latitude the web's square map ends; points there count as lying on its edge. */
export const MAX_LATITUDE = 85.0511287798066;
const ZOOM = 24;
const SIDE = 2 ** ZOOM;
const HALF = 2 ** (ZOOM / 2);

export type KeyRange = [from: number, to: number];

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

function tileX(lon: number, zoom: number): number {
  const side = 2 ** zoom;
  return clamp(Math.floor(((lon + 180) / 360) * side), 0, side - 1);
}

function tileY(lat: number, zoom: number): number {
  const side = 2 ** zoom;
  const sin = Math.sin((clamp(lat, -MAX_LATITUDE, MAX_LATITUDE) * Math.PI) / 180);
  return clamp(Math.floor((0.5 - Math.atanh(sin) / (2 * Math.PI)) * side), 0, side - 1);
}

/** Puts a zero before each of 12 bits. */
function spread(bits: number): number {
  let v = bits;
  v = (v | (v << 8)) & 0x00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f;
  v = (v | (v << 2)) & 0x33333333;
  return (v | (v << 1)) & 0x55555555;
}

/** The reverse of `spread`. */
function squeeze(bits: number): number {
  let v = bits & 0x55555555;
  v = (v | (v >> 1)) & 0x33333333;
  v = (v | (v >> 2)) & 0x0f0f0f0f;
  v = (v | (v >> 4)) & 0x00ff00ff;
  return (v | (v >> 8)) & 0x0000ffff;
}

/** Numbers of JavaScript shift 32 bits only: the upper and lower 12 bits of x and y are woven apart. */
function weave(x: number, y: number): number {
  const upper = spread(Math.floor(x / HALF)) | (spread(Math.floor(y / HALF)) << 1);
  const lower = spread(x % HALF) | (spread(y % HALF) << 1);
  return upper * SIDE + lower;
}

/** The key of a point (degrees). A longitude beyond ±180 is brought back first. */
export function tileKey(lon: number, lat: number): number {
  const wrapped = lon >= -180 && lon <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
  return weave(tileX(wrapped, ZOOM), tileY(lat, ZOOM));
}

/** The keys of all points in a tile: from the first, to before the second. */
export function tileRange(zoom: number, x: number, y: number): KeyRange {
  if (!Number.isInteger(zoom) || zoom < 0 || zoom > ZOOM) throw new RangeError(`there is no zoom ${zoom}`);
  const side = 2 ** zoom;
  const onMap = [x, y].every((n) => Number.isInteger(n) && n >= 0 && n < side);
  if (!onMap) throw new RangeError(`there is no tile ${zoom}/${x}/${y}`);
  const scale = 2 ** (ZOOM - zoom);
  const from = weave(x * scale, y * scale);
  return [from, from + scale * scale];
}

/** The middle, [longitude, latitude], of the tile of this zoom that holds the key. */
export function keyToLonLat(key: number, zoom: number = ZOOM): [number, number] {
  const [upper, lower] = [Math.floor(key / SIDE), key % SIDE];
  const scale = 2 ** (ZOOM - zoom);
  const middle = (n: number) => (Math.floor(n / scale) + 0.5) / 2 ** zoom;
  const x = middle(squeeze(upper) * HALF + squeeze(lower));
  const y = middle(squeeze(upper >> 1) * HALF + squeeze(lower >> 1));
  return [x * 360 - 180, (Math.asin(Math.tanh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI];
}

function merge(ranges: KeyRange[]): KeyRange[] {
  const merged: KeyRange[] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

interface Tile {
  zoom: number;
  x: number;
  y: number;
}

/** Where a long edge runs along the curve, many tiles melt into few ranges: stop before there are too many to look at. */
const EDGE_TILES_PER_RANGE = 32;

/**
 * At most `maxRanges` (at least 2) disjoint ranges of keys, in order, that hold every point of the box and as little
 * else as possible: test the points themselves afterwards. West > east crosses the antimeridian.
 */
export function bboxToRanges([west, south, east, north]: Bbox, maxRanges = 16): KeyRange[] {
  const spans: [number, number][] =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ];
  const boxes = spans.map(([w, e]) => ({
    left: tileX(w, ZOOM),
    right: tileX(e, ZOOM),
    top: tileY(north, ZOOM),
    bottom: tileY(south, ZOOM),
  }));
  const relation = ({ zoom, x, y }: Tile): 'outside' | 'inside' | 'partly' => {
    const scale = 2 ** (ZOOM - zoom);
    const [left, top, right, bottom] = [x * scale, y * scale, (x + 1) * scale - 1, (y + 1) * scale - 1];
    const near = boxes.filter((b) => left <= b.right && right >= b.left && top <= b.bottom && bottom >= b.top);
    if (near.length === 0) return 'outside';
    const whole = near.some((b) => left >= b.left && right <= b.right && top >= b.top && bottom <= b.bottom);
    return whole ? 'inside' : 'partly';
  };
  const range = ({ zoom, x, y }: Tile) => tileRange(zoom, x, y);
  const most = Math.max(2, maxRanges);
  const inside: KeyRange[] = [];
  let partly: Tile[] = [{ zoom: 0, x: 0, y: 0 }];
  let cover = merge(partly.map(range));
  // One zoom at a time: split what is partly in the box for as long as the cover stays short enough.
  for (let zoom = 0; zoom < ZOOM && partly.length > 0; zoom++) {
    const children = partly.flatMap(({ x, y }) =>
      [0, 1, 2, 3].map((i) => ({ zoom: zoom + 1, x: 2 * x + (i & 1), y: 2 * y + (i >> 1) })),
    );
    partly = children.filter((tile) => relation(tile) === 'partly');
    inside.push(...children.filter((tile) => relation(tile) === 'inside').map(range));
    const finer = merge([...inside, ...partly.map(range)]);
    if (finer.length > most || partly.length > EDGE_TILES_PER_RANGE * most) break;
    cover = finer;
  }
  return cover;
}
