/**
 * `npm run check`: format, lint, types, arrows, dead code, all at once, in seconds. Anything found ends it with status 1.
 * `npm run check -- --fix` lets biome repair what it can first.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHECKS, FIX } from './house/checks.ts';
import { houseFiles } from './house/files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** A file past this is a question to answer, not an error (DESIGN §2). */
const LONG = 300;

async function longFiles(): Promise<string[]> {
  const code = (await houseFiles(root)).filter((f) => /^(src|web|scripts|test|bench)\/.*\.(tsx?|mjs)$/.test(f));
  const lengths = await Promise.all(
    code.map(async (file) => ({ file, lines: (await readFile(path.join(root, file), 'utf8')).split('\n').length - 1 })),
  );
  return lengths.filter(({ lines }) => lines > LONG).map(({ file, lines }) => `${file} (${lines} lines)`);
}

const started = performance.now();
if (process.argv.includes('--fix')) console.log(await FIX.run(root));
const wrong = await Promise.all(
  CHECKS.map(async ({ name, run }) => {
    const since = performance.now();
    const found = await run(root).catch((error: Error) => error.message);
    console.log(`${found ? '✗' : '✓'} ${name} (${seconds(since)})`);
    return found && `\n── ${name} ${'─'.repeat(Math.max(0, 100 - name.length))}\n${found}`;
  }),
);
for (const found of wrong) if (found) console.log(found);

const long = await longFiles();
if (long.length > 0) console.log(`\nLong files, to be looked at: ${long.join(', ')}`);
console.log(
  wrong.some(Boolean) ? `\nSomething is wrong (${seconds(started)}).` : `\nAll is well (${seconds(started)}).`,
);
process.exitCode = wrong.some(Boolean) ? 1 : 0;
