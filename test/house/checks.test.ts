/** `npm run check` as tests, and a planted fault for each of its programs. */
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ARROWS, CHECKS, DEAD_CODE, FORMAT, TYPES } from '../../scripts/house/checks.ts';
import { inTree, type Tree } from './planted.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The arrows have tests of their own. */
const PROGRAMS = CHECKS.filter((check) => check !== ARROWS);

/** A tiny house under the real configuration of every tool. */
async function planted(files: Tree, check: (typeof CHECKS)[number]): Promise<string> {
  const configuration = await Promise.all(
    ['tsconfig.json', 'biome.json', 'knip.json', '.gitignore'].map(async (name) => [
      name,
      await readFile(path.join(root, name), 'utf8'),
    ]),
  );
  const tree = {
    'package.json': '{\n  "name": "planted",\n  "type": "module"\n}\n',
    ...Object.fromEntries(configuration),
    ...files,
  };
  return inTree(tree, async (folder) => {
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    return check.run(folder);
  });
}

const START = 'src/cli/kinga.ts';
const SOUND = { [START]: "console.log('Kinga');\n" };

describe('npm run check', () => {
  it.each(PROGRAMS)('finds nothing wrong: $name', { timeout: 300_000 }, async ({ run }) => {
    expect(await run(root)).toBe('');
  });

  it.each([
    ['code that nothing uses', DEAD_CODE, { 'src/unused.ts': 'export const unused = 1;\n' }, 'src/unused.ts'],
    [
      'what is exported for nobody',
      DEAD_CODE,
      {
        [START]: "import { a } from './a.ts';\n\na();\n",
        'src/cli/a.ts': 'export const a = () => 1;\nexport const lonely = 2;\n',
      },
      'lonely',
    ],
    ['a crooked line', FORMAT, { 'src/crooked.ts': 'export  const a = "1"\n' }, 'src/crooked.ts'],
    ['an any', FORMAT, { 'src/any.ts': 'export const a = (b: any) => b;\n' }, 'noExplicitAny'],
    ['a wrong type', TYPES, { 'src/wrong.ts': "export const a: number = 'one';\n" }, 'TS2322'],
    [
      'an index taken for granted',
      TYPES,
      { 'src/first.ts': 'export const first = (a: number[]): number => a[0];\n' },
      'TS2322',
    ],
  ] as const)('sees %s', { timeout: 120_000 }, async (_, check, fault, says) => {
    expect(await planted(SOUND, check)).toBe('');
    expect(await planted({ ...SOUND, ...fault }, check)).toContain(says);
  });
});
