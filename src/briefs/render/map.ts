/** The map of a paper: areas as hairlines, silence as hatching, events by shape and size, names where there is room. */
import type { Block, SymbolName } from '../contract.ts';
import { circle, type Drawing, INK, letters, line, round, type Stroke } from './drawing.ts';
import { outline } from './fonts.ts';

type MapOf = Extract<Block, { type: 'map' }>;

export const MAP_HEIGHT = 235;
const LEGEND = 15;

/** @param width points; the ground takes no more than `most` of them in height */
export function drawMap(map: MapOf, width: number, rtl: boolean, most = MAP_HEIGHT): Drawing {
  const project = projection(map.frame, width, most);
  const bottom = project.height;
  const shapes = map.areas.map((area) => ({
    area,
    rings: area.rings.map((ring) => ring.map((p) => project.at(p[0] ?? 0, p[1] ?? 0))),
  }));
  const strokes: Stroke[] = shapes.map(({ rings }) => ({
    ...{ d: rings.map((ring) => `${line(ring)}Z`).join(''), fill: INK.ground, stroke: INK.pale, width: 0.6 },
  }));
  for (const { area, rings } of shapes)
    if (area.silent) strokes.push({ d: hatching(rings), stroke: INK.pale, width: 0.5 });
  const features = [...map.features]
    .reverse()
    .map((f) => ({ ...f, at: project.at(...near(f.point, map.frame)), r: radius(f.killed.value) }));
  for (const { area, rings } of shapes) {
    const middle = inside(rings);
    if (middle && map.areas.length <= 40)
      strokes.push(
        ...letters(area.name, middle[0], middle[1], { size: 6.5, fill: INK.soft, anchor: 'middle', halo: true }),
      );
  }
  for (const { at, r, symbol, vague } of features) strokes.push(...mark(symbol, at[0], at[1], r, vague));
  // Letters keep off the marks as well as off one another.
  const taken: Box[] = features.map(({ at: [x, y], r }) => [x - r, y - r, x + r, y + r]);
  for (const { at, r, label, killed } of [...features].reverse()) {
    const text = label && (killed.value > 0 ? `${label} ${killed.text}` : label);
    if (text) strokes.push(...placed(text, at, r, width, taken));
  }
  const legend = drawLegend(map, width, bottom + 8, rtl);
  return { width, height: legend.bottom, strokes: [...strokes, ...legend.strokes] };
}

/** Mercator is not needed at this scale: degrees, the longer ones shortened by the middle latitude. */
function projection([west, south, east, north]: MapOf['frame'], width: number, most: number) {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [w, h] = [Math.max(0.01, (east - west) * squeeze), Math.max(0.01, north - south)];
  const scale = Math.min(width / w, most / h) * 0.98;
  const height = h * scale + 6;
  const left = (width - w * scale) / 2;
  const at = (lon: number, lat: number): [number, number] => [
    round(left + (lon - west) * squeeze * scale),
    round(3 + (north - lat) * scale),
  ];
  return { at, height };
}

/** A frame may go on beyond 180°. */
const near = ([lon, lat]: [number, number], [west, , east]: MapOf['frame']): [number, number] =>
  lon < west && lon + 360 <= east + 5 ? [lon + 360, lat] : [lon, lat];

const radius = (killed: number): number => Math.min(15, 2.6 + Math.sqrt(Math.max(0, killed)) * 1.5);

/** One event: its stream by shape, a vague place by dashes. */
function mark(symbol: SymbolName, x: number, y: number, r: number, vague: boolean): Stroke[] {
  const shape =
    symbol === 'disc' || symbol === 'ring'
      ? circle(x, y, r)
      : symbol === 'square'
        ? `${line([
            [x - r * 0.9, y - r * 0.9],
            [x + r * 0.9, y - r * 0.9],
            [x + r * 0.9, y + r * 0.9],
            [x - r * 0.9, y + r * 0.9],
          ])}Z`
        : symbol === 'diamond'
          ? `${line([
              [x, y - r * 1.2],
              [x + r * 1.2, y],
              [x, y + r * 1.2],
              [x - r * 1.2, y],
            ])}Z`
          : `${line([
              [x, y - r * 1.2],
              [x + r * 1.1, y + r * 0.8],
              [x - r * 1.1, y + r * 0.8],
            ])}Z`;
  const dash = vague ? { dash: '2 1.6' } : {};
  if (symbol === 'disc' && !vague) return [{ d: shape, fill: INK.mark, stroke: '#FFFFFF', width: 0.6 }];
  return [{ d: shape, fill: symbol === 'disc' ? INK.line : '#FFFFFF', stroke: INK.mark, width: 1.1, ...dash }];
}

type Box = [number, number, number, number];

