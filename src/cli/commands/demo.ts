import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { type Loaded, loadDemonstration } from '../../demo/load.ts';
import { DEFAULTS, SIMULATED_NOW, tamrin } from '../../demo/tamrin/index.ts';
import { writeCountry } from '../../demo/write-country.ts';
import { makeSignInLink } from '../../platform/accounts/commands/sign-in-link.ts';
import { personByEmail } from '../../platform/accounts/store.ts';
import { KingaError } from '../../platform/errors.ts';
import { type Installation, openInstallation } from '../../platform/installation.ts';
import { readMissions } from '../../platform/missions/store.ts';
import { systemPrincipal } from '../../platform/principal.ts';
import { answer, note, operatorIn, progressLine } from '../context.ts';
import { isUnfinishedDemo, noteFinished, noteUnfinished, removeUnfinishedDemo } from '../unfinished-demo.ts';
import { type ServeOptions, serveUntilStopped, withServeOptions } from './serve.ts';

interface Options extends ServeOptions {
  incidents: string;
  seed: string;
  serve?: boolean;
  truth?: string;
}

const DAY = 86_400_000;

export const demoCommand = (): Command =>
  withServeOptions(
    new Command('demo').description('Fill an empty data folder with Tamrin, an invented mission on a simulated clock'),
  )
    .option('--incidents <number>', 'how many records', String(DEFAULTS.incidents))
    .option('--seed <number>', 'the same seed gives the same country', String(DEFAULTS.seed))
    .option('--serve', 'then serve it')
    .option('--truth <dir>', 'only write the truth, the ground and the mandates as files into this folder')
    .action(demo);

async function demo(options: Options): Promise<void> {
  if (options.truth !== undefined) {
    await writeCountry(tamrin(sizeOf(options)), options.truth);
    answer(options, { folder: options.truth }, [`The truth about Tamrin is in ${options.truth}.`]);
    return;
  }
  const loaded = await prepare(options);
  if (!options.serve) {
    answer(options, loaded, [`Tamrin is in ${options.data}. Serve it with: kinga serve --data ${options.data}`]);
    return;
  }
  await serveUntilStopped(options, async (address) => {
    const installation = await openInstallation(options.data, { databaseUrl: process.env.DATABASE_URL });
    try {
      const link = await enterAs(installation, 'duty.officer@tamrin.example');
      return [
        '',
        'Tamrin is ready: an invented country, five invented years, on a simulated clock.',
        '',
        `  Open   ${address}${link}`,
        '',
        `  (once; afterwards sign in at ${address} as duty.officer@tamrin.example or another of the mission,`,
        `   passphrase ${loaded.passphrase})`,
      ];
    } finally {
      await installation.close();
    }
  });
}

const sizeOf = ({ seed, incidents }: Options) => ({ seed: Number(seed), incidents: Number(incidents) });

/** Loads the demonstration unless the folder has it already; one that was left half made is made anew. */
async function prepare(options: Options): Promise<Loaded> {
  const now = new Date().toISOString();
  const clock = { kind: 'simulated' as const, real: now, simulated: SIMULATED_NOW.toISOString() };
  const installation = await openInstallation(options.data, {
    databaseUrl: process.env.DATABASE_URL,
    clock,
    log: note,
  });
  try {
    const loaded = await made(installation, options);
    if (loaded) return loaded;
  } finally {
    await installation.close();
  }
  await removeUnfinishedDemo(installation);
  note('Tamrin was not made to its end here; it is made anew.');
  return prepare(options);
}

/** `null`: its making was ended halfway. */
async function made(installation: Installation, options: Options): Promise<Loaded | null> {
  const file = path.join(installation.dataDir, 'demo.json');
  const missions = await installation.db.read(systemPrincipal('command-line'), (tx) => readMissions(tx));
  if (missions.length > 0) {
    if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Loaded;
    if (isUnfinishedDemo(installation, missions)) return null;
    throw new Error(`${installation.dataDir} holds a mission already. Choose another folder with --data.`);
  }
  note(`Making Tamrin (${Number(options.incidents).toLocaleString('en')} records, seed ${options.seed}) …`);
  const size = sizeOf(options);
  await noteUnfinished(installation);
  const loaded = await loadDemonstration(installation, {
    ...size,
    progress: progressLine('writes'),
  });
  await writeCountry(tamrin(size), path.join(installation.dataDir, 'demo'));
  await writeFile(file, JSON.stringify(loaded), { mode: 0o600 });
  await noteFinished(installation);
  return loaded;
}

async function enterAs(installation: Installation, email: string): Promise<string> {
  const who = await operatorIn(installation);
  const person = await installation.db.read(systemPrincipal('command-line'), (tx) => personByEmail(tx, email));
  if (!person) throw new KingaError('not_found');
  return makeSignInLink(installation.db, who, person.id, DAY);
}
