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
import { exchangeDatabase } from './databases.ts';
import { addErasures, type Erasure, erasedInLedger, erasureList, readErasures } from './erasures.ts';
import { completeSchema, endWhatWasOpen, loadTable, prepareSchema, refuseNewer, restoreSequences } from './load.ts';
import type { Manifest } from './manifest.ts';
import { type BackupContent, onlyLook, readBackup } from './read-backup.ts';
import { BackupRefused } from './refused.ts';
import { stageKeys } from './restored-keys.ts';

export interface RestoreTarget {
  dataDir: string;
  /** The owner's URL of one's own PostgreSQL and the database in it; otherwise the embedded server of the data folder. */
  databaseUrl?: string | undefined;
}

export interface RestoreOptions {
  /**
   * The current erasure list: a file, or `none` when the operator says that there is none to keep to.
   * The data folder's own `erasures.jsonl` is kept to in any case; without this option it must be there.
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
 * Sessions, tokens and links are not restored: everybody signs in again, and programs get new tokens.
 * @throws BackupRefused with a sentence: a damaged file, a wrong key, a newer backup, records that are there already, a
 *   database in use, no (or an outdated) erasure list, a ledger that does not verify
 */
export async function restore(
  file: string,
  unlock: Unlock,
  target: RestoreTarget,
  options: RestoreOptions = {},
): Promise<RestoreReport> {
  const progress = options.progress ?? (() => undefined);
  // Read twice: once to believe it, once to load it.
  const checked = await readBackup(file, unlock, onlyLook, (done, total, note) =>
    progress(done, total && total * 2, note),
  );
  await refuseNewer(checked.content.manifest);
  const dataDir = path.resolve(target.dataDir);
  const erasures = await currentErasures(dataDir, options.erasures);
  await mkdir(dataDir, { recursive: true });
  const server = target.databaseUrl ? null : await startEmbedded(dataDir);
  try {
    const url = target.databaseUrl ?? kingaUrl(server?.ownerUrl ?? '');
    return await exchangeDatabase(url, async (exchange) => {
      if (exchange.before === 'records' && !options.replace)
        throw new BackupRefused(
          'There are records already, and a restore replaces all of them, also what was written after the backup was made. Make a backup of them first; then say --replace.',
        );
      const staged = await stageKeys(dataDir, checked.keys, options.replace ?? false);
      let loaded: Loaded;
      try {
        loaded = await load(
          { file, unlock, checked: checked.content, url: exchange.newUrl, erasures, keys: staged.keys },
          options,
        );
        await exchange.commit();
      } catch (error) {
        await staged.discard();
        throw error;
      }
      await staged.install();
      await addErasures(dataDir, [...erasures, ...loaded.tombstones]);
      return { ...checked.content, erased: loaded.erased, findings: loaded.findings };
    });
  } finally {
    await server?.stop();
  }
}

function kingaUrl(serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = '/kinga';
  return url.toString();
}

/** What the data folder's own list says always holds, and what the named one says with it. */
async function currentErasures(dataDir: string, asked: RestoreOptions['erasures']): Promise<Erasure[]> {
  const own = await readErasures(dataDir);
  if (asked === 'none') return own ?? [];
  const place = asked?.file ?? erasureList(dataDir);
  const named = asked ? await readErasures(dataDir, place) : own;
  if (named) return [...(own ?? []), ...named];
  throw new BackupRefused(
    `The erasure list ${place} is not there, and without it people who were erased since the backup would come back. Name the current list, or say --no-erasures if nobody was ever erased.`,
  );
}

interface Work {
  file: string;
  unlock: Unlock;
  checked: BackupContent;
  /** The new database. */
  url: string;
  erasures: readonly Erasure[];
  keys: Keys;
}

interface Loaded {
  erased: string[];
  findings: string[];
  /** Erasures that the backup's own ledger knows. */
  tombstones: Erasure[];
}

async function load(work: Work, options: RestoreOptions): Promise<Loaded> {
  const { file, unlock, checked, url, erasures, keys } = work;
  const { manifest } = checked;
  const gone = new Set(erasures.map(({ subject }) => subject));
  const erased: string[] = [];
  await prepareSchema(url, manifest);
  await withOwner(url, async (client) => {
    const { content } = await readBackup(
      file,
      unlock,
      async (table, rows) => void erased.push(...(await loadTable(client, table, rows, gone))),
      (done, total, note) => options.progress?.((total ?? 0) + done, total && total * 2, note),
    );
    if (content.digest !== checked.digest) throw new BackupRefused(`${file} was changed while it was being restored.`);
    await restoreSequences(client, manifest.sequences);
  });
  await completeSchema(url);
  await withOwner(url, endWhatWasOpen);
  // Without statistics all that is asked from here on would be slow, and the first hours of whoever works in it.
  await withOwner(url, (client) => client.query('vacuum (analyze)'));
  const tombstones = await erasedInLedger(url);
  if (options.erasures !== 'none') refuseOutdated(gone, tombstones);
  const findings = await verifyRestored(url, manifest, keys, options);
  await noteRestore(url, keys, manifest, erased, findings.length);
  return { erased, findings, tombstones };
}

/** A list that lacks what even the backup knows is not the current one, and may lack more. */
function refuseOutdated(listed: ReadonlySet<string>, tombstones: readonly Erasure[]): void {
  const missing = tombstones.filter(({ subject }) => !listed.has(subject)).length;
  if (missing > 0)
    throw new BackupRefused(
      `This erasure list is not the current one: the backup itself knows of ${missing} erasure(s) that it lacks. Name the list that was kept up to date.`,
    );
}

async function verifyRestored(
  url: string,
  { ledger }: Manifest,
  keys: Keys,
  { checkpoints = [], auditors = [], acceptFindings }: RestoreOptions,
): Promise<string[]> {
  const found = await verifyLedger(url, {
    keys: [keys.ledger],
    checkpoints: [ledger.checkpoint, ...checkpoints],
    auditors,
  });
  const findings = [...found.findings];
  if (found.size !== ledger.size || found.root !== ledger.root)
    findings.unshift('The ledger has another size or root than when the backup was made.');
  if (findings.length > 0 && !acceptFindings)
    throw new BackupRefused(
      `The backup is undamaged, but its ledger does not verify (${findings.length} findings). The first: ${findings[0]}`,
    );
  return findings;
}

/** The restore stands in the ledger that it brought back; what was replaced is evident from checkpoints kept outside. */
async function noteRestore(
  url: string,
  keys: Keys,
  manifest: Manifest,
  erased: string[],
  findings: number,
): Promise<void> {
  const setting = await withOwner(url, (client) =>
    client.query<{ clock: ClockSetting }>('select clock from platform.installation'),
  );
  const clock = clockFrom(setting.rows[0]?.clock ?? { kind: 'system' });
  const db = openDatabase({ url, clock, keys, max: 1 });
  try {
    const { made, ledger } = manifest;
    const content = { made, size: ledger.size, root: ledger.root, erased, findings };
    await db.write(systemPrincipal('restore'), (tx) =>
      recordAct(tx, { verb: 'backup.restore', room: 'platform.backup', record: manifest.id, version: 2, content }),
    );
  } finally {
    await db.close();
  }
}
