/** How large the circle of a cluster is: whoever places circles and whoever draws them must agree. */

/** Pixels by the root of the number of events: the area grows with the number. Between two of these it is even. */
export const RADII = [
  [1, 5],
  [Math.sqrt(10), 9],
  [10, 14],
  [Math.sqrt(1000), 21],
  [100, 28],
] as const;

/** @param n events, at least one. @returns pixels */
export function radiusOf(n: number): number {
  const root = Math.sqrt(n);
  const after = RADII.findIndex(([at]) => at >= root);
  if (after < 0) return RADII[RADII.length - 1]?.[1] ?? 0;
  const [to, from] = [RADII[after] ?? RADII[0], RADII[Math.max(0, after - 1)] ?? RADII[0]];
  const share = to[0] === from[0] ? 0 : (root - from[0]) / (to[0] - from[0]);
  return from[1] + share * (to[1] - from[1]);
}
