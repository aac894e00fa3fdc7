#!/usr/bin/env node
/** The command line. Exit status: 0 done, 1 found something wrong (tampering, refused rows), 2 could not be done. */
import { Command, CommanderError } from 'commander';
import { ZodError } from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { KingaError } from '../platform/errors.ts';
import { asKnownFailure } from '../platform/failures.ts';
import { note } from './context.ts';
import { readSettings } from './settings.ts';

/** Each brings its own part of the house: an import needs neither the server nor the words of the demonstration in memory. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  init: async () => (await import('./commands/init.ts')).initCommand(),
  import: async () => (await import('./commands/import.ts')).importCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  paper: async () => (await import('./commands/paper.ts')).paperCommand(),
  mandate: async () => (await import('./commands/mandate.ts')).mandateCommand(),
  verify: async () => (await import('./commands/verify.ts')).verifyCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/backup.ts')).restoreCommand(),
  user: async () => (await import('./commands/user.ts')).userCommand(),
  places: async () => (await import('./commands/places.ts')).placesCommand(),
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
  jobs: async () => (await import('./commands/jobs.ts')).jobsCommand(),
};

/** @param asked the first word; without a command's name all are there, so that help and complaints can tell of them */
async function commands(asked: string | undefined): Promise<Command> {
  const only = asked !== undefined && Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
  const program = new Command('kinga')
    .description('The operations room of people who protect civilians')
    .version(packageFile.version);
  for (const load of only ? [only] : Object.values(COMMANDS)) program.addCommand(await load());
  return program;
}

/** A word that is wrong is told in one line, with where to read on; it is the caller's to catch. */
function settle(command: Command, name: string): void {
  command.exitOverride().showHelpAfterError(`(${name} --help tells how)`);
  for (const sub of command.commands) settle(sub, `${name} ${sub.name()}`);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.KINGA_DEBUG !== undefined && !(error instanceof KingaError)) return error.stack ?? error.message;
  if (!(error instanceof ZodError)) return error.message;
  const [first] = error.issues;
  return `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`;
}

try {
  // First of all: the commands' defaults are read from it.
  readSettings(note);
  const program = await commands(process.argv[2]);
  settle(program, 'kinga');
  await program.parseAsync();
} catch (thrown) {
  const error = asKnownFailure(thrown) ?? thrown;
  // Commander has said what is wrong already; help that was asked for is no failure.
  if (!(error instanceof CommanderError)) process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
