/**
 * Encryption of a backup: one age file (age-encryption.org/v1), so that any tool of that family opens it.
 * For recipients the house that makes backups cannot read them again; with a passphrase whoever knows it can.
 */

import { createReadStream } from 'node:fs';
import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { LEAST_PASSPHRASE } from '../accounts/rules.ts';
import { KingaError } from '../errors.ts';
import { BackupRefused } from './refused.ts';

/** Who shall be able to open a backup: the holders of these public keys (`age1…`), or whoever knows the passphrase. */
export type Lock = { recipients: readonly string[] } | { passphrase: string };
/** What opens it: the text of an identity file (lines `AGE-SECRET-KEY-…`, `#` begins a comment), or the passphrase. */
export type Unlock = { identity: string } | { passphrase: string };

const PIECE = 256 * 1024;

/**
 * A step for a stream pipeline that encrypts all that passes.
 * @throws at once when the lock would keep nobody out or is no lock
 */
export function encryption(lock: Lock): (plain: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    // Whoever holds the file can try passphrases for ever, unseen.
    if ([...lock.passphrase].length < LEAST_PASSPHRASE)
      throw new KingaError('weak_passphrase', { least: LEAST_PASSPHRASE });
    encrypter.setPassphrase(lock.passphrase);
  } else {
    if (lock.recipients.length === 0) throw new BackupRefused('A backup needs somebody who can open it.');
    for (const recipient of lock.recipients) addRecipient(encrypter, recipient);
  }
  return async function* encrypt(plain) {
    yield* await encrypter.encrypt(ReadableStream.from(plain));
  };
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new BackupRefused(`“${recipient}” is no public key of age: it should be one line that begins with age1.`, {
      cause,
    });
  }
}

/**
 * Reads and decrypts a file; what comes out is authentic piece by piece, and complete only when the iteration ends.
 * @param read is told the bytes read from the file
 * @throws BackupRefused for a wrong key and for a file that is damaged or no age file
 */
export async function* decrypted(file: string, unlock: Unlock, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  const decrypter = decrypterFor(unlock);
  try {
    for await (const piece of await decrypter.decrypt(ReadableStream.from(piecesOf(file, read)))) {
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    }
  } catch (cause) {
    throw inWords(cause, file);
  }
}

function decrypterFor(unlock: Unlock): Decrypter {
  const decrypter = new Decrypter();
  if ('passphrase' in unlock) {
    decrypter.addPassphrase(unlock.passphrase);
    return decrypter;
  }
  const identities = unlock.identity.split(/\s*\n\s*/).filter((line) => line !== '' && !line.startsWith('#'));
  try {
    for (const identity of identities) decrypter.addIdentity(identity.trim());
  } catch (cause) {
    // Neither the text nor age's own words go on: they may hold the secret.
    throw new BackupRefused('The identity is not one of age: it should be a line that begins with AGE-SECRET-KEY-.', {
      cause: cause instanceof Error ? cause.name : undefined,
    });
  }
  return decrypter;
}

async function* piecesOf(file: string, read: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
    read((piece as Buffer).length);
    yield piece as Buffer;
  }
}

function inWords(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof BackupRefused) return error;
  if ('syscall' in error) return new BackupRefused(`${file} cannot be read: ${error.message}`, { cause: error });
  const wrongKey = /no identity matched/i.test(error.message);
  return new BackupRefused(
    wrongKey
      ? `This key or passphrase does not open ${file} (or its first lines are damaged).`
      : `${file} is damaged, cut short, or no backup.`,
    { cause: error },
  );
}
