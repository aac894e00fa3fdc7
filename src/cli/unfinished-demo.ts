/** A demonstration whose making was ended halfway: nobody can go on with it, and it is in the way of the next. */
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TAMRIN } from '../demo/tamrin/index.ts';
import { adoptEmbedded } from '../platform/database/server.ts';
import type { Installation } from '../platform/installation.ts';

/** What an installation puts into its folder; whatever else lies there is somebody's own. */
const OURS = ['postgres', 'keys', 'checkpoints', 'uploads', 'log', 'demo', 'erasures.jsonl', 'demo.unfinished'];

type Folder = Pick<Installation, 'dataDir'>;
/** Lies there as long as the demonstration is being made. */
const markOf = ({ dataDir }: Folder) => path.join(dataDir, 'demo.unfinished');
export const noteUnfinished = (folder: Folder): Promise<void> => writeFile(markOf(folder), '');
export const noteFinished = (folder: Folder): Promise<void> => rm(markOf(folder));

/**
 * Whether this can only be Tamrin, half made: its making began in this folder and did not end, on an invented clock, which
 * nothing but the demonstration sets, and there is no mission but Tamrin.
 */
export const isUnfinishedDemo = (
  { dataDir, clockSetting }: Pick<Installation, 'dataDir' | 'clockSetting'>,
  missions: readonly { slug: string }[],
): boolean =>
  existsSync(markOf({ dataDir })) && clockSetting.kind === 'simulated' && missions.every(({ slug }) => slug === TAMRIN);

/**
 * Takes it away, when it has been closed.
 * @throws with a sentence where somebody is at work in it, or where the database is not Kinga's own
 */
export async function removeUnfinishedDemo({ dataDir }: Folder): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new Error('The database holds a Tamrin that was not made to its end. Give an empty one.');
  // Whoever leaves last stops the server: it runs on for another process alone.
  if (await adoptEmbedded(dataDir))
    throw new Error(
      `Another process is at work in ${dataDir}, where Tamrin is not made to its end. Wait for it, or end it.`,
    );
  for (const name of OURS) await rm(path.join(dataDir, name), { recursive: true, force: true });
}
