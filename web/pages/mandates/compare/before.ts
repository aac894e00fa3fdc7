import type { MandateLine } from '../../../../src/mandates/contract.ts';

type Dated = Pick<MandateLine, 'id' | 'own' | 'date'>;

/** @returns the mission's own text before one, the latest of the earlier; nothing for the first */
export const beforeOf = <T extends Dated>(lines: readonly T[], { id, date }: Dated): T | undefined =>
  lines
    .filter((line) => line.own && line.id !== id && line.date <= date)
    .toSorted((a, b) => b.date.localeCompare(a.date))[0];

/** @returns the mission's own latest text, or the latest of any */
export const latestOf = <T extends Dated>(lines: readonly T[]): T | undefined =>
  lines.toSorted((a, b) => Number(b.own) - Number(a.own) || b.date.localeCompare(a.date))[0];
