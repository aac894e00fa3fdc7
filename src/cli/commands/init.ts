import { Command } from 'commander';
import { makeSetUpToken } from '../../platform/accounts/commands/set-up.ts';
import { answer, type CommonOptions, common, withInstallation } from '../context.ts';

export const initCommand = (): Command =>
  common(
    new Command('init').description('Make the data folder and its database, and a link for the first administrator'),
  ).action((options: CommonOptions) =>
    withInstallation(options, async ({ db, dataDir }) => {
      const token = await makeSetUpToken(db);
      answer(options, { dataDir, setUp: token && `/setup#${token}` }, [
        `The data folder ${dataDir} is ready.`,
        token
          ? `Start the server (kinga serve) and open /setup#${token} on it, once, within a day.`
          : 'It has its administrator.',
      ]);
    }),
  );
