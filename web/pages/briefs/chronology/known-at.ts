/** Versions in the order in which they became known, and what stood at a moment. Pure. */
import type { Incident } from '../../../../src/incidents/contract.ts';

type Stamped = Pick<Incident, 'id' | 'version' | 'knownFrom'>;

/** One thing that became known: a version, with the one before it where there was one. */
export interface Learned<T extends Stamped> {
  version: T;
  before: T | undefined;
}

/** @param moment an instant, or a line of the ledger */
export const isKnownBy = ({ knownFrom }: Pick<Stamped, 'knownFrom'>, moment: string): boolean =>
  /^\d+$/.test(moment) ? knownFrom.seq <= Number(moment) : Date.parse(knownFrom.at) <= Date.parse(moment);

/** The version that stood at a moment; `undefined`: nothing was known yet. @param versions of one record, oldest first */
export const knownAt = <T extends Stamped>(versions: readonly T[], moment: string): T | undefined =>
  versions.findLast((version) => isKnownBy(version, moment));

/** Of all records together, oldest first. @param records each with its versions, oldest first */
export function learned<T extends Stamped>(records: readonly (readonly T[])[]): Learned<T>[] {
  return records
    .flatMap((versions) => versions.map((version, i) => ({ version, before: versions[i - 1] })))
    .sort((a, b) => a.version.knownFrom.seq - b.version.knownFrom.seq);
}
