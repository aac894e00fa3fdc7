/**
 * Bulk writes: `COPY FROM` refuses tables under row-level security, so rows go to a temporary table first
 * and from there by INSERT, which the policies check.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from './database.ts';

export type CopyValue = string | number | bigint | boolean | null | readonly string[] | Uint8Array | Date;

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One value in PostgreSQL's text COPY format. NUL cannot be stored in text and becomes U+FFFD. */
function copyField(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array)
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  if (Array.isArray(value)) {
    const items = (value as readonly string[]).map((v) => `"${v.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
    return escapeText(`{${items.join(',')}}`);
  }
  return String(value);
}

function escapeText(text: string): string {
  return /[\\\n\r\t\0]/.test(text)
    ? text.replaceAll(/[\\\n\r\t]/g, (c) => ESCAPES[c] ?? c).replaceAll('\0', '\uFFFD')
    : text;
}

/** One row in PostgreSQL's text COPY format, line break included. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) line += (i ? '\t' : '') + copyField(values[i] ?? null);
  return `${line}\n`;
}

/** Sends rows to a table of this connection (a temporary one: see the head of this file). */
export async function copyInto(
  tx: Tx,
  table: string,
  columns: readonly string[],
  lines: Iterable<string>,
): Promise<void> {
  const sink = tx.client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(inChunks(lines)), sink);
}

/** Few large writes instead of many small ones: 64 kB each. */
function* inChunks(lines: Iterable<string>): Generator<Buffer> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length > 65_536) {
      yield Buffer.from(chunk);
      chunk = '';
    }
  }
  if (chunk) yield Buffer.from(chunk);
}
