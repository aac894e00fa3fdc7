/** A PostgreSQL of a script's own, in a temporary folder, migrated and empty. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Installation, openInstallation } from '../../src/platform/installation.ts';

/** Opens a new installation, runs `work`, and leaves nothing behind. */
export async function withNewInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-script-'));
  // Under root the server runs as another user, who must pass through.
  await chmod(folder, 0o711);
  try {
    const installation = await openInstallation(folder);
    try {
      return await work(installation);
    } finally {
      await installation.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
