#!/usr/bin/env node
/** The command line. Exit status: 0 done, 1 found something wrong (tampering, refused rows), 2 could not be done. */
import { Command, CommanderError } from 'commander';
import { ZodError } from 'zod';
import { VERSION } from '../main.ts';
import { KingaError } from '../platform/errors.ts';
import { asKnownFailure } from '../platform/failures.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { jobsCommand } from './commands/jobs.ts';
import { paperCommand } from './commands/paper.ts';
import { placesCommand } from './commands/places.ts';
import { serveCommand } from './commands/serve.ts';
import { userCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';
import { note } from './context.ts';
import { readSettings } from './settings.ts';

function commands(): Command {
  return new Command('kinga')
    .description('The operations room of people who protect civilians')
    .version(VERSION)
    .addCommand(serveCommand())
    .addCommand(initCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .addCommand(paperCommand())
    .addCommand(verifyCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(userCommand())
    .addCommand(placesCommand())
    .addCommand(demoCommand())
    .addCommand(jobsCommand());
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
  const program = commands();
  settle(program, 'kinga');
  await program.parseAsync();
} catch (thrown) {
  const error = asKnownFailure(thrown) ?? thrown;
  // Commander has said what is wrong already; help that was asked for is no failure.
  if (!(error instanceof CommanderError)) process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
