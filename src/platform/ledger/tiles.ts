/** The stored half of the Merkle tree. Tiles are completed when a proof asks for them, not while somebody waits for a write. */
import { sql, type Tx } from '../database/database.ts';
import { type LedgerLine, lineLeaf } from './line.ts';
import { HASH, splitHashes } from './merkle.ts';
import { inclusionProof, treeRoot } from './merkle-proofs.ts';
import { completeTiles, hashReader, type ReadTileHashes, TILE_WIDTH } from './merkle-tiles.ts';

/** Lines read at a time while tiles are completed. */
const STEP = 64 * TILE_WIDTH;

type LineRow = Omit<LedgerLine, 'at'> & { at: Date };

/** Ledger lines `from` to `to`, both inclusive. */
async function readLines(tx: Tx, from: number, to: number): Promise<LedgerLine[]> {
  const { rows } =
    await sql<LineRow>`select seq, at, by, verb, mission, room, record, version, digest from platform.ledger
    where seq between ${from} and ${to} order by seq`.execute(tx.db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The hashes beside a line's way to the root, at most 1 kB at a million lines. Needs `ledger.read`. */
export async function proofFor(tx: Tx, seq: number, size: number): Promise<Uint8Array[]> {
  await extend(tx, size);
  return inclusionProof(size, seq - 1, hashReader(reader(tx)));
}

/** The root of the ledger as it was at this size. It completes tiles that are missing, so it is a write of the house. */
export async function rootAt(tx: Tx, size: number): Promise<Uint8Array> {
  await extend(tx, size);
  return treeRoot(size, hashReader(reader(tx)));
}

const reader =
  (tx: Tx): ReadTileHashes =>
  async (level, from, count) => {
    const tile = Math.floor(from / TILE_WIDTH);
    const { rows } = await sql<{ hashes: Buffer }>`
      select hashes from platform.ledger_tile where level = ${level} and index = ${tile}`.execute(tx.db);
    const first = from - tile * TILE_WIDTH;
    if (rows[0]) return splitHashes(rows[0].hashes.subarray(first * HASH, (first + count) * HASH));
    if (level === 0) return (await readLines(tx, from + 1, from + count)).map(lineLeaf);
    const below = await sql<{ root: Buffer }>`select root from platform.ledger_tile
      where level = ${level - 1} and index >= ${from} and index < ${from + count} order by index`.execute(tx.db);
    return below.rows.map((row) => row.root);
  };

/** Completes every tile that a tree of this size fills. */
async function extend(tx: Tx, size: number): Promise<void> {
  const { rows } = await sql<{
    tiles: number;
  }>`select count(*)::bigint as tiles from platform.ledger_tile where level = 0`.execute(tx.db);
  const end = Math.floor(size / TILE_WIDTH) * TILE_WIDTH;
  for (let done = (rows[0]?.tiles ?? 0) * TILE_WIDTH; done < end; done += STEP) {
    const lines = await readLines(tx, done + 1, Math.min(done + STEP, end));
    for (const tile of await completeTiles(done, lines.map(lineLeaf), reader(tx))) {
      await sql`insert into platform.ledger_tile (level, index, hashes, root)
        values (${tile.level}, ${tile.index}, ${Buffer.from(tile.hashes)}, ${Buffer.from(tile.root)}) on conflict do nothing`.execute(
        tx.db,
      );
    }
  }
}
