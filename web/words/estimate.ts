/** Numbers as their sources gave them: a range stays a range, an absence stays an absence. */
import type { IntlShape } from 'react-intl';
import type { Core, Estimate, Figure } from '../../src/incidents/contract.ts';

const NONE = '–';

/** What to lead with: the best estimate, or the only bound there is. */
export const bestOf = ({ best, low, high }: Estimate): number | null => best ?? low ?? high;

export const countText = (intl: IntlShape, n: number | null): string => (n === null ? NONE : intl.formatNumber(n));

/** "12–40", where low and high say more than the best estimate does; otherwise `null`. */
export function rangeText(intl: IntlShape, { low, best, high }: Estimate): string | null {
  if (low === null && high === null) return null;
  if (low === best && high === best) return null;
  if (low === high) return null;
  const [from, to] = [low, high].map((n) => (n === null ? '?' : intl.formatNumber(n)));
  // The lower stands on the left in every script: in an Arabic line 3–7 would be drawn as 7–3.
  return `\u2066${from}–${to}\u2069`;
}

const UNKNOWN: Estimate = { low: null, best: null, high: null };

/** The row of the harm table for a harm and a group. */
const figureOf = (core: Core, harm: Figure['harm'], group: Figure['group']): Figure | undefined =>
  core.figures.find((figure) => figure.harm === harm && figure.group === group);

export const killed = (core: Core): Estimate => figureOf(core, 'killed', 'all')?.total ?? UNKNOWN;
export const killedCivilians = (core: Core): Estimate => figureOf(core, 'killed', 'civilians')?.total ?? UNKNOWN;

/** Upper edges of the five steps of the sequential scale, in killed by best estimate. */
export const SEVERITY_EDGES = [1, 3, 10, 30] as const;

/** Which step (0 to 4) a number of killed falls on; `null`: no source gives one. */
export function severity(n: number | null): number | null {
  return n === null ? null : SEVERITY_EDGES.filter((edge) => n >= edge).length;
}
