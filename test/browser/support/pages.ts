/** The pages as they are served, built once for a test file into a folder of its own: nobody's rebuild disturbs it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Pages {
  folder: string;
  remove(): Promise<void>;
}

export async function builtPages(): Promise<Pages> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-test-pages-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await build({
      configFile: path.join(root, 'vite.config.ts'),
      root: path.join(root, 'web'),
      // Vitest's own mode would leave React's development build in the pages.
      mode: 'production',
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
