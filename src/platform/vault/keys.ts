/**
 * The installation's own keys, in `<data>/keys`, readable by the server's user only. They never enter the database
 * or a log; a backup carries them encrypted. Losing them loses what they seal.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { generateSigningKey, parseSigningKey, type SigningKey, signingKeyText } from '../ledger/checkpoint-key.ts';

export interface Keys {
  /** Wraps the keys of erasable fields and one-time-code secrets; 32 bytes. */
  installation: Buffer;
  /** Made of the installation's: for digests of what could be guessed. */
  digests: Buffer;
  /** Ed25519: signs the ledger's checkpoints. */
  ledger: SigningKey;
}

/** Reads the keys of a data folder, and makes the ones that are missing. */
export async function openKeys(dataDir: string): Promise<Keys> {
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const installation = await readOrMake(path.join(folder, 'installation.key'), () =>
    randomBytes(32).toString('base64'),
  );
  const ledger = await readOrMake(path.join(folder, 'ledger.key'), () => signingKeyText(newLedgerKey()));
  return keysOf(Buffer.from(installation, 'base64'), parseSigningKey(ledger));
}

/** Each installation signs under a name of its own. */
const newLedgerKey = (): SigningKey => generateSigningKey(`kinga-${randomBytes(4).toString('hex')}`);

/** Keys that live only as long as the process, for tests and generators that write to a throw-away database. */
export function throwAwayKeys(): Keys {
  return keysOf(randomBytes(32), newLedgerKey());
}

const keysOf = (installation: Buffer, ledger: SigningKey): Keys => ({
  installation,
  digests: Buffer.from(hkdfSync('sha256', installation, '', 'kinga digests', 32)),
  ledger,
});

/**
 * A digest that only this installation can make: whoever reads the database tests no guesses with it. 48 bytes.
 * @param purpose what it is for: equal content for different ends has different digests
 */
export const keyedDigest = ({ digests }: Keys, purpose: string, content: Uint8Array): Buffer =>
  createHmac('sha384', digests).update(`${purpose}\0`).update(content).digest();

async function readOrMake(file: string, make: () => string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(`${make().trim()}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Another process of this folder made it in the meantime: its key is the key.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
