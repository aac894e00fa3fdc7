/** One file of settings, `.env` in the folder that Kinga is started from. What the environment says already wins. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { KingaError } from '../platform/errors.ts';

/** @param say receives a warning for the operator */
export function readSettings(say: (sentence: string) => void, folder = process.cwd()): void {
  const file = path.join(folder, '.env');
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new KingaError('folder_unusable', { path: file, why: (error as { code?: string }).code ?? 'unreadable' });
  }
  // It may hold the passwords of the database and the mailbox.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    say(`Others on this machine can read ${file}, which may hold passwords: chmod 600 '${file}'`);
}
