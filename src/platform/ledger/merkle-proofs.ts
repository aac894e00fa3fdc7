/**
 * Proofs over the tree, as in RFC 9162 §2.1.3 and §2.1.4: that a line is in it, and that a later tree only added to an
 * earlier one. Making them follows the RFC's recursive definition; checking them follows its loops.
 * A proof has at most two hashes a level: at a million lines 20 (640 bytes) for a line, 21 (672 bytes) for a tree.
 */
import { EMPTY_ROOT, HASH, nodeHash } from './merkle.ts';

/** Reads the root of a complete subtree: 2^level leaves from leaf index × 2^level on, both 0-based. */
export type ReadHash = (level: number, index: number) => Uint8Array | Promise<Uint8Array>;

/** The largest power of two that is smaller than `n` (n > 1): where the RFC splits a tree. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The root over leaves `from` to `to` (exclusive), a range that splitting the tree has given. */
async function rangeRoot(from: number, to: number, read: ReadHash): Promise<Uint8Array> {
  const width = to - from;
  if (width === 1) return read(0, from);
  const k = split(width);
  if (k * 2 === width) return read(Math.round(Math.log2(width)), from / width);
  return nodeHash(await rangeRoot(from, from + k, read), await rangeRoot(from + k, to, read));
}

/** The root of the tree as it was when it had this many leaves. */
export const treeRoot = async (size: number, read: ReadHash): Promise<Uint8Array> =>
  size === 0 ? EMPTY_ROOT : rangeRoot(0, size, read);

/**
 * The hashes beside the way from a leaf up to the root.
 * @param index 0-based: line n has index n − 1.
 */
export async function inclusionProof(size: number, index: number, read: ReadHash): Promise<Uint8Array[]> {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`A tree of ${size} lines has no line at index ${index}.`);
  const path: Uint8Array[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      path.push(await rangeRoot(middle, to, read));
      to = middle;
    } else {
      path.push(await rangeRoot(from, middle, read));
      from = middle;
    }
  }
  return path.reverse();
}

/** The hashes that show the tree of `newSize` lines to begin with the tree of `oldSize` lines. */
export async function consistencyProof(oldSize: number, newSize: number, read: ReadHash): Promise<Uint8Array[]> {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 0 || oldSize > newSize)
    throw new RangeError(`A tree of ${newSize} lines cannot begin with one of ${oldSize} lines.`);
  if (oldSize === 0) return [];
  const path: Uint8Array[] = [];
  let from = 0;
  let to = newSize;
  while (to > oldSize) {
    const middle = from + split(to - from);
    if (oldSize <= middle) {
      path.push(await rangeRoot(middle, to, read));
      to = middle;
    } else {
      path.push(await rangeRoot(from, middle, read));
      from = middle;
    }
  }
  // The old root itself is known to the checker; a part of it is not.
  if (from > 0) path.push(await rangeRoot(from, to, read));
  return path.reverse();
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const areHashes = (proof: readonly Uint8Array[]): boolean => proof.every((hash) => hash.length === HASH);
const half = (n: number): number => Math.floor(n / 2);

/** Does this proof show the leaf to be number `index` (0-based) of the tree with that size and root? */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (!areHashes([leaf, ...proof])) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      // A node without a right sibling moves up unchanged until it has a left one.
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && same(hash, root);
}

/** Does this proof show that the tree (`newSize`, `newRoot`) only added lines to the tree (`oldSize`, `oldRoot`)? */
export function verifyConsistency(
  oldSize: number,
  oldRoot: Uint8Array,
  newSize: number,
  newRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 0 || oldSize > newSize)
    return false;
  if (oldSize === newSize) return proof.length === 0 && same(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && same(oldRoot, EMPTY_ROOT);

  if (!areHashes(proof)) return false;
  let node = oldSize - 1;
  let last = newSize - 1;
  while (node % 2 === 1) {
    node = half(node);
    last = half(last);
  }
  // A whole power of two is a node of the new tree, so the proof leaves it out.
  const [first, ...rest] = node === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && same(oldHash, oldRoot) && same(newHash, newRoot);
}
