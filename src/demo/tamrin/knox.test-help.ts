/** Knox (1964): pairs near in time and space against those expected if the two had nothing to do with one another. */
import { at } from './rng.ts';

export type Happened = { x: number; y: number; at: number };

/** @returns observed pairs ÷ expected pairs, within `km` and `ms` */
export function knoxRatio(events: readonly Happened[], km: number, ms: number): number {
  let [near, soon, both, pairs] = [0, 0, 0, 0];
  events.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = at(events, j);
      const isNear = (a.x - b.x) ** 2 + (a.y - b.y) ** 2 <= km * km;
      const isSoon = Math.abs(a.at - b.at) <= ms;
      pairs++;
      if (isNear) near++;
      if (isSoon) soon++;
      if (isNear && isSoon) both++;
    }
  });
  return (both * pairs) / (near * soon);
}
