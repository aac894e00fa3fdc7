import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import {
  type ImportParams,
  type ImportResult,
  importIncidents,
  Mapping,
  previewImport,
  rememberMapping,
} from '../../incidents/index.ts';
import { KingaError } from '../../platform/errors.ts';
import type { Installation } from '../../platform/installation.ts';
import { runHere } from '../../platform/jobs/runner.ts';
import type { Principal } from '../../platform/principal.ts';
import { LEVELS } from '../../vocabulary/codes.ts';
import {
  answer,
  type CommonOptions,
  common,
  operatorIn,
  progressLine,
  readableFile,
  untilInterrupted,
  withInstallation,
} from '../context.ts';

interface Options extends CommonOptions {
  mission?: string;
  dataset?: string;
  sheet?: string;
  mapping?: string;
  showMapping?: boolean;
  remember?: string;
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
type Kind = keyof typeof KINDS;

export const importCommand = (): Command =>
  common(new Command('import').description('Bring in a file of events; the same file again adds nothing'))
    .addArgument(new Argument('<kind>', 'what it is; csv is any table').choices(Object.keys(KINDS)))
    .argument('<file>', 'CSV, TSV, XLSX, JSON or GeoJSON, gzipped or not')
    .option('--mission <slug>', 'the mission, where there are several')
    .option('--dataset <slug>', 'keep the rows under this name; `own` for the mission’s own records')
    .option('--sheet <name>', 'the sheet of a workbook; the first one with a table when absent')
    .option('--show-mapping', 'print as JSON what the columns seem to mean, to be edited, and bring in nothing')
    .option('--mapping <file>', 'JSON: which column is which field, as --show-mapping prints it')
    .option('--remember <name>', 'use the mapping again whenever a file has these headings')
    .addOption(new Option('--level <level>', 'who may see the rows').choices(LEVELS))
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--complete', 'the file is the whole data set: mark what is missing in it as withdrawn by the source')
    .action((kind: Kind, file: string, options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const source = await readableFile(file);
        if (options.showMapping) return show(installation, who, source, options);
        const mapping = options.mapping === undefined ? null : await readMapping(options.mapping);
        if (options.remember !== undefined) {
          if (!mapping) throw new KingaError('invalid_input', { what: '--remember needs a --mapping to remember' });
          await rememberMapping(installation.db, who, source, options.remember, mapping, options.sheet);
        }
        const result = await run(installation, who, paramsFor(kind, source, mapping, options));
        answer(options, result, describe(result));
        if (result.refused > 0) process.exitCode = 1;
      }),
    );

/** Standard output is the mapping alone, so that it can be sent to a file. */
async function show({ db }: Installation, who: Principal, file: string, { sheet }: Options): Promise<void> {
  const { mapping, reason } = await previewImport(
    db,
    who,
    { id: '', path: file, name: path.basename(file) },
    sheet === undefined ? {} : { sheet },
  );
  if (!mapping) throw new KingaError('invalid_input', { what: `these columns need no mapping. ${reason}` });
  process.stdout.write(`${JSON.stringify(mapping, null, 2)}\n`);
}

const paramsFor = (kind: Kind, file: string, mapping: Mapping | null, options: Options): ImportParams => ({
  ...KINDS[kind],
  path: file,
  ...(options.dataset ? { dataset: options.dataset } : {}),
  ...(options.sheet ? { sheet: options.sheet } : {}),
  ...(mapping ? { mapping } : {}),
  ...(options.level
    ? { levels: { core: options.level, account: options.level, protected: 'strictly_confidential' } }
    : {}),
  ...(options.dryRun ? { dryRun: true } : {}),
  ...(options.complete ? { complete: true } : {}),
});

async function run({ db, dataDir }: Installation, who: Principal, params: ImportParams): Promise<ImportResult> {
  const refused = path.join(dataDir, 'refused');
  const result = await untilInterrupted((signal) =>
    runHere(
      db,
      who,
      'incidents.import',
      async (job) => ({ ...(await importIncidents(job, refused)) }),
      params,
      progressLine('rows read'),
      signal,
    ),
  );
  return result as ImportResult;
}

/** @throws `invalid_input` that says where the file is wrong */
async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(await readableFile(file), 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new KingaError('invalid_input', { what: `${file} is not JSON` });
  }
  const read = Mapping.safeParse(json);
  if (read.success) return read.data;
  const first = read.error.issues[0];
  throw new KingaError('invalid_input', { what: `${file}, ${first?.path.join('.') || 'whole'}: ${first?.message}` });
}

function describe(r: ImportResult): string[] {
  const n = (x: number) => x.toLocaleString('en');
  return [
    `${r.dryRun ? 'Would bring in' : 'Brought in'} ${r.dataset}: ${n(r.read)} rows read, ${n(r.added)} added, ${n(r.changed)} changed, ${n(r.unchanged)} unchanged, ${n(r.refused)} refused${r.withdrawn ? `, ${n(r.withdrawn)} withdrawn by the source` : ''}.`,
    ...(r.refusedFile ? [`The refused rows, each with its reason: ${r.refusedFile}`] : []),
    ...r.notes,
    ...Object.entries(r.warnings).map(([sentence, rows]) => `${n(rows)} × ${sentence}`),
  ];
}
