/**
 * DESIGN §2 as rules of dependency-cruiser: every one an error, each proved by a planted violation in
 * `test/house/arrows.test.ts`. Imports of types count like any other.
 */
import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import { mayImport, ROOMS } from './arrows.ts';

const room = `(?:${ROOMS.join('|')})`;
const tests = '\\.(test|test-help)\\.tsx?$';
/** What pure domain logic must not reach. */
const world = [
  '^src/.*(^|/)(store|routes|commands)(/|\\.ts$)',
  '-(store|routes)\\.ts$',
  '^src/platform/(database|http|jobs|events)/',
  '^src/platform/(clock|installation|log|sole-server)\\.ts$',
  'node_modules/(pg|pg-boss|pg-copy-streams|kysely|fastify|@fastify)/',
  '^(node:)?(fs|fs/promises|http|https|net|child_process|timers|timers/promises|worker_threads)$',
];

const rule = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType => ({ name, comment, severity: 'error', from, to });

const ground: IRegularForbiddenRuleType[] = [
  rule(
    'methods-stand-alone',
    'methods import nothing of ours',
    { path: '^src/methods/', pathNot: tests },
    { path: '^(src|web|test|scripts|bench)/', pathNot: '^src/methods/' },
  ),
  rule(
    'vocabulary-stands-alone',
    'vocabulary imports nothing of ours',
    { path: '^src/vocabulary/', pathNot: tests },
    { path: '^(src|web|test|scripts|bench)/', pathNot: '^src/vocabulary/' },
  ),
  rule(
    'platform-knows-no-room',
    'platform imports vocabulary only',
    { path: '^src/platform/', pathNot: tests },
    { path: '^src/', pathNot: '^src/(platform|vocabulary)/' },
  ),
];

const betweenRooms: IRegularForbiddenRuleType[] = [
  rule(
    'front-door',
    'a room is entered through its index.ts; a contract may also read a contract',
    { path: `^src/(${room})/`, pathNot: tests },
    { path: `^src/${room}/`, pathNot: ['^src/$1/', '/index\\.ts$', '/contract\\.ts$'] },
  ),
  rule(
    'contract-is-no-side-door',
    "another room's contract.ts is for contracts; other code uses index.ts",
    { path: `^src/(${room})/`, pathNot: [tests, '/contract\\.ts$'] },
    { path: `^src/${room}/contract\\.ts$`, pathNot: '^src/$1/' },
  ),
  rule(
    'front-door-of-the-assemblers',
    'main, cli and demo may import every room, through its index.ts or contract.ts',
    { path: '^src/(main\\.ts$|cli/|demo/)', pathNot: tests },
    { path: `^src/${room}/`, pathNot: ['/index\\.ts$', '/contract\\.ts$'] },
  ),
  rule(
    'nobody-imports-the-assemblers',
    'main, cli and demo put the house together; nothing in the house knows them',
    { path: '^src/', pathNot: ['^src/(main\\.ts$|cli/|demo/)', tests] },
    { path: '^src/(main\\.ts$|cli/|demo/)' },
  ),
  // Briefs may read every room, so for them there is nothing to forbid.
  ...ROOMS.filter((name) => mayImport(name).length < ROOMS.length - 1).map((name) =>
    rule(
      `upstream-of-${name}`,
      `${name} imports only rooms upstream of it: ${mayImport(name).join(', ') || 'none'}`,
      { path: `^src/${name}/`, pathNot: tests },
      { path: `^src/${room}/`, pathNot: `^src/(${[name, ...mayImport(name)].join('|')})/` },
    ),
  ),
];

const insideRooms: IRegularForbiddenRuleType[] = [
  rule(
    'contract-imports-contracts',
    'a contract.ts imports zod, vocabulary/codes.ts and upstream contracts, so that it can go to the browser',
    { path: '^src/.*/contract\\.ts$' },
    { pathNot: ['^src/vocabulary/codes\\.ts$', '/contract\\.ts$', 'node_modules/zod/'] },
  ),
  rule(
    'rules-are-pure',
    'domain rules touch no store, no HTTP, no clock, no database',
    { path: ['^src/.*/rules(\\.ts$|/)', '^src/incidents/import/', '^src/incidents/prepare\\.ts$'], pathNot: tests },
    { path: world },
  ),
  rule(
    'routes-reach-no-store',
    'routes parse and answer; who may and what happens stands in commands and queries',
    { path: '^src/.*routes\\.ts$', pathNot: tests },
    { path: '^src/.*(/store\\.ts$|/store/|-store\\.ts$)' },
  ),
  rule(
    'store-knows-no-caller',
    'a store is called; it does not call commands or routes',
    { path: '^src/.*(/store\\.ts$|/store/|-store\\.ts$)', pathNot: tests },
    { path: '^src/.*(/commands/|routes\\.ts$)' },
  ),
];

const web: IRegularForbiddenRuleType[] = [
  rule(
    'web-reads-contracts',
    'the pages import contract.ts and vocabulary/codes.ts only: nothing of the server reaches the browser',
    { path: '^web/' },
    { path: '^(src|scripts|test|bench)/', pathNot: ['^src/.*/contract\\.ts$', '^src/vocabulary/codes\\.ts$'] },
  ),
  rule(
    'web-runs-in-a-browser',
    'no module of Node in the pages',
    { path: '^web/', pathNot: [tests, '^web/build/'] },
    { dependencyTypes: ['core'] },
  ),
];

const everywhere: IRegularForbiddenRuleType[] = [
  rule('no-cycles', 'no import cycles', { path: '^(src|web|scripts|test|bench)/' }, { circular: true }),
  rule(
    'no-barrel-of-barrels',
    'an index.ts re-exports from files, not from another index.ts',
    { path: '^(src|web)/.*/index\\.ts$' },
    { path: '^(src|web)/.*/index\\.ts$', dependencyTypes: ['export'] },
  ),
  rule(
    'code-imports-no-test',
    'what runs in the field needs nothing of test, scripts or bench',
    { path: '^(src|web)/', pathNot: tests },
    { path: ['^(test|scripts|bench)/', tests] },
  ),
  rule('resolvable', 'every import leads somewhere', {}, { couldNotResolve: true }),
  rule(
    'src-ships-its-dependencies',
    'what src imports is in `dependencies`, so that the package works where it is installed',
    { path: '^src/', pathNot: tests },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  ),
];

export const RULES: IRegularForbiddenRuleType[] = [...ground, ...betweenRooms, ...insideRooms, ...web, ...everywhere];
