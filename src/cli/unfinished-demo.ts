/** A demonstration whose making was ended halfway: nobody can go on with it, and it is in the way of the next. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { TAMRIN } from '../demo/tamrin/index.ts';
import { adoptEmbedded } from '../platform/database/server.ts';
import type { Installation } from '../platform/installation.ts';

/** What an installation puts into its folder; whatever else lies there is somebody's own. */
const OURS = ['postgres', 'keys', 'checkpoints', 'uploads', 'log', 'demo', 'erasures.jsonl'];

/**
 * Whether this can only be Tamrin, half made: on an invented clock, which nothing but the demonstration sets, and with no
 * mission but Tamrin. Asked of folders that do not say that their demonstration is whole.
 */
export const isUnfinishedDemo = (
  { clockSetting }: Pick<Installation, 'clockSetting'>,
  missions: readonly { slug: string }[],
): boolean => clockSetting.kind === 'simulated' && missions.every(({ slug }) => slug === TAMRIN);

/**
 * Takes it away, when it has been closed.
 * @throws with a sentence where somebody is at work in it, or where the database is not Kinga's own
 */
export async function removeUnfinishedDemo({ dataDir }: Pick<Installation, 'dataDir'>): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new Error('The database holds a Tamrin that was not made to its end. Give an empty one.');
  // Whoever leaves last stops the server: it runs on for another process alone.
  if (await adoptEmbedded(dataDir))
    throw new Error(
      `Another process is at work in ${dataDir}, where Tamrin is not made to its end. Wait for it, or end it.`,
    );
  for (const name of OURS) await rm(path.join(dataDir, name), { recursive: true, force: true });
}
