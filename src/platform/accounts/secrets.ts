/** Random secrets that the house gives out once and afterwards knows only by their hash. */
import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** 256 random bits, safe in an address. A prefix tells secret scanners what they found. */
export const newSecret = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/** Enough for secrets of 256 random bits; passphrases go through Argon2id. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

// OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassphrase = (passphrase: string): Promise<string> => hash(passphrase.normalize('NFC'), COST);

/** Hashed once, so that an unknown address costs as much time as a wrong passphrase. */
const nobodys = hashPassphrase(newSecret());

/** @param hashed `null` for an unknown person or one without a passphrase: answers false after the same work */
export async function passphraseFits(hashed: string | null, passphrase: string): Promise<boolean> {
  const fits = await verify(hashed ?? (await nobodys), passphrase.normalize('NFC'));
  return hashed !== null && fits;
}
