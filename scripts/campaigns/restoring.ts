/** G13: a large house is backed up while it is written to, and brought back in a fresh folder; damaged backups are refused. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadDemonstration } from '../../src/demo/load.ts';
import { SIMULATED_NOW } from '../../src/demo/tamrin/index.ts';
import { auditIncidents } from '../../src/incidents/index.ts';
import { backup } from '../../src/platform/backup/backup.ts';
import { readTables } from '../../src/platform/backup/catalogue.ts';
import { restore } from '../../src/platform/backup/restore.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { type Installation, openInstallation } from '../../src/platform/installation.ts';
import { recordAct } from '../../src/platform/ledger/store.ts';
import { systemPrincipal } from '../../src/platform/principal.ts';
import { damage, seeded } from '../../test/support/damage.ts';
import type { Campaign, Outcome } from './campaign.ts';
import { inFolder } from './folder.ts';

const MINUTES = 10;
/** Damaged variants for each hundred records: the goal's thousand for its hundred thousand. */
const DAMAGED_EACH = 100;
const lock = { passphrase: 'seven lanterns on the river' };
const house = systemPrincipal('campaign');

export const restoring: Campaign = {
  title: 'restore drill',
  size: 100_000,
  unit: 'records',
  run: ({ size, seed, say }) => inFolder((folder) => drill(folder, { size, seed, say })),
};

async function drill(
  folder: string,
  { size, seed, say }: { size: number; seed: number; say: (progress: string) => void },
): Promise<Outcome> {
  const failures: string[] = [];
  const file = path.join(folder, 'house.kinga');
  const source = await open(path.join(folder, 'house'));
  let made: Awaited<ReturnType<typeof backup>>;
  let took: number;
  try {
    await loadDemonstration(source, { seed, incidents: size });
    say(`${size} records are there`);
    const writing = keepWriting(source);
    const begun = performance.now();
    made = await backup(source, house, file, lock);
    took = performance.now() - begun;
    say(`backed up in ${seconds(took)} while ${await writing.stop()} lines were written`);
  } finally {
    await source.close();
  }

  const dataDir = path.join(folder, 'fresh');
  const begun = performance.now();
  const report = await restore(file, lock, { dataDir }, { erasures: 'none', auditors: [auditIncidents] });
  const back = performance.now() - begun;
  say(`restored in ${seconds(back)}`);
  if (report.rows !== made.rows) failures.push(`${report.rows} rows came back of ${made.rows}`);
  if (report.digest !== made.digest) failures.push('the digest differs');
  if (report.manifest.ledger.root !== made.ledger.root) failures.push('the root differs');
  if (report.findings.length > 0) failures.push(...report.findings.slice(0, 3));
  failures.push(...(await missing(dataDir, report.tables)));
  // Asked before the clock is: a slow restore that lost nothing is slow, and has lost nothing.
  const same = failures.length === 0;
  if (back > MINUTES * 60_000) failures.push(`the restore took ${seconds(back)}`);

  const damaged = Math.ceil(size / DAMAGED_EACH);
  const refused = await refusals(folder, { damaged, seed, failures, say });
  return {
    met: failures.length === 0,
    measured: [
      ['rows in the backup', `${made.rows}, ${Math.round(made.bytes / 1e6)} MB encrypted`],
      ['backup, while people write', seconds(took)],
      ['restore to a fresh folder, verified', `${seconds(back)} (aim ≤ ${MINUTES} min)`],
      ['rows, digest and ledger root equal', same ? 'yes' : 'no'],
      ['damaged backups refused', `${refused} of ${damaged}`],
    ],
    failures,
  };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const open = (dataDir: string): Promise<Installation> =>
  openInstallation(dataDir, {
    clock: { kind: 'simulated', real: new Date().toISOString(), simulated: SIMULATED_NOW.toISOString() },
  });

/** Writes lines until it is told to stop. */
function keepWriting({ db }: Installation): { stop(): Promise<number> } {
  let [lines, stopped] = [0, false];
  const writing = (async () => {
    while (!stopped) {
      await db.write(house, (tx) => recordAct(tx, { verb: 'campaign.line', room: 'test', record: 'x', content: {} }));
      lines += 1;
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await writing;
      return lines;
    },
  };
}

/** Counts what is really there; the ledger and its tables have the restore's own line besides. */
async function missing(dataDir: string, tables: readonly { table: string; rows: number }[]): Promise<string[]> {
  const fresh = await open(dataDir);
  try {
    return await withOwner(fresh.ownerUrl, async (client) => {
      const wrong: string[] = [];
      for (const { schema, name } of await readTables(client)) {
        const { rows } = await client.query(`select count(*)::int as n from ${schema}.${name}`);
        const then = tables.find(({ table }) => table === `${schema}.${name}`)?.rows ?? 0;
        const more = ['ledger', 'commit_point', 'act'].includes(name) ? 1 : 0;
        if (rows[0].n !== then + more) wrong.push(`${schema}.${name}: ${rows[0].n} rows instead of ${then + more}`);
      }
      return wrong;
    });
  } finally {
    await fresh.close();
  }
}

/** A small house, so that what is tried is the refusal and not the reading. */
async function refusals(
  folder: string,
  { damaged, seed, failures, say }: { damaged: number; seed: number; failures: string[]; say: (s: string) => void },
): Promise<number> {
  const file = path.join(folder, 'small.kinga');
  const small = await open(path.join(folder, 'small'));
  try {
    await backup(small, house, file, lock);
  } finally {
    await small.close();
  }
  const [whole, random] = [await readFile(file), seeded(seed)];
  let refused = 0;
  for (let i = 0; i < damaged; i++) {
    const { what, bytes } = damage(whole, random);
    const variant = path.join(folder, 'damaged.kinga');
    await writeFile(variant, bytes);
    const outcome = await restore(variant, lock, { dataDir: path.join(folder, 'never') }, { erasures: 'none' }).then(
      () => 'restored',
      (error: Error) => error.name,
    );
    if (outcome === 'BackupRefused') refused += 1;
    else failures.push(`${what}: ${outcome}`);
    if (i % 100 === 99) say(`${i + 1} damaged backups`);
  }
  return refused;
}
