/** Writes small trees with a fault in them: a guard that does not report a planted fault guards nothing. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Relative path → content. */
export type Tree = Record<string, string>;

/** Runs `work` in a temporary folder that holds these files, and removes it. */
export async function inTree<T>(tree: Tree, work: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'kinga-planted-'));
  try {
    for (const [name, content] of Object.entries(tree)) {
      const file = path.join(root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return await work(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
