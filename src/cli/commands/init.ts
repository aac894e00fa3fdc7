import { Command, Option } from 'commander';
import { makeSetUpToken } from '../../platform/accounts/commands/set-up.ts';
import { Slug } from '../../platform/accounts/contract.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import type { Installation } from '../../platform/installation.ts';
import { createMission } from '../../platform/missions/commands/create-mission.ts';
import { knownTimeZone } from '../../platform/missions/rules.ts';
import { systemPrincipal } from '../../platform/principal.ts';
import { MISSION_FRAMEWORKS, type MissionFramework } from '../../vocabulary/codes.ts';
import { answer, type CommonOptions, common, operatorName, withInstallation } from '../context.ts';

interface Options extends CommonOptions {
  mission?: string;
  name?: string;
  framework: MissionFramework;
  timeZone: string;
}

const WORLD: [number, number, number, number] = [-180, -60, 180, 75];

export const initCommand = (): Command =>
  common(
    new Command('init').description(
      'Make the data folder and its database; with --mission a mission in it, else a link for the first administrator',
    ),
  )
    .option('--mission <slug>', 'make this mission: small letters, figures and hyphens')
    .option('--name <name>', 'what to call it; its slug when absent')
    .addOption(
      new Option('--framework <code>', 'which kind of mission it is; its copy is edited on the page “Mission”')
        .choices(MISSION_FRAMEWORKS)
        .default('civilian_unarmed'),
    )
    .option('--time-zone <zone>', 'where its days begin', 'UTC')
    .action((options: Options) =>
      withInstallation(options, (installation) =>
        options.mission === undefined ? withLink(options, installation) : withMission(options, installation),
      ),
    );

async function withLink(options: Options, { db, dataDir }: Installation): Promise<void> {
  const token = await makeSetUpToken(db);
  answer(options, { dataDir, setUp: token && `/setup#${token}` }, [
    `The data folder ${dataDir} is ready.`,
    token
      ? `Start the server (kinga serve) and open /setup#${token} on it, once, within a day.`
      : 'It has its administrator.',
  ]);
}

async function withMission(options: Options, { db, dataDir }: Installation): Promise<void> {
  const slug = Slug.safeParse(options.mission).data;
  if (!slug) throw new KingaError('invalid_input', { what: '--mission takes small letters, figures and hyphens' });
  const { framework, timeZone } = options;
  if (!knownTimeZone(timeZone)) throw new KingaError('invalid_input', { what: `there is no time zone ${timeZone}` });
  const name = options.name ?? slug;
  const mission = { slug, names: { en: name, fr: name, ar: name }, framework, timeZone, bounds: WORLD };
  const operator = { ...systemPrincipal('command-line'), by: operatorName() };
  await db
    .write(operator, (tx) => createMission(tx, mission))
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? new KingaError('mission_taken', { slug }) : error;
    });
  answer(options, { dataDir, mission: slug, framework }, [
    `The mission ${slug} is in ${dataDir}.`,
    `Its first person: kinga user make EMAIL --name NAME --role administrator --mission ${slug}`,
  ]);
}
