/** What every command shares: the data folder, who acts, how answers are printed, how failures end. */
import { stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { KingaError } from '../platform/errors.ts';
import { type Installation, openInstallation } from '../platform/installation.ts';
import { missionRef, readMissions } from '../platform/missions/store.ts';
import { type Principal, systemPrincipal } from '../platform/principal.ts';
import { VERBS } from '../vocabulary/index.ts';

export interface CommonOptions {
  data: string;
  json?: boolean;
}

/** `--data` and `--json`, which every command has. */
export const common = (command: Command): Command =>
  command
    .option('--data <dir>', 'data folder', process.env.KINGA_DATA ?? './data')
    .option('--json', 'answer for machines: one JSON object');

/** Opens the installation, runs the work, closes it again; a running server on the same folder is not disturbed. */
export async function withInstallation<T>(
  options: CommonOptions,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(options.data, { databaseUrl: process.env.DATABASE_URL, log: note });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

const house = systemPrincipal('command-line');

/** Who acts, as the ledger has it: one of the machine's users. */
export const operatorName = (): string => `operator:${os.userInfo().username}`;

/**
 * The operator at the command line, who has the data folder and so everything in it. The ledger says which one of the
 * machine's users it was.
 * @param slug which mission; may be left out where there is one only
 */
export async function operatorIn({ db, dataDir }: Installation, slug?: string): Promise<Principal> {
  return db.read(house, async (tx) => {
    const missions = await readMissions(tx, slug);
    const [only] = missions;
    if (!only) throw slug ? new KingaError('no_mission') : new KingaError('not_set_up', { where: dataDir });
    if (missions.length > 1)
      throw new KingaError('invalid_input', {
        what: `choose one with --mission: ${missions.map((m) => m.slug).join(', ')}`,
      });
    const mission = await missionRef(tx, only.slug);
    if (!mission) throw new KingaError('no_mission');
    return {
      kind: 'channel',
      by: operatorName(),
      person: null,
      name: os.userInfo().username,
      mission,
      verbs: new Set<string>(VERBS),
      level: 'strictly_confidential',
      compartments: [...mission.compartmentBits.keys()],
      areas: null,
    };
  });
}

/** The whole path of a file that is there to be read. @throws `invalid_input` with its name */
export async function readableFile(file: string): Promise<string> {
  const whole = path.resolve(file);
  const found = await stat(whole).catch(() => null);
  if (!found) throw new KingaError('invalid_input', { what: `there is no file ${whole}` });
  if (!found.isFile()) throw new KingaError('invalid_input', { what: `${whole} is not a file` });
  return whole;
}

/** The whole path of a file or folder that is there. @throws `invalid_input` with its name */
export async function readablePlace(place: string): Promise<string> {
  const whole = path.resolve(place);
  if (!(await stat(whole).catch(() => null)))
    throw new KingaError('invalid_input', { what: `there is no file or folder ${whole}` });
  return whole;
}

/**
 * Runs work that Ctrl-C stops at its next step, so that everything is closed as it should be. A terminal's Ctrl-C comes
 * twice, by itself and handed on by the program that started this one: the second must not end it in the middle.
 */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.on('SIGINT', abort).on('SIGTERM', abort);
  return work(stop.signal).finally(() => process.off('SIGINT', abort).off('SIGTERM', abort));
}

/** A whole number given to an option. @throws commander's own sentence */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };

/** A line for the person at the terminal; standard output is kept for answers. */
export function note(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Progress on one line of a terminal, nothing in a pipe. */
export function progressLine(label: string): (done: number, total: number | null) => void {
  let last = 0;
  return (done, total) => {
    if (!process.stderr.isTTY || Date.now() - last < 200) return;
    last = Date.now();
    process.stderr.write(
      `\r${label}: ${done.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''} `,
    );
  };
}

/** Prints an answer: JSON with `--json`, else the lines made for a person. */
export function answer(options: CommonOptions, value: unknown, lines: readonly string[]): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stdout.write(options.json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
}
