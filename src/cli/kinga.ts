#!/usr/bin/env node
/** The command line. Exit status: 0 done, 1 found something wrong (tampering, refused rows), 2 could not be done. */
import { Command } from 'commander';
import { VERSION } from '../main.ts';
import { KingaError } from '../platform/errors.ts';
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

const program = new Command('kinga')
  .description('The operations room of people who protect civilians')
  .version(VERSION)
  .showHelpAfterError()
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

try {
  await program.parseAsync();
} catch (error) {
  const known = error instanceof KingaError || process.env.KINGA_DEBUG === undefined;
  process.stderr.write(
    `${known && error instanceof Error ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exitCode = 2;
}
