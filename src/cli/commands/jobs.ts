import { Command } from 'commander';
import { z } from 'zod';
import { KingaError } from '../../platform/errors.ts';
import type { JobRun } from '../../platform/jobs/contract.ts';
import { askToCancel, listRuns, readRun } from '../../platform/jobs/store.ts';
import { answer, type CommonOptions, common, operatorIn, withInstallation } from '../context.ts';

/** As many as a terminal is for; the page shows all. */
const LATEST = { limit: 100 };

type Options = CommonOptions & { mission?: string };

export function jobsCommand(): Command {
  const jobs = new Command('jobs').description('Long work: what ran and what runs, and to stop it');
  const inMission = (command: Command) =>
    common(command).option('--mission <slug>', 'the mission, where there are several');
  inMission(jobs.command('list', { isDefault: true }).description('The latest first')).action(list);
  inMission(jobs.command('cancel').description('Ask one to stop, wherever it runs; what it wrote stays'))
    .argument('<id>', 'as the list has it, or its first characters')
    .action(cancel);
  return jobs;
}

const list = (options: Options): Promise<void> =>
  withInstallation(options, async (installation) => {
    const who = await operatorIn(installation, options.mission);
    const { items } = await installation.db.read(who, (tx) => listRuns(tx, LATEST));
    answer(options, { items }, items.length === 0 ? ['Nothing has run yet.'] : items.map(line));
  });

function line({ id, createdAt, state, kind, done, total, note }: JobRun): string {
  const far = `${done.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''}`;
  return `${id.slice(0, 8)}  ${createdAt}  ${state.padEnd(10)} ${kind.padEnd(20)} ${far}  ${note ?? ''}`.trimEnd();
}

const cancel = (id: string, options: Options): Promise<void> =>
  withInstallation(options, async (installation) => {
    const who = await operatorIn(installation, options.mission);
    const { db } = installation;
    const run = z.uuid().safeParse(id).success
      ? id
      : begunBy((await db.read(who, (tx) => listRuns(tx, LATEST))).items, id);
    await db.write(who, (tx) => askToCancel(tx, run));
    const asked = await db.read(who, (tx) => readRun(tx, run));
    answer(options, { id: run, state: asked?.state }, [
      asked?.state === 'cancelled' ? 'It is cancelled.' : 'It was asked to stop, and will at its next step.',
    ]);
  });

/** @throws `not_found`, or `invalid_input` when several runs begin so */
function begunBy(runs: readonly JobRun[], start: string): string {
  const [found, ...more] = runs.filter((run) => start.length >= 4 && run.id.startsWith(start));
  if (!found) throw new KingaError('not_found');
  if (more.length > 0) throw new KingaError('invalid_input', { what: `several runs begin with ${start}` });
  return found.id;
}
