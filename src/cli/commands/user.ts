import { Command } from 'commander';
import { invite } from '../../platform/accounts/commands/members.ts';
import { resetAccount } from '../../platform/accounts/commands/reset-account.ts';
import { makeSignInLink } from '../../platform/accounts/commands/sign-in-link.ts';
import { membersOf, personByEmail } from '../../platform/accounts/store.ts';
import { KingaError } from '../../platform/errors.ts';
import { missionOf, systemPrincipal } from '../../platform/principal.ts';
import { LEVELS, type Level } from '../../vocabulary/codes.ts';
import { ROLE_CODES } from '../../vocabulary/index.ts';
import { answer, type CommonOptions, common, operatorIn, withInstallation } from '../context.ts';

type Options = CommonOptions & { mission?: string };
const HOUR = 3_600_000;
const house = systemPrincipal('command-line');

export function userCommand(): Command {
  const user = new Command('user').description('People: list them, invite them, let one in who lost their passphrase');
  common(user.command('list').description('Who is in the mission'))
    .option('--mission <slug>')
    .action((options: Options) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        const items = await installation.db.read(house, (tx) => membersOf(tx, missionOf(who)));
        answer(
          options,
          { items },
          items.map(
            (m) =>
              `${m.email.padEnd(36)} ${m.name.padEnd(24)} ${m.roles.join(', ')} · ${m.level}${m.disabled ? ' · disabled' : ''}`,
          ),
        );
      }),
    );
  common(user.command('invite').description('Make a one-time link for somebody'))
    .requiredOption('--role <roles...>', `one or more of: ${ROLE_CODES.join(', ')}`)
    .option('--level <level>', `highest level they may see: ${LEVELS.join(', ')}`, 'internal')
    .option('--compartment <codes...>', 'components they belong to', [])
    .option('--mission <slug>')
    .action((options: Options & { role: string[]; level: Level; compartment: string[] }) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        if (!LEVELS.includes(options.level))
          throw new KingaError('invalid_input', { what: `there is no level ${options.level}` });
        const made = await invite(installation.db, who, {
          name: null,
          email: null,
          roles: options.role,
          level: options.level,
          compartments: options.compartment,
          areas: null,
        });
        answer(options, made, [`Open this once on the server's address, within three days:`, `  ${made.link}`]);
      }),
    );
  /** A command that answers with a link for one person, once, within an hour. */
  const linkCommand = (name: string, description: string, make: typeof makeSignInLink): Command =>
    common(user.command(name).description(description))
      .argument('<email>')
      .option('--mission <slug>')
      .action((email: string, options: Options) =>
        withInstallation(options, async (installation) => {
          const who = await operatorIn(installation, options.mission);
          const person = await installation.db.read(house, (tx) => personByEmail(tx, email.toLowerCase()));
          if (!person) throw new KingaError('not_found');
          const link = await make(installation.db, who, person.id, HOUR);
          answer(options, { link }, [`Open this once on the server's address, within an hour:`, `  ${link}`]);
        }),
      );
  linkCommand('link', 'A link that signs one person in, once, within an hour', makeSignInLink);
  linkCommand(
    'reset',
    'For a lost passphrase or authenticator: takes away passphrase, codes, sessions and tokens, and makes a link to set a new passphrase',
    resetAccount,
  );
  return user;
}
