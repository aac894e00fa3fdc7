/**
 * One line of the ledger, and the bytes that are hashed for it.
 *
 * The encoding is written down byte by byte so that anybody can write another verifier (`tools/verify-ledger.mjs` is
 * one). It is injective: two different lines never give the same bytes, since every part has a fixed length or is
 * preceded by its length. Integers are unsigned and big-endian.
 *
 *   1 byte    0x01, the version of this encoding
 *   8 bytes   seq
 *   24 bytes  at, ASCII: `2025-03-01T02:10:00.000Z`
 *   2 + n     by: length in bytes, then UTF-8
 *   2 + n     verb
 *   1 byte    0x00 if mission is null; else 0x01, followed by 2 + n bytes: mission
 *   2 + n     room
 *   2 + n     record
 *   4 bytes   version
 *   32 bytes  digest
 *
 * The leaf of the tree is SHA-256(0x00 ‖ these bytes), as RFC 6962 §2.1 has it.
 */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { leafHash } from './merkle.ts';

export type LedgerLine = {
  /** 1-based and dense: line n of the ledger has seq n. */
  seq: number;
  /** When it became known: UTC with milliseconds, exactly as `Date.toISOString` writes it; never earlier than the line before. */
  at: string;
  /** Who acted: an account, `channel`, or a job's principal. */
  by: string;
  /** What was done: `incident.verify`. */
  verb: string;
  /** `null` for what concerns the whole installation. */
  mission: string | null;
  room: string;
  /** The record's UUID, or its key where it has none. */
  record: string;
  version: number;
  /** `contentDigest` of what this line wrote: a version, or the particulars of an act (a sensitive read, an export). */
  digest: Uint8Array;
};

const ENCODING = 1;
const MAX_TEXT = 0xffff;
const FIXED = 1 + 8 + 24 + 1 + 5 * 2 + 4 + 32;

/** Every UTF-16 unit takes at most three bytes, so one scratch buffer fits any line; a bulk import allocates only the result. */
const scratch = Buffer.allocUnsafe(FIXED + 5 * MAX_TEXT * 3);

/** Is this a moment written as `Date.toISOString` writes it, for years of four digits? */
export function isInstant(text: string): boolean {
  if (text.length !== 24) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/**
 * The bytes of a line, as described at the head of this file.
 * @throws RangeError naming the line and the field that cannot be written.
 */
export function encodeLine(line: LedgerLine): Uint8Array {
  const refuse = (what: string): never => {
    throw new RangeError(`Ledger line ${line.seq}: ${what}.`);
  };
  const text = (name: string, value: string, at: number): number => {
    if (value.length > MAX_TEXT) refuse(`${name} is longer than ${MAX_TEXT} bytes`);
    if (!value.isWellFormed()) refuse(`${name} has half of a surrogate pair, which UTF-8 cannot hold`);
    const length = scratch.write(value, at + 2, 'utf8');
    if (length > MAX_TEXT) refuse(`${name} is longer than ${MAX_TEXT} bytes`);
    scratch.writeUInt16BE(length, at);
    return at + 2 + length;
  };

  if (!Number.isSafeInteger(line.seq) || line.seq < 1) refuse('seq is not a whole number from 1 on');
  if (!isInstant(line.at)) refuse(`at is "${line.at}", not UTC with milliseconds like 2025-03-01T02:10:00.000Z`);
  if (!Number.isInteger(line.version) || line.version < 0 || line.version > 0xffffffff)
    refuse('version is not a whole number of 32 bits');
  if (line.digest.length !== 32) refuse(`digest has ${line.digest.length} bytes, not 32`);

  let end = scratch.writeUInt8(ENCODING, 0);
  end = scratch.writeUInt32BE(Math.floor(line.seq / 2 ** 32), end);
  end = scratch.writeUInt32BE(line.seq % 2 ** 32, end);
  end += scratch.write(line.at, end, 'latin1');
  end = text('by', line.by, end);
  end = text('verb', line.verb, end);
  end = scratch.writeUInt8(line.mission === null ? 0 : 1, end);
  if (line.mission !== null) end = text('mission', line.mission, end);
  end = text('room', line.room, end);
  end = text('record', line.record, end);
  end = scratch.writeUInt32BE(line.version, end);
  scratch.set(line.digest, end);
  return Uint8Array.prototype.slice.call(scratch, 0, end + 32);
}

/** The leaf that a line is in the Merkle tree. */
export const lineLeaf = (line: LedgerLine): Uint8Array => leafHash(encodeLine(line));

/**
 * RFC 8785 canonical JSON. As in `JSON.stringify`, members that are `undefined` are left out and dates become text.
 * @throws Error when the value is not JSON: `undefined` itself, NaN, an infinity, half of a surrogate pair, a cycle.
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`A record's content must be JSON; this is ${typeof value}.`);
  return text;
}

/**
 * What the ledger keeps of a version's content: SHA-256(salt ‖ UTF-8 of its canonical JSON). The salt keeps short
 * contents from being guessed out of the ledger; it is kept with the content and goes with it.
 * @param salt 16 random bytes, new for each version.
 */
export function contentDigest(salt: Uint8Array, canonicalJson: string): Uint8Array {
  if (salt.length !== 16) throw new RangeError(`A salt has 16 bytes; this one has ${salt.length}.`);
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalJson, 'utf8')]), 'buffer');
}
