/**
 * Brings a backup back: into a database of its own, which takes the old one's place only when everything in it has been
 * checked. Whoever was erased since the backup was made stays erased.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type ClockSetting, clockFrom } from '../clock.ts';
import { openDatabase } from '../database/database.ts';
import { startEmbedded } from '../database/server.ts';
import { withOwner } from '../database/server-probe.ts';
import { recordAct } from '../ledger/store.ts';
import { type Auditor, verifyLedger } from '../ledger/verify.ts';
import { systemPrincipal } from '../principal.ts';
import type { Keys } from '../vault/keys.ts';
import type { Unlock } from './age.ts';
import type { Progress } from './backup.ts';
import { type Exchange, exchangeDatabase } from './databases.ts';
import { addErasures, type Erasure, erasedInLedger, erasureList, readErasures } from './erasures.ts';
import { completeSchema, loadTable, prepareSchema, refuseNewer, restoreSequences } from './load.ts';
import { type KeyFiles, type Manifest } from './manifest.ts';
import { type BackupContent, readBackup, verifyBackup } from './read-backup.ts';
import { BackupRefused } from './refused.ts';
import { type StagedKeys, stageKeys } from './restored-keys.ts';

export interface RestoreTarget {
  dataDir: string;
  /** The owner's URL of one's own PostgreSQL and the database in it; otherwise the embedded server of the data folder. */
  databaseUrl?: string | undefined;
}

export interface RestoreOptions {
  /**
   * The current erasure list: a file, or `none` when the operator says that there is none to keep to.
   * Without it, the data folder's own `erasures.jsonl`.
   */
  erasures?: { file: string } | 'none' | undefined;
  /** Records and other keys that are there go. */
  replace?: boolean;
  /** Signed checkpoints that were kept outside, for the ledger to be held against. */
  checkpoints?: readonly string[];
  /** The rooms' own checks (as `kinga verify` runs them). */
  auditors?: readonly Auditor[];
  /** Restores even what was tampered with before the backup was made; the findings are in the report. */
  acceptFindings?: boolean;
  progress?: Progress;
}

export interface RestoreReport extends BackupContent {
  /** Subjects whose keys the backup had and the restored database has not. */
  erased: string[];
  /** What is wrong with the ledger; empty unless `acceptFindings`. */
  findings: string[];
}

/**
 * Restores a backup. On any failure database and keys stay as they were.
 * Sessions are not restored: everybody signs in again.
 * @throws BackupRefused with a sentence: a damaged file, a wrong key, a newer backup, records that are there already, a
 *   database in use, no (or an outdated) erasure list, a ledger that does not verify
 */
export async function restore(
  file: string,
  unlock: Unlock,
  target: RestoreTarget,
  options: RestoreOptions = {},
): Promise<RestoreReport> {
  const checked = await verifyBackup(file, unlock, options.progress);
  await refuseNewer(checked.manifest);
  const dataDir = path.resolve(target.dataDir);
  const erasures = await currentErasures(dataDir, options.erasures);
  await mkdir(dataDir, { recursive: true });
  const server = target.databaseUrl ? null : await startEmbedded(dataDir);
  try {
    const url = target.databaseUrl ?? kingaUrl(server?.ownerUrl ?? '');
    const schemas = [...new Set(checked.manifest.tables.map(({ schema }) => schema))];
    return await exchangeDatabase(url, schemas, (exchange) =>
      replaceWith({ file, unlock, checked, dataDir, erasures, exchange }, options),
    );
  } finally {
    await server?.stop();
  }
}

function kingaUrl(serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = '/kinga';
  return url.toString();
}

/** `null`: the operator says that there is none. */
async function currentErasures(dataDir: string, asked: RestoreOptions['erasures']): Promise<Erasure[] | null> {
  if (asked === 'none') return null;
  const place = asked?.file ?? erasureList(dataDir);
  const list = await readErasures(dataDir, place);
  if (list) return list;
  throw new BackupRefused(
    `The erasure list ${place} is not there, and without it people who were erased since the backup would come back. Name the current list, or say --no-erasures if nobody was ever erased.`,
  );
}

interface Work {
  file: string;
  unlock: Unlock;
  checked: BackupContent;
  dataDir: string;
  erasures: Erasure[] | null;
  exchange: Exchange;
}

async function replaceWith(work: Work, options: RestoreOptions): Promise<RestoreReport> {
  const { dataDir, erasures, exchange, checked } = work;
  if (exchange.before === 'records' && !options.replace)
    throw new BackupRefused(
      'There are records already, and a restore replaces all of them, also what was written after the backup was made. Make a backup of them first; then say --replace.',
    );
  let staged: StagedKeys | undefined;
  try {
    const loaded = await load(work, options, async (files) => {
      staged = await stageKeys(dataDir, files, options.replace ?? false);
      return staged.keys;
    });
    await staged?.install();
    await exchange.commit();
    await staged?.finish();
    await addErasures(dataDir, [...(erasures ?? []), ...loaded.known]);
    return { ...checked, erased: loaded.erased, findings: loaded.findings };
  } catch (error) {
    await staged?.undo();
    throw error;
  }
}
