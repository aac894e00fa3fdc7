/** Bars of a chart: civilians dark below, the others pale with an outline above; the greatest and the last are told in figures. */
import type { Block } from '../contract.ts';
import { type Drawing, INK, letters, rect, type Stroke } from './drawing.ts';

type ChartOf = Extract<Block, { type: 'chart' }>;

const HEIGHT = 48;

export function drawChart({ bins, civilians, others }: ChartOf, width: number, rtl: boolean): Drawing {
  const [top, floor] = [12, 12 + HEIGHT];
  const most = Math.max(1, ...bins.map((b) => Math.max(b.killed.value, b.killedCivilians.value)));
  const step = width / Math.max(1, bins.length);
  const strokes: Stroke[] = [{ d: rect(0, floor, width, 0.01), stroke: INK.soft, width: 0.6 }];
  const tall = (n: number) => (n / most) * HEIGHT;
  const peak = bins.findIndex((b) => b.killed.value === most);
  bins.forEach((bin, i) => {
    const x = (rtl ? width - (i + 1) * step : i * step) + step * 0.14;
    const [dark, all] = [tall(bin.killedCivilians.value), tall(Math.max(bin.killed.value, bin.killedCivilians.value))];
    if (all > dark)
      strokes.push({ d: rect(x, floor - all, step * 0.72, all - dark), fill: '#E4E0D4', stroke: INK.soft, width: 0.5 });
    if (dark > 0) strokes.push({ d: rect(x, floor - dark, step * 0.72, dark), fill: INK.mark });
    const middle = x + step * 0.36;
    if (bin.killed.value > 0 && (i === peak || i === bins.length - 1))
      strokes.push(...letters(bin.killed.text, middle, floor - all - 3, { size: 7, weight: 600, anchor: 'middle' }));
  });
  const ends: [number, string][] = [
    [0, bins[0]?.label ?? ''],
    [width, bins.at(-1)?.label ?? ''],
  ];
  for (const [i, [, text]] of ends.entries()) {
    const atStart = (i === 0) !== rtl;
    strokes.push(
      ...letters(text, atStart ? 0 : width, floor + 10, { size: 7, fill: INK.soft, anchor: atStart ? 'start' : 'end' }),
    );
  }
  const middle = width / 2;
  strokes.push({ d: rect(middle - 62, floor + 4.5, 6, 6), fill: INK.mark });
  strokes.push(...letters(civilians, middle - 53, floor + 10, { size: 7 }));
  strokes.push({ d: rect(middle + 10, floor + 4.5, 6, 6), fill: '#E4E0D4', stroke: INK.soft, width: 0.5 });
  strokes.push(...letters(others, middle + 19, floor + 10, { size: 7 }));
  return { width, height: floor + 16 - top + 12, strokes };
}
