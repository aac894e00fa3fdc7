import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findTraces } from '../../scripts/house/hygiene.ts';
import { findForeignSql } from '../../scripts/house/sql-owners.ts';
import { inTree } from './planted.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('committed files', () => {
  it('hold no silent suppression, no secret, no trace of a machine', async () => {
    expect(await findTraces(root)).toEqual([]);
  });

  // Written in two parts, so that this file does not hold what it looks for.
  it.each([
    ['src/a.ts', ['// @ts-', 'ignore because'], 'never allowed'],
    ['src/a.ts', ['// @ts-expect-', 'error'], 'without a reason'],
    ['src/a.ts', ['// biome-', 'ignore lint/suspicious/noExplicitAny: no'], 'without a reason'],
    ['src/a.test.ts', ['it.on', 'ly("x", () => {})'], 'silences'],
    ['src/a.ts', ['-----BEGIN EC PRIV', 'ATE KEY-----'], 'private key'],
    ['docs/a.md', ['AGE-SECRET-', `KEY-1${'Q'.repeat(58)}`], 'private key'],
    ['src/a.ts', ['gh', `p_${'a1'.repeat(18)}`], 'access token'],
    ['README.md', ['postgres://kinga:', 'hunter22@db.mission.org/kinga'], 'password'],
    ['scripts/a.ts', ['/ho', 'me/amina/kinga/data'], 'machine'],
    ['package-lock.json', ['"resol', 'ved": "https://mirror.local/x.tgz"'], 'elsewhere'],
    ['.npmrc', ['regis', 'try=https://mirror.local/'], 'registry'],
  ])('are searched: %s with %j', async (file, parts, what) => {
    const found = await inTree({ [file]: `\n${parts.join('')}\n` }, findTraces);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${file}:2 .*${what}`));
  });

  it('may suppress with a reason', async () => {
    const text = ['// biome-', 'ignore lint/suspicious/noExplicitAny: the library types its answer so'].join('');
    expect(await inTree({ 'src/a.ts': text }, findTraces)).toEqual([]);
  });
});

describe('SQL', () => {
  const tables = {
    'migrations/1.sql': 'create table incidents.core (id int);\ncreate table platform.subject_key (id int);',
  };

  it("names only the room's own tables", async () => {
    expect(await findForeignSql(root)).toEqual([]);
  });

  it.each([
    ["a query on another room's table", 'src/warnings/store.ts', `sql\`select * from incidents.core where x = \${1}\``],
    ['the same after a value', 'src/warnings/store.ts', `sql\`select \${1} from incidents.core\``],
    ["a query builder's name", 'src/cli/kinga.ts', "db.selectFrom('incidents.core as c')"],
    ["the vault's keys", 'src/platform/ledger/verify.ts', "client.query('select id from platform.subject_key')"],
  ])('is caught: %s', async (_, file, code) => {
    expect(await inTree({ ...tables, [file]: code }, findForeignSql)).toHaveLength(1);
  });

  it("is let through on one's own, and in words of the code", async () => {
    const own = {
      'src/incidents/store.ts': 'sql`select * from incidents.core`',
      'src/warnings/a.ts': 'incidents.core()',
    };
    expect(await inTree({ ...tables, ...own }, findForeignSql)).toEqual([]);
  });
});