/** Beside its mark where that is free, else above or below it, else not at all. */
function placed(text: string, [x, y]: [number, number], r: number, width: number, taken: Box[]): Stroke[] {
  const size = 7.5;
  const long = outline(text, size, 600).width;
  const spots: [number, number][] = [
    [x + r + 3, y + 2.6],
    [x - r - 3 - long, y + 2.6],
    [x - long / 2, y - r - 3.5],
    [x - long / 2, y + r + 9],
  ];
  for (const [left, base] of spots) {
    const box: Box = [left - 1, base - 7, left + long + 1, base + 2];
    if (
      left < 0 ||
      left + long > width ||
      taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])
    )
      continue;
    taken.push(box);
    return letters(text, left, base, { size, weight: 600, halo: true });
  }
  return [];
}

/** Lines at 45° that begin and end on the outline. */
function hatching(rings: readonly (readonly (readonly [number, number])[])[]): string {
  const sums = rings.flat().map(([x, y]) => x + y);
  let d = '';
  for (let k = Math.ceil(Math.min(...sums) / 5) * 5; k < Math.max(...sums); k += 5) {
    const hits: number[] = [];
    for (const ring of rings)
      ring.forEach(([ax, ay], i) => {
        const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
        const [a, b] = [ax + ay - k, bx + by - k];
        if (a < 0 !== b < 0) hits.push(ax + ((bx - ax) * a) / (a - b));
      });
    hits.sort((a, b) => a - b);
    for (let i = 0; i + 1 < hits.length; i += 2)
      d += line([
        [hits[i] ?? 0, k - (hits[i] ?? 0)],
        [hits[i + 1] ?? 0, k - (hits[i + 1] ?? 0)],
      ]);
  }
  return d;
}

/** The middle of the widest stretch of the largest ring at its middle height: a name stands inside its area. */
function inside(rings: readonly (readonly (readonly [number, number])[])[]): [number, number] | null {
  const ring = [...rings].sort((a, b) => b.length - a.length)[0];
  if (!ring || ring.length < 3) return null;
  const ys = ring.map((p) => p[1]);
  const y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const hits: number[] = [];
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    if (ay < y !== by < y) hits.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
  });
  hits.sort((a, b) => a - b);
  let best: [number, number] | null = null;
  for (let i = 0; i + 1 < hits.length; i += 2) {
    const [a = 0, b = 0] = [hits[i], hits[i + 1]];
    if (!best || b - a > best[1] - best[0]) best = [a, b];
  }
  return best && best[1] - best[0] > 22 ? [(best[0] + best[1]) / 2, y + 2] : null;
}

/** What the shapes, sizes, dashes and hatching mean, in rows below the map. */
function drawLegend(
  { legend }: MapOf,
  width: number,
  top: number,
  rtl: boolean,
): { strokes: Stroke[]; bottom: number } {
  const strokes: Stroke[] = [];
  let [x, y] = [0, top + 6];
  const put = (text: string, room: number, drawn: (left: number) => Stroke[]) => {
    const long = room + outline(text, 7.5).width + 14;
    if (x > 0 && x + long > width) [x, y] = [0, y + LEGEND];
    const left = rtl ? width - x - long + 14 : x;
    strokes.push(...drawn(rtl ? left + long - 14 - room : left));
    strokes.push(
      ...letters(text, rtl ? left + long - 14 - room - 4 : left + room, y + 2.6, {
        size: 7.5,
        anchor: rtl ? 'end' : 'start',
      }),
    );
    x += long;
  };
  for (const { symbol, text } of legend.symbols) put(text, 14, (left) => mark(symbol, left + 5, y, 4, false));
  if (legend.size) put(legend.size, 0, () => []);
  for (const n of legend.size ? legend.sizes : []) {
    const r = radius(n);
    put(String(n), 2 * r + 5, (left) => [{ d: circle(left + r, y, r), stroke: INK.soft, width: 0.8 }]);
  }
  if (legend.vague)
    put(legend.vague, 16, (left) => [{ d: circle(left + 6, y, 4), stroke: INK.mark, width: 1, dash: '2 1.6' }]);
  if (legend.silent) {
    const box = (left: number): [number, number][] => [
      [left, y - 4],
      [left + 11, y - 4],
      [left + 11, y + 4],
      [left, y + 4],
    ];
    put(legend.silent, 16, (left) => [
      { d: `${line(box(left))}Z`, fill: INK.ground, stroke: INK.pale, width: 0.6 },
      { d: hatching([box(left)]), stroke: INK.pale, width: 0.6 },
    ]);
  }
  return { strokes, bottom: y + Math.max(12, ...legend.sizes.map((n) => radius(n) + 4)) };
}
