/**
 * How the tree is kept: in tiles of 256 hashes, as C2SP tlog-tiles has it (height 8). A tile at level 0 holds leaves;
 * one at level n holds the roots of tiles at level n − 1. Only complete tiles are stored, and never change again; what
 * is left at the right edge is read from the ledger's lines (level 0) and from the roots of stored tiles (above).
 */
import { HASH, nodeHash } from './merkle.ts';
import type { ReadHash } from './merkle-proofs.ts';

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

export type Tile = {
  level: number;
  /** 0-based within the level. */
  index: number;
  /** 256 hashes, 8,192 bytes. */
  hashes: Uint8Array;
  /** The root over them: hash number `index` of the level above. Stored beside them, so that no edge has to be rehashed. */
  root: Uint8Array;
};

/**
 * Reads `count` consecutive hashes of a level, from 0-based position `from` on: at level 0 the leaf hash of line
 * `from + 1`, above it the root of tile `from` of the level below. Never asked across a tile's border.
 */
export type ReadTileHashes = (
  level: number,
  from: number,
  count: number,
) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

/** The root over 2^n hashes. */
function completeRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(nodeHash(at(row, i), at(row, i + 1)));
    row = above;
  }
  return at(row, 0);
}

function at(hashes: readonly Uint8Array[], i: number): Uint8Array {
  const found = hashes[i];
  if (found === undefined) throw new RangeError(`The tree's store gave ${hashes.length} hashes where more were asked.`);
  return found;
}

/**
 * The tiles that become complete when `leaves` are added to a tree of `oldSize` lines, lowest level first.
 * @param read asked only for hashes that were there before, at most once a level, and only when a tile closes.
 */
export async function completeTiles(
  oldSize: number,
  leaves: readonly Uint8Array[],
  read: ReadTileHashes,
): Promise<Tile[]> {
  const tiles: Tile[] = [];
  let old = oldSize;
  let fresh = leaves;
  for (let level = 0; ; level++) {
    const open = old % TILE_WIDTH;
    const first = Math.floor(old / TILE_WIDTH);
    const closing = Math.floor((open + fresh.length) / TILE_WIDTH);
    if (closing === 0) return tiles;
    const before = open === 0 ? [] : await read(level, old - open, open);
    if (before.length !== open)
      throw new RangeError(`The tree's store gave ${before.length} hashes of level ${level} where ${open} were asked.`);
    const row = [...before, ...fresh];
    const roots: Uint8Array[] = [];
    for (let i = 0; i < closing; i++) {
      const hashes = row.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH);
      const root = completeRoot(hashes);
      tiles.push({ level, index: first + i, hashes: Buffer.concat(hashes, TILE_WIDTH * HASH), root });
      roots.push(root);
    }
    old = first;
    fresh = roots;
  }
}

/** Lets the proofs read single nodes of the binary tree out of a store of tiles. */
export const hashReader =
  (read: ReadTileHashes): ReadHash =>
  async (level, index) => {
    const width = 2 ** (level % TILE_HEIGHT);
    const hashes = await read(Math.floor(level / TILE_HEIGHT), index * width, width);
    if (hashes.length !== width)
      throw new RangeError(`The tree's store gave ${hashes.length} hashes where ${width} were asked.`);
    return completeRoot(hashes);
  };
