/**
 * Which record a row is. The same file imported again must meet the records it made, and a corrected row its own
 * record, so ids are computed from what names the row at its source, never drawn at random.
 */
import { hash } from 'node:crypto';

/**
 * The id of the record that a row of a data set has in a mission: RFC 9562 version 8, from SHA-256.
 * The mission is part of it, so that two missions on one installation never share a record.
 */
export function recordId(missionId: string, dataset: string, externalKey: string): string {
  const hex = digest([missionId, dataset, externalKey]);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The key of a row that its source has numbered. */
export function keyFromId(externalId: string): string {
  return `id:${externalId}`;
}

/** Makes keys for the rows of a file without ids, in file order. */
export interface ContentKeys {
  /**
   * @param stable what a correction at the source would hardly change: when, where, who, what kind — not the figures.
   * Rows alike in all of it are numbered as they come, so that none is lost and the same file gives the same keys.
   */
  keyFor(stable: readonly (string | number | null)[]): string;
}

export function contentKeys(): ContentKeys {
  // 52 bits a row keep a million rows within some 40 MB; two different rows that meet in them are merely numbered.
  const once = new Set<number>();
  const more = new Map<number, number>();
  return {
    keyFor(stable) {
      const hex = digest(stable);
      const short = Number.parseInt(hex.slice(0, 13), 16);
      if (!once.has(short)) {
        once.add(short);
        return `row:${hex.slice(0, 32)}`;
      }
      const number = (more.get(short) ?? 1) + 1;
      more.set(short, number);
      return `row:${hex.slice(0, 32)}:${number}`;
    },
  };
}

function digest(parts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex');
}
