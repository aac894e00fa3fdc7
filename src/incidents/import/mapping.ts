/** What a mapping is remembered under. */
import { hash } from 'node:crypto';

/** The same for the same headings in any order and case. */
export function headersFingerprint(headers: readonly string[]): string {
  const folded = headers.map((header) => header.trim().toLowerCase()).sort();
  return hash('sha256', JSON.stringify(folded), 'hex');
}
