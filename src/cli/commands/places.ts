import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { placeAgain } from '../../incidents/index.ts';
import {
  GROUND_KINDS,
  type GroundKind,
  importBoundaries,
  importGazetteer,
  importGround,
  type PlaceHit,
  searchPlaces,
  toMgrs,
} from '../../places/index.ts';
import {
  answer,
  type CommonOptions,
  common,
  operatorIn,
  progressLine,
  readableFile,
  wholeNumber,
  withInstallation,
} from '../context.ts';

interface Options extends CommonOptions {
  mission?: string;
  name: string;
  source: string;
  licence?: string;
  level?: number;
  kind?: GroundKind;
}

const described = (command: Command): Command =>
  common(command)
    .requiredOption('--name <name>', 'what to call it; the same name again replaces or adds')
    .requiredOption('--source <words>', 'where it comes from')
    .option('--licence <words>', 'its terms')
    .option('--mission <slug>');

export function placesCommand(): Command {
  const places = new Command('places').description('Boundaries, gazetteers, search by name');
  described(
    places
      .command('boundaries')
      .description('Bring in boundaries (GeoJSON or TopoJSON, with P-codes where they have them)'),
  )
    .argument('<files...>')
    .option('--level <number>', 'administrative level, where the file does not say', wholeNumber(0, 3))
    .action((files: string[], options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const level = options.level === undefined ? {} : { level: options.level as 0 | 1 | 2 | 3 };
        const paths = await Promise.all(files.map(readableFile));
        const result = await importBoundaries(installation.db, who, {
          name: options.name,
          source: options.source,
          licence: options.licence ?? null,
          files: paths.map((path) => ({ path, ...level })),
        });
        const { placed } = result.set.active
          ? await placeAgain({ who, db: installation.db, report: async () => undefined })
          : { placed: 0 };
        answer(options, { ...result, placed }, [
          `${result.set.name}: ${Object.entries(result.set.areasByLevel)
            .filter(([, n]) => n > 0)
            .map(([l, n]) => `${n} areas of level ${l}`)
            .join(', ')}`,
          ...(placed > 0 ? [`${placed.toLocaleString('en')} records that lay in no area were placed.`] : []),
          ...result.notes,
          ...result.refused.map((r) => r.reason),
        ]);
        if (result.refused.length > 0) process.exitCode = 1;
      }),
    );
  described(
    places.command('gazetteer').description('Bring in place names (GeoNames, or a CSV with name, latitude, longitude)'),
  )
    .argument('<file>')
    .action((file: string, options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const progress = progressLine('bytes read');
        const about = {
          name: options.name,
          source: options.source,
          licence: options.licence ?? null,
          path: await readableFile(file),
        };
        const result = await importGazetteer(installation.db, who, about, async (done, total) => progress(done, total));
        answer(options, result, [
          `${result.added} added, ${result.changed} changed, ${result.unchanged} unchanged, ${result.refused} refused`,
          ...result.reasons.slice(0, 20),
        ]);
        if (result.refused > 0) process.exitCode = 1;
      }),
    );
  described(
    places.command('ground').description('Bring in rivers and roads (GeoJSON lines); they lie quietly under the map'),
  )
    .argument('<file>')
    .addOption(new Option('--kind <kind>', 'what all of them are, where the file does not say').choices(GROUND_KINDS))
    .action((file: string, options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const result = await importGround(installation.db, who, {
          name: options.name,
          source: options.source,
          licence: options.licence ?? null,
          text: await readFile(await readableFile(file), 'utf8'),
          ...(options.kind === undefined ? {} : { kind: options.kind }),
        });
        answer(options, result, [
          result.unchanged ? 'These lines were there already.' : `${result.lines} lines`,
          ...result.refused.slice(0, 20),
        ]);
      }),
    );
  common(
    places.command('search').description('Find a place by name (misspelt, in another script), coordinates or MGRS'),
  )
    .argument('<words...>')
    .option('--mission <slug>')
    .action((words: string[], options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const items = await installation.db.read(who, (tx) => searchPlaces(tx, { q: words.join(' '), limit: 10 }));
        answer(options, { items }, items.length === 0 ? ['No place is called anything like that.'] : items.map(line));
      }),
    );
  return places;
}

/** Latitude first, as people read it, and the grid reference of the ten metres. */
function line({ name, point, kind, adm1 }: PlaceHit): string {
  const where = point ? `${point[1].toFixed(5)}, ${point[0].toFixed(5)}  ${toMgrs(point[0], point[1], 4) ?? ''}` : '';
  return `${name}  ${where}  ${kind}  ${adm1 ?? ''}`.trimEnd();
}
