import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import { type ImportParams, type ImportResult, importIncidents } from '../../incidents/index.ts';
import { runHere } from '../../platform/jobs/runner.ts';
import { LEVELS } from '../../vocabulary/codes.ts';
import { answer, type CommonOptions, common, operatorIn, progressLine, withInstallation } from '../context.ts';

interface Options extends CommonOptions {
  mission?: string;
  dataset?: string;
  mapping?: string;
  level?: (typeof LEVELS)[number];
  dryRun?: boolean;
  complete?: boolean;
}

/** What the words of the command line mean: columns that an adapter knows, or only a format. */
const KINDS = {
  ucdp: { schema: 'ucdp' },
  acled: { schema: 'acled' },
  hxl: { schema: 'hxl' },
  csv: {},
  json: { format: 'json' },
  geojson: { format: 'geojson' },
} as const satisfies Record<string, Partial<ImportParams>>;

export const importCommand = (): Command =>
  common(new Command('import').description('Bring in a file of events; the same file again adds nothing'))
    .addArgument(new Argument('<kind>', 'what it is').choices(Object.keys(KINDS)))
    .argument('<file>', 'CSV, TSV, XLSX, JSON or GeoJSON, gzipped or not')
    .option('--mission <slug>', 'the mission, where there are several')
    .option('--dataset <slug>', 'keep the rows under this name; `own` for the mission’s own records')
    .option('--mapping <file>', 'JSON: which column is which field')
    .addOption(new Option('--level <level>', 'who may see the rows').choices(LEVELS))
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--complete', 'the file is the whole data set: mark what is missing in it as withdrawn by the source')
    .action((kind: keyof typeof KINDS, file: string, options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const params: ImportParams = {
          ...KINDS[kind],
          path: path.resolve(file),
          ...(options.dataset ? { dataset: options.dataset } : {}),
          ...(options.mapping ? { mapping: JSON.parse(await readFile(options.mapping, 'utf8')) } : {}),
          ...(options.level
            ? { levels: { core: options.level, account: options.level, protected: 'strictly_confidential' } }
            : {}),
          ...(options.dryRun ? { dryRun: true } : {}),
          ...(options.complete ? { complete: true } : {}),
        };
        const refused = path.join(installation.dataDir, 'refused');
        const result = (await runHere(
          installation.db,
          who,
          'incidents.import',
          async (job) => ({ ...(await importIncidents(job, refused)) }),
          params,
          progressLine('rows read'),
        )) as ImportResult;
        answer(options, result, describe(result));
        if (result.refused > 0) process.exitCode = 1;
      }),
    );

function describe(r: ImportResult): string[] {
  const n = (x: number) => x.toLocaleString('en');
  return [
    `${r.dryRun ? 'Would bring in' : 'Brought in'} ${r.dataset}: ${n(r.read)} rows read, ${n(r.added)} added, ${n(r.changed)} changed, ${n(r.unchanged)} unchanged, ${n(r.refused)} refused${r.withdrawn ? `, ${n(r.withdrawn)} withdrawn by the source` : ''}.`,
    ...(r.refusedFile ? [`The refused rows, each with its reason: ${r.refusedFile}`] : []),
    ...r.notes,
    ...Object.entries(r.warnings).map(([sentence, rows]) => `${n(rows)} × ${sentence}`),
  ];
}
