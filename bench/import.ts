/**
 * Bringing in a file: the command as people run it, in a process of its own, with everything it does on the way (reading,
 * recognising, placing, checking, digesting, the ledger), beside COPY of the very rows that it wrote.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { ImportResult } from '../src/incidents/index.ts';
import { startEmbedded } from '../src/platform/database/server.ts';
import { withOwner } from '../src/platform/database/server-probe.ts';
import { type Bench, type BenchOptions, figure, type Measured } from './bench.ts';
import { copyIn, copyOfDatabase, makeBareTables, removeFiles, takeOut } from './copies.ts';
import { FEWEST, writeImportFile } from './import-files.ts';
import { kinga, type Ran } from './mission.ts';

export const bringingIn: Bench = {
  title: 'Bringing in a file',
  sized: true,
  async run(options) {
    const work = path.join(options.folder, `import-${options.size}`);
    await rm(work, { recursive: true, force: true });
    try {
      return await inFolder(work, options);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
};

/** A mission of a hundred records with its boundaries; a tenth in UCDP's columns, twice; then all in our own. */
async function inFolder(work: string, { size, seed, say }: BenchOptions): Promise<Measured> {
  const dataDir = path.join(work, 'data');
  const tenth = Math.max(FEWEST, Math.round(size / 10));
  await kinga('demo', '--incidents', String(FEWEST), '--seed', String(seed), '--data', dataDir);
  const [ucdpFile, ownFile] = [path.join(work, 'ucdp.csv'), path.join(work, 'own.csv')];
  say('writing the files');
  await writeImportFile(ucdpFile, 'ucdp', tenth, seed);
  await writeImportFile(ownFile, 'own', size, seed);
  const server = await startEmbedded(dataDir);
  // Whoever leaves last stops the server: somebody stays, so that its starts are in nobody's time.
  const staying = new pg.Client({ connectionString: server.ownerUrl });
  await staying.connect();
  try {
    const ownerUrl = Object.assign(new URL(server.ownerUrl), { pathname: '/kinga' }).toString();
    say(`UCDP's columns, ${tenth} rows`);
    const ucdp = await bringIn('ucdp', ucdpFile, dataDir, { read: tenth, added: tenth });
    const again = await bringIn('ucdp', ucdpFile, dataDir, { read: tenth, unchanged: tenth });
    const reference = await copyOfDatabase(ownerUrl, 'reference');
    const line = await ledgerSize(ownerUrl);
    say(`our own columns, ${size} rows`);
    const own = await bringIn('csv', ownFile, dataDir, { read: size, added: size });
    say('COPY of the same rows');
    const files = path.join(work, 'rows');
    const mb = await takeOut(ownerUrl, line, files);
    const indexed = await copyIn(reference, files);
    await makeBareTables(reference, 'bare');
    const bare = await copyIn(reference, files, 'bare');
    await removeFiles(files);
    return result({ size, tenth, own, ucdp, again, indexed, bare, mb });
  } finally {
    await staying.end();
    await server.stop();
  }
}

/** @throws when it did not come to what was expected: a fast import of other rows is no import */
async function bringIn(
  kind: 'csv' | 'ucdp',
  file: string,
  dataDir: string,
  expected: Partial<ImportResult>,
): Promise<Ran> {
  const ran = await kinga('import', kind, file, '--data', dataDir, '--json');
  const came = JSON.parse(ran.output) as Record<string, unknown>;
  for (const [what, number] of Object.entries(expected))
    if (came[what] !== number)
      throw new Error(`The import of ${file} should say ${what} ${number}: ${ran.output.slice(0, 2000)}`);
  return ran;
}

const ledgerSize = (ownerUrl: string): Promise<number> =>
  withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ size: string }>('select size from platform.ledger_head');
    return Number(rows[0]?.size);
  });

interface Times {
  size: number;
  tenth: number;
  own: Ran;
  ucdp: Ran;
  again: Ran;
  indexed: number;
  bare: number;
  mb: number;
}

function result({ size, tenth, own, ucdp, again, indexed, bare, mb }: Times): Measured {
  const row = (what: string, rows: number, seconds: number, peak?: number) => [
    ...[what, rows.toLocaleString('en'), figure(seconds), figure(rows / seconds)],
    ...[figure(rows / seconds / (size / own.seconds)), peak === undefined ? '' : figure(peak)],
  ];
  return {
    bars: [
      {
        what: 'speed beside COPY into the same indexed, ledgered tables',
        value: indexed / own.seconds,
        atLeast: 0.5,
        unit: '',
      },
      {
        what: `memory of the importing process at ${tenth.toLocaleString('en')} rows`,
        value: ucdp.peakMb,
        atMost: 400,
        unit: 'MB',
      },
      {
        what: `memory of the importing process at ${size.toLocaleString('en')} rows`,
        value: own.peakMb,
        atMost: 400,
        unit: 'MB',
      },
    ],
    tables: [
      {
        head: ['what', 'rows', 'seconds', 'rows a second', 'faster than our import', 'most MB'],
        rows: [
          row('Kinga, our own columns', size, own.seconds, own.peakMb),
          row("Kinga, UCDP's columns", tenth, ucdp.seconds, ucdp.peakMb),
          row('Kinga, the same UCDP file again: nothing changes', tenth, again.seconds, again.peakMb),
          row('COPY into the same tables with their indexes, keys and ledger', size, indexed),
          row('COPY into bare tables', size, bare),
        ],
      },
    ],
    notes: [
      `COPY reads rows that are ready (${figure(mb)} MB, words already split into search vectors) in one transaction; Kinga reads the file, recognises, places, checks and digests each row, in transactions of at most 1,000 rows, so that nobody else waits. The start of its process is in its time, that of PostgreSQL is not.`,
    ],
  };
}
