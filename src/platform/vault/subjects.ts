/**
 * Erasable fields: each subject (the people in one record) has a key of its own. Destroying the key erases every version
 * at once, while the ciphertext stays and the ledger's digest over it goes on verifying.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql, type Tx } from '../database/database.ts';
import { missionOf } from '../principal.ts';
import { seal, unseal } from './seal.ts';

/** Makes a subject with a fresh key. */
export async function newSubject(tx: Tx): Promise<string> {
  const subject = randomUUID();
  const wrapped = seal(tx.keys.installation, `subject-key:${subject}`, randomBytes(32));
  await sql`insert into platform.subject_key (subject, mission, wrapped)
    values (${subject}, ${missionOf(tx.who).id}, ${wrapped})`.execute(tx.db);
  return subject;
}

/** Seals a value for a subject. @throws when the subject was erased */
export async function sealFor(tx: Tx, subject: string, value: unknown): Promise<Buffer> {
  const key = await keyOf(tx, subject);
  if (!key) throw new Error('The subject of this record was erased; nothing can be sealed for it.');
  return seal(key, subject, Buffer.from(JSON.stringify(value)));
}

/** Opens a value, or answers `null` when its subject was erased. */
export async function openFor(tx: Tx, subject: string, sealed: Buffer): Promise<unknown> {
  const key = await keyOf(tx, subject);
  return key && JSON.parse(unseal(key, subject, sealed).toString());
}

/** Whether the subject's key was destroyed. */
export async function isErased(tx: Tx, subject: string): Promise<boolean> {
  return (await keyOf(tx, subject)) === null;
}

/** Destroys the subject's key. The caller writes the tombstone in the same transaction, and then has the table rewritten. */
export async function destroySubject(tx: Tx, subject: string): Promise<void> {
  await sql`delete from platform.subject_key where subject = ${subject}`.execute(tx.db);
}

async function keyOf(tx: Tx, subject: string): Promise<Buffer | null> {
  const { rows } = await sql<{ wrapped: Buffer }>`
    select wrapped from platform.subject_key where subject = ${subject}`.execute(tx.db);
  return rows[0] ? unseal(tx.keys.installation, `subject-key:${subject}`, rows[0].wrapped) : null;
}
