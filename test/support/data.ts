/** Real data for tests lies beside the checkout and is never part of it; without it those tests are skipped, saying so. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../shared/data');

/** The file's path, or `null` where the data is not there. */
export function sharedData(name: string): string | null {
  const file = path.join(folder, name);
  return existsSync(file) ? file : null;
}
