import { Command } from 'commander';
import { serve } from '../../main.ts';
import { diskSpace, spaceWarning } from '../../platform/disk-space.ts';
import { openInstallation } from '../../platform/installation.ts';
import { openLog } from '../../platform/log.ts';
import { type CommonOptions, common, note } from '../context.ts';

export interface ServeOptions extends CommonOptions {
  port: string;
  host: string;
  trustProxy?: string;
}

export const withServeOptions = (command: Command): Command =>
  common(command)
    .option('--port <number>', 'port', process.env.PORT ?? '4500')
    .option('--host <address>', 'address to listen on; behind TLS for anything but this machine', '127.0.0.1')
    .option(
      '--trust-proxy <addresses>',
      'addresses or ranges of the TLS proxies in front, by commas: their word on who asks is believed',
      process.env.KINGA_TRUST_PROXY,
    );

export const serveCommand = (): Command =>
  withServeOptions(new Command('serve').description('Serve the pages and the API for this data folder')).action(
    (options: ServeOptions) => serveUntilStopped(options),
  );

const proxiesIn = ({ trustProxy }: ServeOptions): string[] | undefined =>
  trustProxy ? trustProxy.split(',').map((proxy) => proxy.trim()) : undefined;

/** Serves until SIGINT or SIGTERM, then stops cleanly. @param greeting lines to print once it answers */
export async function serveUntilStopped(
  options: ServeOptions,
  greeting?: (address: string) => Promise<string[]>,
): Promise<void> {
  const installation = await openInstallation(options.data, { databaseUrl: process.env.DATABASE_URL, log: note });
  const log = openLog(process.env.KINGA_LOG ?? 'info', `${installation.dataDir}/log/kinga.log`);
  try {
    const serving = await serve(installation, {
      port: Number(options.port),
      host: options.host,
      log,
      trustProxy: proxiesIn(options),
    });
    const lines = greeting ? await greeting(serving.address) : [`Kinga answers at ${serving.address}`];
    if (serving.setUpLink)
      lines.push(
        `Nobody is here yet. Make the administrator with this link (once, within a day):`,
        `  ${serving.setUpLink}`,
      );
    process.stdout.write(`${lines.join('\n')}\n`);
    const warning = spaceWarning(installation.dataDir, await diskSpace(installation.dataDir));
    if (warning) note(warning);
    const asked = new Promise<null>((resolve) => {
      process.once('SIGINT', () => resolve(null));
      process.once('SIGTERM', () => resolve(null));
    });
    const lost = await Promise.race([asked, serving.lost]);
    if (lost) process.exitCode = 2;
    note(lost ? lost.message : 'Stopping …');
    await serving.close();
  } finally {
    await installation.close();
  }
}
