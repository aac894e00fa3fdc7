/** The files of the house that people wrote: everything that would be committed. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

const SKIPPED = new Set(['node_modules', '.git', 'dist', 'data', 'coverage', '.kinga', '.vite']);

/** Every file below `root`, as paths with `/` relative to it, sorted; without what is installed, built or private data. */
export async function houseFiles(root: string, below = ''): Promise<string[]> {
  const entries = await readdir(path.join(root, below), { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !SKIPPED.has(name))
      .map((entry) => {
        const name = below ? `${below}/${entry.name}` : entry.name;
        return entry.isDirectory() ? houseFiles(root, name) : [name];
      }),
  );
  return found.flat().sort();
}
