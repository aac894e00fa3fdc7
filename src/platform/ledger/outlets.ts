/** The ways out of the house for a checkpoint: a webhook and a mailbox. It holds the ledger's size and root, no content. */
import { createHmac } from 'node:crypto';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { MadeCheckpoint } from './checkpoints.ts';

export interface Outlets {
  /** Folder for the files. */
  folder: string;
  /** Receives the signed note as the body of a POST. */
  webhook?: string | undefined;
  /** What the webhook's owner and we share: each POST is signed with it. */
  secret?: string | undefined;
  /** `smtps://user:password@host` */
  smtp?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export type Outlet = 'webhook' | 'mail';

/** From the environment; README names them. */
export const outletsFrom = (dataDir: string, env: NodeJS.ProcessEnv): Outlets => ({
  folder: path.join(dataDir, 'checkpoints'),
  webhook: env.KINGA_CHECKPOINT_WEBHOOK || undefined,
  secret: env.KINGA_CHECKPOINT_SECRET || undefined,
  smtp: env.KINGA_SMTP_URL || undefined,
  from: env.KINGA_MAIL_FROM || undefined,
  to: env.KINGA_CHECKPOINT_MAIL || undefined,
});

export const configured = ({ webhook, smtp, from, to }: Outlets): Outlet[] => [
  ...(webhook ? (['webhook'] as const) : []),
  ...(smtp && from && to ? (['mail'] as const) : []),
];

/**
 * Signature of a POST, in hexadecimal: HMAC-SHA256 over the seconds, a dot and the body. The receiver computes it anew and
 * refuses old seconds, so that a message that was overheard cannot be sent again.
 */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

/** @throws with a code that can be kept: never words of the other side, which could be anything */
export async function carry(outlet: Outlet, outlets: Outlets, checkpoint: MadeCheckpoint): Promise<void> {
  if (outlet === 'webhook') await post(outlets, checkpoint.text);
  else await mail(outlets, checkpoint);
}

async function post({ webhook = '', secret }: Outlets, body: string): Promise<void> {
  const seconds = Math.floor(Date.now() / 1000);
  const answer = await fetch(webhook, {
    method: 'POST',
    redirect: 'error',
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'kinga-timestamp': String(seconds),
      ...(secret ? { 'kinga-signature': `v1=${signatureOf(secret, seconds, body)}` } : {}),
    },
    body,
    signal: AbortSignal.timeout(20_000),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw Object.assign(new Error('The webhook refused.'), { code: `HTTP ${answer.status}` });
}

async function mail({ smtp, from, to }: Outlets, { size, text, key }: MadeCheckpoint): Promise<void> {
  const body = `${text}\nKey: ${key}\nKeep this message: with it anybody can check that nothing recorded before was rewritten.\n`;
  const limits = { connectionTimeout: 20_000, socketTimeout: 20_000 };
  await createTransport(smtp, limits as object).sendMail({
    ...{ from, to, text: body },
    subject: `Kinga ledger: ${size} lines`,
  });
}

/** What is kept of a failure. */
export function failureOf(error: unknown): string {
  const { code, cause, name } = error as { code?: unknown; cause?: { code?: unknown }; name?: string };
  return String(code ?? cause?.code ?? name ?? 'unknown').slice(0, 40);
}
