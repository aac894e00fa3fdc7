import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import {
  GROUND_KINDS,
  type GroundKind,
  importBoundaries,
  importGazetteer,
  importGround,
  searchPlaces,
} from '../../places/index.ts';
import { answer, type CommonOptions, common, operatorIn, progressLine, withInstallation } from '../context.ts';

interface Options extends CommonOptions {
  mission?: string;
  name: string;
  source: string;
  licence?: string;
  level?: string;
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
    .option('--level <number>', 'administrative level, where the file does not say')
    .action((files: string[], options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const level = options.level === undefined ? {} : { level: Number(options.level) as 0 | 1 | 2 | 3 };
        const result = await importBoundaries(installation.db, who, {
          name: options.name,
          source: options.source,
          licence: options.licence ?? null,
          files: files.map((file) => ({ path: path.resolve(file), ...level })),
        });
        answer(options, result, [
          `${result.set.name}: ${Object.entries(result.set.areasByLevel)
            .map(([l, n]) => `${n} areas of level ${l}`)
            .join(', ')}`,
          ...result.notes,
          ...result.refused.map((r) => r.reason),
        ]);
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
          path: path.resolve(file),
        };
        const result = await importGazetteer(installation.db, who, about, async (done, total) => progress(done, total));
        answer(options, result, [
          `${result.added} added, ${result.changed} changed, ${result.unchanged} unchanged, ${result.refused} refused`,
          ...result.reasons.slice(0, 20),
        ]);
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
          text: await readFile(path.resolve(file), 'utf8'),
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
        answer(
          options,
          { items },
          items.map((p) => `${p.name}  ${p.point?.join(', ') ?? ''}  ${p.kind}  ${p.adm1 ?? ''}`),
        );
      }),
    );
  return places;
}
