import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import {
  composePaper,
  FILE_FORMATS,
  type FileFormat,
  PAPER_KINDS,
  type PaperKind,
  renderPaper,
} from '../../briefs/index.ts';
import { LANGUAGES, LEVELS } from '../../vocabulary/codes.ts';
import { answer, type CommonOptions, common, operatorIn, withInstallation } from '../context.ts';

interface Options extends CommonOptions {
  mission?: string;
  at: string;
  lang: (typeof LANGUAGES)[number];
  format: FileFormat;
  out: string;
  asOf?: string;
  level?: (typeof LEVELS)[number];
}

export const paperCommand = (): Command =>
  common(new Command('paper').description('Write a paper to a file: one event, a day, a week'))
    .addArgument(new Argument('<kind>').choices(PAPER_KINDS))
    .requiredOption(
      '--at <what>',
      'a week (2030-W12), the day on whose morning it is read (2030-03-21), or an incident’s id',
    )
    .addOption(new Option('--lang <language>').choices(LANGUAGES).default('en'))
    .addOption(new Option('--format <format>').choices(FILE_FORMATS).default('pdf'))
    .requiredOption('--out <file>', 'where to')
    .option('--mission <slug>', 'the mission, where there are several')
    .option('--as-of <time>', 'as known on a date or at a ledger line')
    .addOption(new Option('--level <level>', 'nothing above it, so that it may be passed on').choices(LEVELS))
    .action((kind: PaperKind, options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const paper = await composePaper(installation.db, who, {
          ...{ kind, at: options.at, language: options.lang },
          ...(options.asOf ? { asOf: options.asOf } : {}),
          ...(options.level ? { maxLevel: options.level } : {}),
        });
        const file = path.resolve(options.out);
        await writeFile(file, await renderPaper(paper, options.format), { mode: 0o600 });
        answer(options, { file, level: paper.level, asOf: paper.asOf, ledger: paper.ledger }, [
          `Written to ${file}: ${paper.sheet.level}; as known at ledger line ${paper.asOf.seq} (${paper.asOf.at}).`,
        ]);
      }),
    );
