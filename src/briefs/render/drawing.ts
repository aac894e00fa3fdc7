/** A drawing as plain outlines, for PDF and for pictures alike: nothing in it depends on who draws it. */
import { outline, type Weight } from './fonts.ts';

export interface Stroke {
  d: string;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: string;
}

export interface Drawing {
  width: number;
  height: number;
  strokes: Stroke[];
}

/** Ink that is told apart in black and white: by darkness here, by shape and words besides. */
export const INK = {
  text: '#16150F',
  soft: '#5B584C',
  line: '#CFCABB',
  ground: '#F7F5EF',
  mark: '#2B2A24',
  pale: '#A9A493',
};

export const line = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

export const round = (n: number): number => Math.round(n * 100) / 100;

export const rect = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;

export const circle = (x: number, y: number, r: number): string =>
  `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`;

export interface Letters {
  size: number;
  weight?: Weight;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  /** Paper around the letters, so that they are read over lines. */
  halo?: boolean;
}

/** Text with its baseline at y. */
export function letters(
  text: string,
  x: number,
  y: number,
  { size, weight = 400, fill = INK.text, anchor = 'start', halo = false }: Letters,
): Stroke[] {
  const { d, width } = outline(text, size, weight);
  const from = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const moved = moveTo(d, from, y);
  return [...(halo ? [{ d: moved, stroke: '#FFFFFF', width: 2.4 }] : []), { d: moved, fill }];
}

/** Outlines from fonts have absolute coordinates only: each pair is moved. */
function moveTo(d: string, dx: number, dy: number): string {
  return d.replace(/([MLQC])([^MLQCZ]*)/g, (_, command: string, numbers: string) => {
    const moved = (numbers.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map((n, i) =>
      round(Number(n) + (i % 2 === 0 ? dx : dy)),
    );
    return `${command}${moved.join(' ')}`;
  });
}

/** As a picture that resvg and browsers read. */
export function toSvg({ width, height, strokes }: Drawing): string {
  const paths = strokes.map(
    ({ d, fill = 'none', stroke, width: w, dash }) =>
      `<path d="${d}" fill="${fill}" fill-rule="evenodd"${stroke ? ` stroke="${stroke}" stroke-width="${w ?? 1}" stroke-linejoin="round"` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${paths.join('')}</svg>`;
}
