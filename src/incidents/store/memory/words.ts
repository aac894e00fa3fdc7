/**
 * What is found by its words: the database knows, and says so once for all who look with the same eyes at the same line. A
 * page of the room asks for one list, sums, a time bar and a dozen tiles of the same words.
 */
import { sql, type Tx } from '../../../platform/database/database.ts';
import { missionOf } from '../../../platform/principal.ts';
import { viewOf } from '../../../platform/view.ts';
import { foundIn, type Line } from '../filter.ts';

/** A bit a ledger line, as DuckDB writes bits: 1 where the version's core, or its account, of that line holds the words. */
export interface LinesWithWords {
  core: Uint8Array;
  account: Uint8Array;
}

const KEPT = 24;

/**
 * @param last the ledger's last line: what is written later may close what is found here, so nothing older is answered
 * @returns found under the policies of both groups: lines of an account that the asker may not read are not among them
 */
export function linesWithWords(
  tx: Tx,
  words: Map<string, Promise<LinesWithWords>>,
  q: string,
  line: Line,
  last: number,
): Promise<LinesWithWords> {
  const key = JSON.stringify([viewOf(tx.who), q, line.seq, last]);
  const known = words.get(key);
  // Whoever asked first may have gone away before the answer.
  if (known) return known.catch(() => find(tx, q, line));
  const found = find(tx, q, line);
  words.set(key, found);
  found.catch(() => words.delete(key));
  const oldest = words.size > KEPT ? words.keys().next().value : undefined;
  if (oldest !== undefined) words.delete(oldest);
  return found;
}

async function find(tx: Tx, q: string, line: Line): Promise<LinesWithWords> {
  const group = async (table: 'core' | 'account') => {
    const parts = foundIn(table, 'known_from', missionOf(tx.who).id, q, line);
    // One text of all lines: as rows, hundreds of thousands of them would take longer to read than to find.
    const { rows } = await sql<{ lines: string | null }>`
      select array_agg(known_from)::text as lines from (${sql.join(parts, sql` union all `)}) found`.execute(tx.db);
    return bitsOf(rows[0]?.lines ?? '{}', line.seq);
  };
  return { core: await group('core'), account: await group('account') };
}

const ZERO = 48;

/** `{3,14,15}` as bits 0 to `most`. The first byte says how many bits of the second are not used: they stand first, as ones. */
function bitsOf(lines: string, most: number): Uint8Array {
  const unused = 7 - (most % 8);
  const bits = new Uint8Array(2 + (most >> 3));
  bits[0] = unused;
  bits[1] = 0xff & ~(0xff >> unused);
  let line = -1;
  for (let i = 0; i < lines.length; i++) {
    const digit = lines.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) {
      line = Math.max(line, 0) * 10 + digit;
      continue;
    }
    if (line >= 0) {
      const at = 8 + unused + line;
      bits[at >> 3] = (bits[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
    line = -1;
  }
  return bits;
}
