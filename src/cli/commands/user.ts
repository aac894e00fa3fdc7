import { randomBytes } from 'node:crypto';
import { Command, Option } from 'commander';
import type { z } from 'zod';
import { invite } from '../../platform/accounts/commands/members.ts';
import { makePerson, setAccountOpen } from '../../platform/accounts/commands/operate.ts';
import { resetAccount } from '../../platform/accounts/commands/reset-account.ts';
import { makeSignInLink } from '../../platform/accounts/commands/sign-in-link.ts';
import { Email, type Member, type Scope } from '../../platform/accounts/contract.ts';
import { membersOf, personByEmail } from '../../platform/accounts/store.ts';
import { KingaError } from '../../platform/errors.ts';
import type { Installation } from '../../platform/installation.ts';
import { missionOf, type Principal, systemPrincipal } from '../../platform/principal.ts';
import { LANGUAGES, type Language, LEVELS, type Level } from '../../vocabulary/codes.ts';
import { ROLE_CODES } from '../../vocabulary/index.ts';
import { answer, type CommonOptions, common, operatorIn, withInstallation } from '../context.ts';

type Options = CommonOptions & { mission?: string };
type Scoped = Options & { role: string[]; level: Level; compartment: string[] };
const HOUR = 3_600_000;
const house = systemPrincipal('command-line');

/** A passphrase never stands on a command line, where every user of the machine could read it. */
const PASSPHRASE = 'KINGA_PASSPHRASE';

export function userCommand(): Command {
  const user = new Command('user').description(
    'People: list, invite or make them, let one in who lost their passphrase, shut an account',
  );
  inMission(user.command('list').description('Who is in the mission')).action(acting<Options>(list));
  scoped(user.command('invite').description('Make a one-time link for somebody')).action(
    acting<Scoped>(inviteSomebody),
  );
  scoped(
    user
      .command('make')
      .description(`Make a person at once, with the passphrase in ${PASSPHRASE} or one that is made and told once`),
  )
    .argument('<email>')
    .requiredOption('--name <name>', 'as others see it')
    .addOption(new Option('--language <code>', 'of their pages').choices(LANGUAGES).default('en'))
    .action((email: string, options: MakeOptions) => acting<MakeOptions>(make(email))(options));
  for (const [name, give, description] of [
    ['link', makeSignInLink, 'A link that signs one person in, once, within an hour'],
    [
      'reset',
      resetAccount,
      'For a lost passphrase or telephone: takes away passphrase, codes, sessions and tokens, and makes a link to set a new passphrase',
    ],
  ] as const)
    inMission(user.command(name).description(description))
      .argument('<email>')
      .action((email: string, options: Options) => acting<Options>(link(email, give))(options));
  for (const [name, open, description] of [
    ['disable', false, 'Shut an account and end its sessions; what the person wrote stays'],
    ['enable', true, 'Open it again'],
  ] as const)
    inMission(user.command(name).description(description))
      .argument('<email>')
      .action((email: string, options: Options) => acting<Options>(shut(email, open))(options));
  return user;
}

const inMission = (command: Command): Command =>
  common(command).option('--mission <slug>', 'the mission, where there are several');

const scoped = (command: Command): Command =>
  inMission(command)
    .addOption(new Option('--role <roles...>', 'one or more of these').choices(ROLE_CODES).makeOptionMandatory())
    .addOption(new Option('--level <level>', 'highest level they may see').choices(LEVELS).default('internal'))
    .option('--compartment <codes...>', 'components they belong to', []);

type Work<O> = (installation: Installation, who: Principal, options: O) => Promise<void>;

const acting =
  <O extends Options>(work: Work<O>) =>
  (options: O): Promise<void> =>
    withInstallation(options, async (installation) =>
      work(installation, await operatorIn(installation, options.mission), options),
    );

const scopeOf = ({ role, level, compartment }: Scoped): Scope => ({
  ...{ roles: role, level, compartments: compartment, areas: null },
});

const list: Work<Options> = async ({ db }, who, options) => {
  const items: z.infer<typeof Member>[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const mark = cursor;
    const page = await db.read(house, (tx) => membersOf(tx, missionOf(who), { cursor: mark, limit: 200 }));
    items.push(...page.items);
    cursor = page.next;
  }
  answer(
    options,
    { items },
    items.map(
      (m) =>
        `${m.email.padEnd(36)} ${m.name.padEnd(24)} ${m.roles.join(', ')} · ${m.level}${m.disabled ? ' · disabled' : ''}`,
    ),
  );
};

const inviteSomebody: Work<Scoped> = async ({ db }, who, options) => {
  const made = await invite(db, who, { name: null, email: null, ...scopeOf(options) });
  answer(options, made, [`Open this once on the server's address, within three days:`, `  ${made.link}`]);
};

type MakeOptions = Scoped & { name: string; language: Language };

const make =
  (address: string): Work<MakeOptions> =>
  async ({ db }, who, options) => {
    const email = emailOf(address);
    const { passphrase, told } = passphraseFor();
    const { name, language } = options;
    const { person, isNew } = await makePerson(db, who, { name, email, language, passphrase }, scopeOf(options));
    const given = isNew ? told : null;
    answer(options, { person, isNew, passphrase: given }, [
      isNew
        ? `${email} may sign in.`
        : `${email} was here already, and is in this mission now with the same passphrase.`,
      ...tellingOnce(given),
    ]);
  };

const link =
  (address: string, give: typeof makeSignInLink): Work<Options> =>
  async ({ db }, who, options) => {
    const email = emailOf(address);
    const person = await db.read(house, (tx) => personByEmail(tx, email));
    if (!person) throw new KingaError('nobody_by_that_address');
    const made = await give(db, who, person.id, HOUR);
    answer(options, { link: made }, [`Open this once on the server's address, within an hour:`, `  ${made}`]);
  };

const shut =
  (address: string, open: boolean): Work<Options> =>
  async ({ db }, who, options) => {
    const email = emailOf(address);
    await setAccountOpen(db, who, email, open);
    answer(options, { email, disabled: !open }, [open ? `${email} may sign in again.` : `${email} is shut out.`]);
  };

function emailOf(text: string): string {
  const email = Email.safeParse(text);
  if (!email.success) throw new KingaError('invalid_input', { what: `“${text}” is not an e-mail address` });
  return email.data;
}

/** @returns also `told`: what to tell the operator, who knows the one they gave themselves */
function passphraseFor(): { passphrase: string; told: string | null } {
  const given = process.env[PASSPHRASE];
  if (given) return { passphrase: given, told: null };
  const made = randomBytes(15).toString('base64url');
  return { passphrase: made, told: made };
}

const tellingOnce = (passphrase: string | null): string[] =>
  passphrase === null ? [] : [`Their passphrase, told only here (they change it under “My account”): ${passphrase}`];
