/** Checkpoints that leave the house: size and root of the ledger, signed. */
import { sql, type Tx } from '../database/database.ts';
import { makeCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { publicKeyText } from './checkpoint-key.ts';
import { decodeFrontier, root } from './merkle.ts';

export interface MadeCheckpoint {
  size: number;
  at: string;
  root: string;
  text: string;
  key: string;
}

/** One that was made before, as it was signed. */
export async function readCheckpoint(tx: Tx, size: number): Promise<MadeCheckpoint> {
  const { rows } = await sql<{ text: string }>`select text from platform.checkpoint where size = ${size}`.execute(
    tx.db,
  );
  const text = rows[0]?.text ?? '';
  const { at, root: hash } = parseCheckpoint(text);
  return { size, at, root: Buffer.from(hash).toString('base64'), text, key: publicKeyText(tx.keys.ledger) };
}

/** Signs the ledger as it stands and keeps a copy; the same size signed again is the same checkpoint. */
export async function checkpointNow(tx: Tx): Promise<MadeCheckpoint> {
  const head = await sql<{ at: Date; frontier: Buffer }>`select at, frontier from platform.ledger_head`.execute(tx.db);
  const row = head.rows[0];
  if (!row) throw new Error('The ledger has no head: the installation is not initialised.');
  const frontier = decodeFrontier(row.frontier);
  const at = row.at.toISOString();
  const made = makeCheckpoint({ size: frontier.size, root: root(frontier), at }, tx.keys.ledger);
  await sql`insert into platform.checkpoint (size, at, text) values (${frontier.size}, ${at}, ${made}) on conflict do nothing`.execute(
    tx.db,
  );
  return {
    size: frontier.size,
    at,
    root: Buffer.from(root(frontier)).toString('base64'),
    text: made,
    key: publicKeyText(tx.keys.ledger),
  };
}
