import { Command } from 'commander';
import { askToCancel, readRuns } from '../../platform/jobs/store.ts';
import { answer, type CommonOptions, common, operatorIn, withInstallation } from '../context.ts';

export const jobsCommand = (): Command =>
  common(new Command('jobs').description('Long work: what ran, what runs; stopping a run'))
    .option('--cancel <id>', 'ask this run to stop; what it wrote stays')
    .option('--mission <slug>', 'the mission, where there are several')
    .action((options: CommonOptions & { mission?: string; cancel?: string }) =>
      withInstallation(options, async (installation) => {
        const who = await operatorIn(installation, options.mission);
        if (options.cancel) await installation.db.write(who, (tx) => askToCancel(tx, options.cancel ?? ''));
        const items = await installation.db.read(who, (tx) => readRuns(tx));
        answer(
          options,
          { items },
          items.length === 0
            ? ['Nothing has run yet.']
            : items.map(
                (j) =>
                  `${j.id}  ${j.createdAt}  ${j.state.padEnd(10)} ${j.kind.padEnd(20)} ${j.done.toLocaleString('en')}${j.total ? ` of ${j.total.toLocaleString('en')}` : ''}  ${j.note ?? ''}`,
              ),
        );
      }),
    );
