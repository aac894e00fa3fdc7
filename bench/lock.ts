/**
 * How long somebody's write waits while a file is brought in: the ledger has one lock, and an alert is never to stand
 * behind an import. The same writes without an import stand beside it.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordIncident } from '../src/incidents/index.ts';
import { openInstallation } from '../src/platform/installation.ts';
import { missionRef } from '../src/platform/missions/store.ts';
import { systemPrincipal } from '../src/platform/principal.ts';
import { incidentInput } from '../test/support/incidents.ts';
import { addKeeper } from '../test/support/real-house.ts';
import { type Bench, type BenchOptions, figure, type Measured, quantile } from './bench.ts';
import { writeImportFile } from './import-files.ts';
import { kinga } from './mission.ts';

/** DESIGN §3: the ledger's lock is held for at most this long. */
const LOCK_MS = 100;
/** Somebody records something about as often as this. */
const EVERY_MS = 100;
const ALONE = 100;
const MISSION = 'tamrin';

export const waiting: Bench = {
  title: 'A person’s write beside an import',
  sized: true,
  async run(options) {
    const work = path.join(options.folder, `lock-${options.size}`);
    await rm(work, { recursive: true, force: true });
    try {
      return await inFolder(work, options);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
};

async function inFolder(work: string, { size, seed, say }: BenchOptions): Promise<Measured> {
  const dataDir = path.join(work, 'data');
  await kinga('demo', '--incidents', '100', '--seed', String(seed), '--data', dataDir);
  const file = path.join(work, 'ucdp.csv');
  await writeImportFile(file, 'ucdp', size, seed);
  const installation = await openInstallation(dataDir);
  try {
    const { db } = installation;
    const mission = await db.read(systemPrincipal('bench'), (tx) => missionRef(tx, MISSION));
    if (!mission) throw new Error(`${dataDir} holds no Tamrin.`);
    const { who } = await addKeeper(installation, mission);
    const write = async () => {
      const begun = performance.now();
      await recordIncident(db, who, incidentInput());
      return performance.now() - begun;
    };
    say('writing alone');
    const alone: number[] = [];
    for (let i = 0; i < ALONE; i++) alone.push(await write());
    say(`writing while ${size.toLocaleString('en')} rows come in`);
    let isOver = false;
    const importing = kinga('import', 'ucdp', file, '--data', dataDir).finally(() => {
      isOver = true;
    });
    const beside: number[] = [];
    while (!isOver) {
      beside.push(await write());
      await sleep(EVERY_MS);
    }
    const { seconds } = await importing;
    return result(size, seconds, alone, beside);
  } finally {
    await installation.close();
  }
}

function result(size: number, seconds: number, alone: readonly number[], beside: readonly number[]): Measured {
  const row = (what: string, times: readonly number[]) => [
    ...[what, String(times.length)],
    ...[0.5, 0.95, 1].map((share) => `${figure(quantile(times, share))} ms`),
  ];
  const more = (share: number) => quantile(beside, share) - quantile(alone, share);
  return {
    bars: [
      { what: 'what an import adds to the middle write', value: more(0.5), atMost: LOCK_MS, unit: 'ms' },
      { what: 'what an import adds to 95 of 100 writes', value: more(0.95), atMost: LOCK_MS, unit: 'ms' },
    ],
    tables: [
      {
        head: ['a record written', 'times', 'middle', '95 of 100', 'slowest'],
        rows: [row('alone', alone), row(`while ${size.toLocaleString('en')} rows come in`, beside)],
      },
    ],
    notes: [
      `The import took ${figure(seconds)} s, in a process of its own; the writes include everything that recording does, not the lock alone.`,
    ],
  };
}
