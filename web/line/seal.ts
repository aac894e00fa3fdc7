/** What this browser keeps is sealed; the keys come with the session from the server and live in memory only. */
import type { Session } from '../../src/platform/accounts/contract.ts';

/** `drafts`: the person's, for what must outlive a session. `seen`: the session's, for what must not. */
export type DeskKeys = Session['desk'];
export type Purpose = keyof DeskKeys;

let held: DeskKeys | null = null;

export const holdKeys = (keys: DeskKeys): void => {
  held = keys;
};
export const heldKeys = (): DeskKeys | null => held;
export const forgetKeys = (): void => {
  held = null;
};

const NONCE = 12;
const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

const keyFor = (purpose: Purpose): Promise<CryptoKey> => {
  if (!held) throw new Error('Nothing can be kept before the session is known.');
  return crypto.subtle.importKey('raw', bytes(held[purpose]), 'AES-GCM', false, ['encrypt', 'decrypt']);
};

export async function seal(purpose: Purpose, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const key = await keyFor(purpose);
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
  const whole = new Uint8Array(NONCE + sealed.length);
  whole.set(iv);
  whole.set(sealed, NONCE);
  return whole;
}

/** @returns `null` where the key is another one: of a session that is over, or of somebody else */
export async function unseal(
  purpose: Purpose,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await keyFor(purpose);
  const iv = sealed.subarray(0, NONCE);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed.subarray(NONCE)).then(
    (plain) => new Uint8Array(plain),
    () => null,
  );
}

export const sealJson = (purpose: Purpose, value: unknown) =>
  seal(purpose, new TextEncoder().encode(JSON.stringify(value)));

export async function unsealJson<T>(purpose: Purpose, sealed: Uint8Array<ArrayBuffer>): Promise<T | null> {
  const plain = await unseal(purpose, sealed);
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as T);
}

/** A name under which something lies that tells nothing without the key. */
export async function nameFor(purpose: Purpose, what: string): Promise<string> {
  if (!held) throw new Error('Nothing can be kept before the session is known.');
  const key = await crypto.subtle.importKey('raw', bytes(held[purpose]), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(what)));
  return btoa(String.fromCharCode(...digest));
}
