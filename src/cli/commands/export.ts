import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, exportIncidents } from '../../incidents/index.ts';
import { exportLedger } from '../../platform/ledger/export.ts';
import {
  answer,
  type CommonOptions,
  common,
  operatorIn,
  progressLine,
  untilInterrupted,
  withInstallation,
} from '../context.ts';

interface OutOptions extends CommonOptions {
  out: string;
}

interface Options extends OutOptions {
  mission?: string;
  format: ExportFormat;
  from?: string;
  to?: string;
  datasets?: string[];
  asOf?: string;
}

export function exportCommand(): Command {
  const command = new Command('export').description(
    'Write to a file, exact; the ledger notes what left with incidents',
  );
  const kind = (name: string, what: string) =>
    common(command.command(name).description(what)).requiredOption('--out <file>', 'where to');
  kind('incidents', 'The records of a mission')
    .addOption(new Option('--format <format>').choices(EXPORT_FORMATS).default('csv'))
    .option('--mission <slug>', 'the mission, where there are several')
    .option('--from <day>', 'first day')
    .option('--to <day>', 'last day')
    .option('--datasets <slugs...>', 'only these')
    .option('--as-of <time>', 'as known on a date or at a ledger line')
    .action(incidents);
  kind('ledger', 'Every line of the ledger, for an auditor: who did what when, and digests; no content').action(ledger);
  return command;
}

const incidents = (options: Options): Promise<void> =>
  withInstallation(options, async ({ db, ...installation }) => {
    const who = await operatorIn({ db, ...installation }, options.mission);
    const { from, to, datasets, asOf } = options;
    const out = await exportIncidents(
      db,
      who,
      {
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        ...(datasets ? { datasets } : {}),
        ...(asOf ? { asOf } : {}),
      },
      options.format,
      soFar('records'),
    );
    const file = await writeOut(options.out, out.bytes);
    answer(options, { file, asOf: out.asOf }, [
      `Written to ${file}, as known at ledger line ${out.asOf.seq} (${out.asOf.at}).`,
    ]);
  });

const ledger = (options: OutOptions): Promise<void> =>
  withInstallation(options, async ({ ownerUrl }) => {
    const progress = soFar('lines');
    let lines = 0;
    const counted = async function* () {
      for await (const some of exportLedger(ownerUrl)) {
        lines += some.length;
        progress(lines);
        yield Buffer.from(some.map((line) => `${JSON.stringify(line)}\n`).join(''));
      }
    };
    const file = await writeOut(options.out, counted());
    answer(options, { file, lines }, [
      `${lines.toLocaleString('en')} lines written to ${file}.`,
      'An auditor checks it with tools/verify-ledger.mjs, the key and the checkpoints they were sent.',
    ]);
  });

const soFar = (label: string) => {
  const line = progressLine(label);
  return (done: number) => line(done, null);
};

/** Whole or not at all: what was interrupted or failed leaves no file that looks like one. @throws on Ctrl-C, in a sentence */
async function writeOut(out: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const file = path.resolve(out);
  const half = `${file}.part`;
  return untilInterrupted(async (signal) => {
    try {
      await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(half, { mode: 0o600 }), { signal });
      await rename(half, file);
      return file;
    } catch (error) {
      await rm(half, { force: true });
      throw signal.aborted ? new Error('It was stopped; no file was written.') : error;
    }
  });
}
