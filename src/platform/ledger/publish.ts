/**
 * Carries checkpoints out of the house: only one that is kept elsewhere proves that whoever has this machine did not
 * rewrite everything. A file in the data folder, and where configured a webhook and a mailbox. A checkpoint holds the
 * ledger's size and root, no content.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { systemPrincipal } from '../principal.ts';
import { checkpointNow, type MadeCheckpoint } from './checkpoints.ts';

export interface Outlets {
  /** Folder for the files. */
  folder: string;
  /** Receives the signed note as the body of a POST. */
  webhook?: string | undefined;
  /** `smtps://user:password@host` */
  smtp?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** From the environment: `KINGA_CHECKPOINT_WEBHOOK`, `KINGA_SMTP_URL`, `KINGA_MAIL_FROM`, `KINGA_CHECKPOINT_MAIL`. */
export const outletsFrom = (dataDir: string, env: NodeJS.ProcessEnv): Outlets => ({
  folder: path.join(dataDir, 'checkpoints'),
  webhook: env.KINGA_CHECKPOINT_WEBHOOK,
  smtp: env.KINGA_SMTP_URL,
  from: env.KINGA_MAIL_FROM,
  to: env.KINGA_CHECKPOINT_MAIL,
});

const house = systemPrincipal('checkpoints');

/** Makes a checkpoint and carries it to every outlet. @returns it, with the outlets that could not be reached */
export async function publishCheckpoint(
  db: Database,
  outlets: Outlets,
): Promise<{ checkpoint: MadeCheckpoint; failed: string[] }> {
  const checkpoint = await db.write(house, checkpointNow);
  await mkdir(outlets.folder, { recursive: true });
  await writeFile(path.join(outlets.folder, `${String(checkpoint.size).padStart(12, '0')}.txt`), checkpoint.text);
  const failed: string[] = [];
  await toWebhook(outlets, checkpoint).catch(() => failed.push('webhook'));
  await toMailbox(outlets, checkpoint).catch(() => failed.push('mail'));
  return { checkpoint, failed };
}

async function toWebhook({ webhook }: Outlets, { text }: MadeCheckpoint): Promise<void> {
  if (!webhook) return;
  const answer = await fetch(webhook, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: text,
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok) throw new Error(`The webhook answered ${answer.status}.`);
}

async function toMailbox({ smtp, from, to }: Outlets, { size, text, key }: MadeCheckpoint): Promise<void> {
  if (!smtp || !from || !to) return;
  const body = `${text}\nKey: ${key}\nKeep this message: with it anybody can check that nothing recorded before was rewritten.\n`;
  await createTransport(smtp).sendMail({ from, to, subject: `Kinga ledger: ${size} lines`, text: body });
}

/** Publishes now and then hourly, when there is something new. */
export function publishHourly(db: Database, outlets: Outlets, log: Logger): { stop(): void } {
  let last = -1;
  const once = async () => {
    const { checkpoint, failed } = await publishCheckpoint(db, outlets);
    if (failed.length > 0) log.warn({ failed }, 'a checkpoint did not reach every outlet');
    last = checkpoint.size;
  };
  const tick = async () => {
    const size = await db.read(house, async (tx) =>
      Number((await tx.client.query('select size from platform.ledger_head')).rows[0]?.size ?? 0),
    );
    if (size !== last) await once();
  };
  const quietly = () => {
    tick().catch(() => log.warn('a checkpoint could not be made'));
  };
  quietly();
  const timer = setInterval(quietly, 3_600_000);
  return { stop: () => clearInterval(timer) };
}
