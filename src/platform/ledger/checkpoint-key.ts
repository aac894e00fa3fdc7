/**
 * The keys that sign checkpoints: Ed25519, written as C2SP signed-note writes them, so that any tool of that family
 * reads them. A verifier key is `name+hash+base64(0x01 ‖ 32 bytes)`; the secret form is the one of Go's sumdb/note:
 * `PRIVATE+KEY+name+hash+base64(0x01 ‖ 32-byte seed)`.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto';

/** What anybody may know: checks signatures. */
export type PublicKey = { readonly name: string; readonly id: string; readonly key: KeyObject };
/** Signs; to be kept where only the server reads it. */
export type SigningKey = PublicKey & { readonly secret: KeyObject };

export class CheckpointError extends Error {
  override name = 'CheckpointError';
}

/** The signature type of plain Ed25519 in C2SP signed-note. */
const ED25519 = 1;
const SECRET = 'PRIVATE+KEY+';
/** What DER puts before the 32 bytes of a key (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
const rawSecret = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);

/** The key id: the first four bytes, in hex, of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
const keyId = (name: string, key: KeyObject): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), rawPublic(key)]), 'hex').slice(0, 8);

function checkName(name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification bans exactly these.
  if (!/^[^\s+\u0000-\u001f]+$/u.test(name) || !name.isWellFormed())
    throw new CheckpointError(`"${name}" is no name for a key: it must not be empty or hold spaces or a plus sign.`);
}

function signing(name: string, secret: KeyObject): SigningKey {
  checkName(name);
  const key = createPublicKey(secret);
  return { name, id: keyId(name, key), key, secret };
}

/** A new key. The name is the ledger's origin too: without scheme, spaces or plus sign, like `kinga.example.org/ledger`. */
export const generateSigningKey = (name: string): SigningKey =>
  signing(name, generateKeyPairSync('ed25519').privateKey);

/** The line to hand to whoever shall check the ledger. */
export const publicKeyText = ({ name, id, key }: PublicKey): string =>
  `${name}+${id}+${Buffer.concat([Buffer.of(ED25519), rawPublic(key)]).toString('base64')}`;

/** The line that holds the secret. */
export const signingKeyText = ({ name, id, secret }: SigningKey): string =>
  `${SECRET}${name}+${id}+${Buffer.concat([Buffer.of(ED25519), rawSecret(secret)]).toString('base64')}`;

/** Takes `name+hash+base64` apart. Base64 has plus signs of its own, names have none. */
function split(text: string): { name: string; id: string; raw: Buffer } {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  checkName(name === '' ? text : name);
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ED25519 || bytes.toString('base64') !== encoded)
    throw new CheckpointError(`The key of "${name}" is not an Ed25519 key of the form name+hash+base64.`);
  return { name, id, raw: bytes.subarray(1) };
}

function checkId(said: string, key: PublicKey): void {
  if (said !== key.id)
    throw new CheckpointError(`The key of "${key.name}" is damaged: its hash says ${said} and should be ${key.id}.`);
}

/** @throws CheckpointError when the text is no Ed25519 verifier key or does not fit its own hash. */
export function parsePublicKey(text: string): PublicKey {
  const { name, id, raw } = split(text.trim());
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  const parsed = { name, id: keyId(name, key), key };
  checkId(id, parsed);
  return parsed;
}

/** @throws CheckpointError, which never holds the secret. */
export function parseSigningKey(text: string): SigningKey {
  if (!text.trim().startsWith(SECRET)) throw new CheckpointError(`A signing key begins with ${SECRET}; this does not.`);
  const { name, id, raw } = split(text.trim().slice(SECRET.length));
  const key = signing(name, createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' }));
  checkId(id, key);
  return key;
}
