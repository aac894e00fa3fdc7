/** One-time codes (RFC 6238) as authenticator apps make them. They follow real time, also where a mission's clock is simulated. */
import { generateSecret, generateURI, verifySync } from 'otplib';
import QRCode from 'qrcode';
import type { Keys } from '../vault/keys.ts';
import { seal, unseal } from '../vault/seal.ts';

const PERIOD = 30;
const purpose = (person: string): string => `totp:${person}`;

/** A new secret with what an authenticator app scans. */
export async function offerTotp(email: string): Promise<{ secret: string; uri: string; qr: string }> {
  const secret = generateSecret();
  const uri = generateURI({ issuer: 'Kinga', label: email, secret });
  return { secret, uri, qr: await QRCode.toDataURL(uri, { margin: 1 }) };
}

/** The time step that a code belongs to, one step early or late allowed; `null` when it fits none. */
export function stepOf(secret: string, code: string, at: Date = new Date()): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const result = verifySync({ secret, token, epoch: Math.floor(at.getTime() / 1000), epochTolerance: PERIOD });
  return result.valid && 'epoch' in result ? Math.floor(result.epoch / PERIOD) : null;
}

export const sealTotp = (keys: Keys, person: string, secret: string): Buffer =>
  seal(keys.installation, purpose(person), Buffer.from(secret));
export const openTotp = (keys: Keys, person: string, sealed: Buffer): string =>
  unseal(keys.installation, purpose(person), sealed).toString();
