/**
 * What is found by its words: the database knows which rows of words match, whoever asks, and such a row never changes; so it is
 * asked once for words that people look for, and later for what has been written since. Who may find a version by them is
 * decided by the scopes of the version and of its account, as for everything in memory.
 */
import { type Database, sql } from '../../../platform/database/database.ts';
import { linesWith } from '../filter.ts';
import { followerOf } from './follow.ts';
import type { Held, Lines } from './held.ts';

const KEPT = 60;

/** @returns lines up to `last` at least that hold the words */
export async function linesWithWords(
  own: Database,
  mission: number,
  held: Held,
  q: string,
  last: number,
): Promise<Lines> {
  const known = held.words.get(q) ?? Promise.resolve({ core: new Uint8Array(), account: new Uint8Array(), line: 0 });
  const lines = known.then((before) => (before.line >= last ? before : lookOn(own, mission, before, q, last)));
  // Whoever comes next waits for this look and goes on from it; a look that failed is forgotten, with all before it.
  held.words.delete(q);
  held.words.set(q, lines);
  const oldest = held.words.size > KEPT ? held.words.keys().next().value : undefined;
  if (oldest !== undefined) held.words.delete(oldest);
  lines.catch(() => held.words.delete(q));
  return lines;
}

async function lookOn(own: Database, mission: number, before: Lines, q: string, last: number): Promise<Lines> {
  const found = (group: 'core' | 'account') =>
    own.read(followerOf(mission), async (tx) => {
      // One text of all lines: as rows, hundreds of thousands of them would take longer to read than to find.
      const { rows } = await sql<{ lines: string | null }>`
        select array_agg(line)::text as lines from (${linesWith(group, mission, q)}
          and line > ${before.line} and line <= ${last}) found`.execute(tx.db);
      return withBits(before[group], rows[0]?.lines ?? '{}', last);
    });
  const [core, account] = await Promise.all([found('core'), found('account')]);
  return { core, account, line: last };
}

const ZERO = 48;

/** The bits and those of `{3,14,15}`, up to `last` at least; as DuckDB keeps them: the first byte says that all others are used. */
function withBits(before: Uint8Array, lines: string, last: number): Uint8Array {
  const bits = new Uint8Array(Math.max(before.length, 2 + (last >> 3)));
  bits.set(before);
  let line = -1;
  for (let i = 0; i < lines.length; i++) {
    const digit = lines.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) {
      line = Math.max(line, 0) * 10 + digit;
      continue;
    }
    if (line >= 0) bits[1 + (line >> 3)] = (bits[1 + (line >> 3)] ?? 0) | (0x80 >> (line & 7));
    line = -1;
  }
  return bits;
}
