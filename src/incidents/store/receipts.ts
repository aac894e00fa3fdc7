/** Receipts for those who handed over what they do not see. */
import { sql, type Tx } from '../../platform/database/database.ts';
import type { Receipt } from '../contract.ts';

interface Row {
  id: string;
  version: number;
  seq: number;
  digest: Buffer;
}

/** What was written when this very content came from this very credential before, also where they do not see it. */
export async function receiptFor(tx: Tx, id: string, sent: Buffer): Promise<Receipt | null> {
  const { rows } = await receipts(tx, [{ id, sent }]);
  return rows[0] ? toReceipt(rows[0]) : null;
}

/** Ids of those that were written before with the same content, whether or not the writer sees them. */
export async function writtenBefore(tx: Tx, sent: readonly { id: string; sent: Buffer }[]): Promise<Set<string>> {
  if (sent.length === 0) return new Set();
  const { rows } = await receipts(tx, sent);
  return new Set(rows.map((row) => row.id));
}

const receipts = (tx: Tx, asked: readonly { id: string; sent: Buffer }[]) =>
  sql<Row>`select id, version, seq, digest from incidents.receipts(${asked.map((a) => a.id)}::uuid[], ${asked.map((a) => a.sent)}::bytea[])
    order by version`.execute(tx.db);

export const toReceipt = ({ id, version, seq, digest }: Omit<Row, 'digest'> & { digest: Uint8Array }): Receipt => ({
  receipt: { id, version, seq, digest: Buffer.from(digest).toString('hex') },
});
