/**
 * `npm run pictures`: photographs every page into `docs/pictures`, with a page that shows them all. The test that holds
 * pages against their pictures takes them, so that there is one way to come to a page and one to photograph it.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOOKS, type Look, PAGES, PICTURES, pictureOf } from './pages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const MOST_BYTES = 8_000_000;

/** What a look is called in the gallery. */
const named = ({ locale, scheme, size }: Look) =>
  `${locale === 'en' ? 'English' : 'Arabic'}, ${scheme}, ${size.width} px`;

const gallery = (): string =>
  [
    '# Every page',
    '',
    'Taken by `npm run pictures` from the demonstration; all that is in it is invented. `test/browser/every-page.test.ts`',
    'holds the pages against them.',
    ...PAGES.flatMap(({ name }) => [
      '',
      `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      '',
      ...LOOKS.map((look) => `![${name}: ${named(look)}](${pictureOf(name, look)})`),
    ]),
    '',
  ].join('\n');

/** @throws when they grew beyond what a repository should carry */
async function weigh(): Promise<void> {
  const files = await readdir(PICTURES);
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(PICTURES, file))).size));
  const sum = sizes.reduce((a, b) => a + b, 0);
  console.log(`${files.length} files, ${(sum / 1e6).toFixed(1)} MB`);
  if (sum > MOST_BYTES) throw new Error(`The pictures are larger than ${MOST_BYTES / 1e6} MB together.`);
}

await rm(PICTURES, { recursive: true, force: true });
await mkdir(PICTURES, { recursive: true });
const { status } = spawnSync(process.execPath, [path.join(root, 'scripts', 'test.ts'), 'test/browser/every-page'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, KINGA_PICTURES: 'take' },
});
await writeFile(path.join(PICTURES, 'README.md'), gallery());
await weigh();
process.exit(status ?? 1);
