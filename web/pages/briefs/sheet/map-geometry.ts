/** Where things lie on a paper's map: the projection, the marks, and letters that keep off one another. Pure. */
import type { Block, SymbolName } from '../../../../src/briefs/contract.ts';

export type MapBlock = Extract<Block, { type: 'map' }>;
export type At = (lon: number, lat: number) => [number, number];

export const MAP_WIDTH = 640;
const MOST_HEIGHT = 430;
/** A letter of a name is about this wide, as a part of its height. */
const LETTER = 0.56;
const LABEL_SIZE = 10;

const round = (n: number) => Math.round(n * 10) / 10;

/** Degrees, the longer ones shortened by the middle latitude; a frame may go on beyond 180°. */
export function projection([west, south, east, north]: MapBlock['frame']): { at: At; height: number } {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [w, h] = [Math.max(0.01, (east - west) * squeeze), Math.max(0.01, north - south)];
  const scale = Math.min(MAP_WIDTH / w, MOST_HEIGHT / h) * 0.98;
  const left = (MAP_WIDTH - w * scale) / 2;
  const at: At = (lon, lat) => {
    const eastward = lon < west && lon + 360 <= east + 5 ? lon + 360 : lon;
    return [round(left + (eastward - west) * squeeze * scale), round(4 + (north - lat) * scale)];
  };
  return { at, height: Math.round(h * scale + 8) };
}

export const outlineOf = (rings: readonly (readonly (readonly number[])[])[], at: At): string =>
  rings.map((ring) => `M${ring.map(([lon = 0, lat = 0]) => at(lon, lat).join(' ')).join('L')}Z`).join('');

export const radiusOf = (killed: number): number => Math.min(20, 3.4 + Math.sqrt(Math.max(0, killed)) * 2);

/** The middle of the widest stretch of the largest ring at its middle height: a name stands inside its area, or nowhere. */
export function nameSpot(rings: readonly (readonly (readonly number[])[])[], at: At): [number, number] | null {
  const [ring = []] = [...rings].sort((a, b) => b.length - a.length);
  const points = ring.map(([lon = 0, lat = 0]) => at(lon, lat));
  const heights = points.map(([, y]) => y);
  const y = (Math.min(...heights) + Math.max(...heights)) / 2;
  const crossings = points.flatMap(([ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length] ?? [ax, ay];
    return ay < y !== by < y ? [ax + ((bx - ax) * (y - ay)) / (by - ay)] : [];
  });
  const sorted = crossings.sort((a, b) => a - b);
  let [left, right] = [0, 0];
  for (let i = 0; i + 1 < sorted.length; i += 2) {
    const [a = 0, b = 0] = [sorted[i], sorted[i + 1]];
    if (b - a > right - left) [left, right] = [a, b];
  }
  return right - left > 30 ? [(left + right) / 2, y + 3] : null;
}

/** The outline of a mark around its own middle. */
export function markOf(symbol: SymbolName, r: number): string {
  if (symbol === 'square') return `M${-r * 0.9} ${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}Z`;
  if (symbol === 'diamond') return `M0 ${-r * 1.2}L${r * 1.2} 0L0 ${r * 1.2}L${-r * 1.2} 0Z`;
  if (symbol === 'triangle') return `M0 ${-r * 1.2}L${r * 1.1} ${r * 0.8}L${-r * 1.1} ${r * 0.8}Z`;
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

type Box = [left: number, top: number, right: number, bottom: number];

export interface Label {
  text: string;
  x: number;
  y: number;
}

/** Names beside their marks where that is free, else above or below, else not at all; the gravest choose first. */
export function labelsOf(marks: readonly { at: [number, number]; r: number; text: string | null }[]): Label[] {
  const taken: Box[] = marks.map(({ at: [x, y], r }) => [x - r, y - r, x + r, y + r]);
  const labels: Label[] = [];
  for (const { at, r, text } of marks) {
    const spot = text && spotFor(text, at, r, taken);
    if (!text || !spot) continue;
    taken.push(boxOf(text, spot));
    labels.push({ text, ...spot });
  }
  return labels;
}

const widthOf = (text: string) => [...text].length * LETTER * LABEL_SIZE;
const boxOf = (text: string, { x, y }: { x: number; y: number }): Box => [
  ...([x - 1, y - LABEL_SIZE, x + widthOf(text) + 1, y + 3] as const),
];

function spotFor(text: string, [x, y]: [number, number], r: number, taken: readonly Box[]) {
  const long = widthOf(text);
  const spots = [
    { x: x + r + 3, y: y + 3.5 },
    { x: x - r - 3 - long, y: y + 3.5 },
    { x: x - long / 2, y: y - r - 4 },
    { x: x - long / 2, y: y + r + 11 },
  ];
  return spots.find((spot) => {
    const [left, top, right, bottom] = boxOf(text, spot);
    const isIn = left >= 0 && right <= MAP_WIDTH;
    return isIn && !taken.some((t) => left < t[2] && t[0] < right && top < t[3] && t[1] < bottom);
  });
}
