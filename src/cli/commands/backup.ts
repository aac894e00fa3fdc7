import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { auditIncidents } from '../../incidents/index.ts';
import type { Lock, Unlock } from '../../platform/backup/age.ts';
import { backup } from '../../platform/backup/backup.ts';
import { verifyBackup } from '../../platform/backup/read-backup.ts';
import { restore } from '../../platform/backup/restore.ts';
import { KingaError } from '../../platform/errors.ts';
import { systemPrincipal } from '../../platform/principal.ts';
import { answer, type CommonOptions, common, progressLine, withInstallation } from '../context.ts';

interface KeyOptions extends CommonOptions {
  identity?: string;
}

/** A passphrase never stands on a command line, where every user of the machine could read it. */
const PASSPHRASE = 'KINGA_BACKUP_PASSPHRASE';

export const backupCommand = (): Command =>
  common(new Command('backup').description('Write one encrypted file with everything, from one snapshot'))
    .argument('<file>', 'where to')
    .option('--recipient <keys...>', `age public keys that can open it; without one the passphrase in ${PASSPHRASE}`)
    .action((file: string, options: CommonOptions & { recipient?: string[] }) =>
      withInstallation(options, async (installation) => {
        const lock: Lock = options.recipient ? { recipients: options.recipient } : { passphrase: passphrase() };
        const progress = progressLine('rows');
        const report = await backup(installation, systemPrincipal('command-line'), path.resolve(file), lock, progress);
        answer(options, report, [
          `${report.rows.toLocaleString('en')} rows of ${report.tables} tables in ${report.file} (${report.bytes.toLocaleString('en')} bytes).`,
          `Size and root of the ledger, to be kept elsewhere: ${report.checkpointFile}`,
        ]);
      }),
    );

export function restoreCommand(): Command {
  return common(
    new Command('restore').description('Bring a backup back; refuses a damaged file and leaves what is there'),
  )
    .argument('<file>')
    .option('--identity <file>', `age identity that opens it; without one the passphrase in ${PASSPHRASE}`)
    .option('--erasures <file>', 'the current erasure list, kept outside backups')
    .option('--no-erasures', 'there is none: nobody asked to be erased since the backup')
    .option('--against <files...>', 'checkpoints that were kept outside the house')
    .option('--replace', 'replace what is in the data folder')
    .option('--check', 'only read the file and check it')
    .action(
      async (
        file: string,
        options: KeyOptions & { erasures?: string | false; against?: string[]; replace?: boolean; check?: boolean },
      ) => {
        const unlock: Unlock = options.identity
          ? { identity: await readFile(options.identity, 'utf8') }
          : { passphrase: passphrase() };
        const progress = progressLine('rows');
        if (options.check) {
          const content = await verifyBackup(path.resolve(file), unlock, progress);
          return answer(options, content, [`${content.rows.toLocaleString('en')} rows, every one as it was written.`]);
        }
        const target = {
          dataDir: path.resolve(options.data),
          ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
        };
        const report = await restore(path.resolve(file), unlock, target, {
          ...(options.erasures === false ? { erasures: 'none' as const } : {}),
          ...(typeof options.erasures === 'string' ? { erasures: { file: options.erasures } } : {}),
          ...(options.replace ? { replace: true } : {}),
          checkpoints: await Promise.all((options.against ?? []).map((f) => readFile(f, 'utf8'))),
          auditors: [auditIncidents],
          progress,
        });
        answer(options, report, [
          `${report.rows.toLocaleString('en')} rows are back; ${report.erased.length} erased subjects stayed erased.`,
          ...(report.findings.length === 0 ? ['The ledger verifies.'] : report.findings),
          `Who may do what is again as it was on ${report.manifest.made}: end what was ended since. Everybody signs in again; programs need new tokens.`,
        ]);
      },
    );
}

function passphrase(): string {
  const given = process.env[PASSPHRASE];
  if (!given) throw new KingaError('invalid_input', { what: `give a key, or set ${PASSPHRASE}` });
  return given;
}
