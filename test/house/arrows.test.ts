import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mayImport, ROOMS } from '../../scripts/house/arrows.ts';
import { cruiseHouse, inWords } from '../../scripts/house/cruise.ts';
import { RULES } from '../../scripts/house/rules.ts';
import { inTree, type Tree } from './planted.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files that are as they should be, for the planted ones to import; importing each other they break no rule. */
const SOUND: Tree = {
  'package.json': JSON.stringify({ dependencies: { zod: '1', pg: '1' }, devDependencies: { vitest: '1' } }),
  ...Object.fromEntries(
    ['zod', 'pg', 'vitest', 'stranger'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};'],
    ]),
  ),
  ...Object.fromEntries(ROOMS.map((room) => [`src/${room}/index.ts`, `export const ${room} = 1;`])),
  'src/vocabulary/codes.ts': 'export const codes = 1;',
  'src/methods/mean.ts': 'export const mean = 1;',
  'src/platform/clock.ts': 'export const clock = 1;',
  'src/platform/database/database.ts': `import pg from 'pg'; export const database = pg;`,
  'src/incidents/contract.ts': `import { z } from 'zod'; import { codes } from '../vocabulary/codes.ts'; export const contract = [z, codes];`,
  'src/incidents/rules.ts': `import { contract } from './contract.ts'; import { mean } from '../methods/mean.ts'; export const rules = [contract, mean];`,
  'src/incidents/store.ts': `import { database } from '../platform/database/database.ts'; export const store = database;`,
  'src/incidents/commands/verify-incident.ts': `import { rules } from '../rules.ts'; import { store } from '../store.ts'; export const verify = [rules, store];`,
  'src/incidents/routes.ts': `import { verify } from './commands/verify-incident.ts'; export const routes = verify;`,
  'src/warnings/contract.ts': `import { contract } from '../incidents/contract.ts'; export const warning = contract;`,
  'src/main.ts': `import { incidents } from './incidents/index.ts'; export const main = incidents;`,
  'web/page.tsx': `import { contract } from '../src/incidents/contract.ts'; export const page = contract;`,
  'test/support/help.ts': 'export const help = 1;',
};

/** Rule → a file that breaks it and what it imports. */
const FAULTS: Record<string, [file: string, code: string]> = {
  'methods-stand-alone': ['src/methods/bad.ts', `import '../vocabulary/codes.ts';`],
  'vocabulary-stands-alone': ['src/vocabulary/bad.ts', `import type { clock } from '../platform/clock.ts';`],
  'platform-knows-no-room': ['src/platform/bad.ts', `import '../incidents/index.ts';`],
  'front-door': ['src/warnings/bad.ts', `import '../incidents/rules.ts';`],
  'contract-is-no-side-door': ['src/warnings/side.ts', `import '../incidents/contract.ts';`],
  'front-door-of-the-assemblers': ['src/cli/bad.ts', `import '../incidents/store.ts';`],
  'nobody-imports-the-assemblers': ['src/incidents/assembler.ts', `import '../main.ts';`],
  'contract-imports-contracts': ['src/places/contract.ts', `import '../platform/clock.ts';`],
  'rules-are-pure': ['src/places/rules/bad.ts', `import type { clock } from '../../platform/clock.ts';`],
  'routes-reach-no-store': ['src/incidents/people-routes.ts', `import './store.ts';`],
  'store-knows-no-caller': ['src/incidents/store/bad.ts', `import '../commands/verify-incident.ts';`],
  'web-reads-contracts': ['web/bad.ts', `import type { incidents } from '../src/incidents/index.ts';`],
  'web-runs-in-a-browser': ['web/node.ts', `import 'node:fs';`],
  'no-cycles': ['src/methods/chicken.ts', `import './egg.ts';`],
  'no-barrel-of-barrels': ['src/incidents/store/index.ts', `export * from './inner/index.ts';`],
  'code-imports-no-test': ['src/methods/tested.ts', `import '../../test/support/help.ts';`],
  resolvable: ['src/methods/lost.ts', `import './nowhere.ts';`],
  'src-ships-its-dependencies': ['src/incidents/dev.ts', `import 'vitest';`],
  ...Object.fromEntries(
    ROOMS.flatMap((room) => {
      const downstream = ROOMS.find((other) => other !== room && !mayImport(room).includes(other));
      return downstream
        ? [[`upstream-of-${room}`, [`src/${room}/climb.ts`, `import '../${downstream}/index.ts';`]]]
        : [];
    }),
  ),
};

describe('the arrows between rooms', () => {
  it('are kept in this house', { timeout: 120_000 }, async () => {
    const { broken, modules } = await cruiseHouse(root);
    expect(broken.map(inWords)).toEqual([]);
    expect(modules).toBeGreaterThan(100);
  });

  it('let a sound tree through', async () => {
    const { broken } = await inTree(SOUND, cruiseHouse);
    expect(broken.map(inWords)).toEqual([]);
  });

  it('are each seen when broken', async () => {
    const planted: Tree = {
      ...SOUND,
      ...Object.fromEntries(Object.values(FAULTS).map(([file, code]) => [file, `${code}\nexport const fault = 1;`])),
      'src/methods/egg.ts': `import './chicken.ts';`,
      'src/incidents/store/inner/index.ts': 'export const inner = 1;',
    };
    const { broken } = await inTree(planted, cruiseHouse);
    const seen = Object.entries(FAULTS).filter(([rule, [file]]) =>
      broken.some((b) => b.rule === rule && (b.from === file || b.round.includes(file))),
    );
    expect(seen.map(([rule]) => rule).sort()).toEqual(RULES.map(({ name }) => name).sort());
  });

  it('are not called kept when nothing was read', async () => {
    await expect(inTree({ 'src/empty.txt': '' }, cruiseHouse)).rejects.toThrow('No imports were found');
  });
});
