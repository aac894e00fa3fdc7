/**
 * Digests of what was sent were once kept without a key: whoever read the database could test guesses. A start brings the
 * ones that are left under the installation's key, so that what was sent before is still known when it comes again.
 */
import type { Keys } from '../../platform/vault/keys.ts';
import { underKey } from '../prepare.ts';
import { keyHeld, keyVersions } from '../store/unkeyed.ts';

/** @param ownerUrl the schema's owner. @returns how many there were */
export async function keyDigests(ownerUrl: string, keys: Keys): Promise<number> {
  const key = (digest: Uint8Array) => underKey(keys, digest);
  return (await keyVersions(ownerUrl, key)) + (await keyHeld(ownerUrl, key));
}
