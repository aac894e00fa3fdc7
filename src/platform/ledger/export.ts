/** The ledger for somebody outside: its lines as `tools/verify-ledger.mjs` reads them. Digests only; salts and content stay. */
import pg from 'pg';
import type { LedgerLine } from './line.ts';

const STEP = 1000;

type OutLine = Omit<LedgerLine, 'digest'> & { digest: string };

/**
 * All lines from the first to the last that is there at the start, a thousand at a time.
 * @param ownerUrl of the owner, who sees the lines of every mission: the tree is over all of them
 */
export async function* exportLedger(ownerUrl: string): AsyncGenerator<OutLine[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ size: number | string }>('select size from platform.ledger_head');
    const size = Number(rows[0]?.size ?? 0);
    for (let seq = 0; seq < size; seq += STEP) {
      const lines = await owner.query<Omit<OutLine, 'at'> & { at: Date }>(
        `select seq, at, by, verb, mission, room, record, version, encode(digest, 'hex') as digest
         from platform.ledger where seq > $1 and seq <= $2 order by seq`,
        [seq, Math.min(size, seq + STEP)],
      );
      yield lines.rows.map(({ seq: line, at, ...rest }) => ({ seq: Number(line), at: at.toISOString(), ...rest }));
    }
  } finally {
    await owner.end();
  }
}
