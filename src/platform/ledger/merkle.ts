/**
 * The Merkle tree over the ledger's lines, as in RFC 6962 §2.1 and RFC 9162 §2.1 (SHA-256): hashes, and the frontier
 * that is all one needs to append and to know the root. Proofs are in `merkle-proofs.ts`, storage in `merkle-tiles.ts`.
 *
 * Sizes are JavaScript numbers up to 2^53, so halves are taken by division: bit operators would cut them at 32 bits.
 */
import { hash } from 'node:crypto';

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

/** Bytes in a hash. */
export const HASH = 32;

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array(0));

/** SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(1 + data.length);
  bytes[0] = 0;
  bytes.set(data, 1);
  return sha256(bytes);
}

/** Digesting copies nothing out of its input, so one buffer serves every node. */
const pair = Buffer.alloc(1 + 2 * HASH, 1);

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1);
  pair.set(right, 1 + HASH);
  return sha256(pair);
}

/** The right edge of a tree: the roots of the complete subtrees it is made of, largest first, one per bit of `size`. */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] };

export const emptyFrontier = (): Frontier => ({ size: 0, peaks: [] });

/** The tree with these leaves added, in order. */
export function appendMany(frontier: Frontier, leaves: Iterable<Uint8Array>): Frontier {
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leaf of leaves) {
    let node = leaf;
    // As in counting up in binary: each 1 at the end carries, and the new leaf takes that peak in.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) node = nodeHash(peaks.pop() ?? EMPTY_ROOT, node);
    peaks.push(node);
    size += 1;
  }
  return { size, peaks };
}

export const append = (frontier: Frontier, leaf: Uint8Array): Frontier => appendMany(frontier, [leaf]);

/** The root hash of the whole tree. */
export const root = ({ peaks }: Frontier): Uint8Array =>
  peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right));

/** How many peaks a tree of this size has: the ones in its binary form. */
function peakCount(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}

/** 8 bytes of size, big-endian, then the peaks: at most 8 + 53 × 32 bytes. */
export function encodeFrontier({ size, peaks }: Frontier): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeBigUInt64BE(BigInt(size));
  return Buffer.concat([head, ...peaks]);
}

/** @throws RangeError when the bytes are no frontier: their length must follow from the size they begin with. */
export function decodeFrontier(bytes: Uint8Array): Frontier {
  if (bytes.length < 8) throw new RangeError(`A frontier has at least 8 bytes; this one has ${bytes.length}.`);
  const size = Number(Buffer.from(bytes.buffer, bytes.byteOffset, 8).readBigUInt64BE());
  if (!Number.isSafeInteger(size)) throw new RangeError('A frontier gives a size above 2^53.');
  const expected = 8 + peakCount(size) * HASH;
  if (bytes.length !== expected)
    throw new RangeError(`A frontier of ${size} lines has ${expected} bytes; this one has ${bytes.length}.`);
  return { size, peaks: splitHashes(bytes.subarray(8)) };
}

/** Cuts concatenated hashes apart; each is a copy, so none keeps the whole alive. */
export function splitHashes(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length % HASH !== 0) throw new RangeError(`${bytes.length} bytes are no row of hashes of 32 bytes.`);
  return Array.from({ length: bytes.length / HASH }, (_, i) => bytes.slice(i * HASH, (i + 1) * HASH));
}
