import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, exportIncidents } from '../../incidents/index.ts';
import { answer, type CommonOptions, common, operatorIn, withInstallation } from '../context.ts';

interface Options extends CommonOptions {
  mission?: string;
  format: ExportFormat;
  out: string;
  from?: string;
  to?: string;
  datasets?: string[];
  asOf?: string;
}

export const exportCommand = (): Command =>
  common(new Command('export').description('Write records to a file, exact; the ledger notes it'))
    .addArgument(new Argument('<what>').choices(['incidents']))
    .addOption(new Option('--format <format>').choices(EXPORT_FORMATS).default('csv'))
    .requiredOption('--out <file>', 'where to')
    .option('--mission <slug>', 'the mission, where there are several')
    .option('--from <day>', 'first day')
    .option('--to <day>', 'last day')
    .option('--datasets <slugs...>', 'only these')
    .option('--as-of <time>', 'as known on a date or at a ledger line')
    .action((_what: string, options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const { from, to, datasets, asOf } = options;
        const out = await exportIncidents(
          installation.db,
          who,
          {
            ...(from ? { from } : {}),
            ...(to ? { to } : {}),
            ...(datasets ? { datasets } : {}),
            ...(asOf ? { asOf } : {}),
          },
          options.format,
        );
        const file = path.resolve(options.out);
        await pipeline(Readable.from(out.bytes, { objectMode: false }), createWriteStream(file, { mode: 0o600 }));
        answer(options, { file, asOf: out.asOf }, [
          `Written to ${file}, as known at ledger line ${out.asOf.seq} (${out.asOf.at}).`,
        ]);
      }),
    );
