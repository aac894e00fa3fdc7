import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceOf } from '../failures.ts';
import { type Columnar, openColumnar } from './columnar.ts';

let columnar: Columnar;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-columnar-'));
  columnar = await openColumnar('house');
});
afterAll(async () => {
  columnar.close();
  await rm(folder, { recursive: true });
});

const ask = (sql: string, ...parameters: unknown[]) => columnar.rows({ sql, parameters });

describe('columns in memory', () => {
  it('take and give texts, numbers, bits and lists of them', async () => {
    const [row] = await ask(
      `select $1::varchar as text, $2::bigint as line, $3::double as lon, $4::boolean as yes, len($5::varchar[]) as types,
        $6::integer[] as scopes, get_bit($7::bit, 1) as bit, null as nothing, sum(1) as n, '2031-02-27'::date as day,
        '9e78a53d-8aad-4e63-a9c8-5fff00000006'::uuid as id`,
      ...['قرية', 2 ** 40, 21.25, true, ['a', 'b'], [3, 4], new Uint8Array([6, 0b1111_1101])],
    );
    expect(row).toEqual({
      ...{
        text: 'قرية',
        line: 2 ** 40,
        lon: 21.25,
        yes: true,
        types: 2,
        scopes: '[3, 4]',
        bit: 1,
        nothing: null,
        n: 1,
      },
      ...{ day: '2031-02-27', id: '9e78a53d-8aad-4e63-a9c8-5fff00000006' },
    });
    expect(await ask('select 1 as n where 1 = any ($1::integer[])', [])).toEqual([]);
    await expect(ask('select $1', Symbol('x'))).rejects.toThrow('No column is compared with symbol.');
  });

  it('quote what they hold in their errors, which the log therefore does not repeat', async () => {
    const error = await ask('select $1::date', 'a name').catch((failure: Error) => failure);
    expect(String(error)).toContain('a name');
    expect(JSON.stringify(traceOf(error))).not.toContain('a name');
  });

  it('are undone together when one statement fails', async () => {
    await ask('create table house.kept (n integer not null)');
    const query = (sql: string) => ({ sql, parameters: [] });
    await columnar.together([query('insert into house.kept values (1)'), query('insert into house.kept values (2)')]);
    const failing = [query('delete from house.kept'), query('insert into house.kept values (null)')];
    await expect(columnar.together(failing)).rejects.toThrow(/NOT NULL/);
    expect(await ask('select n from house.kept order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('reach no file, no extension and no other setting', async () => {
    const file = path.join(folder, 'out.csv');
    for (const sql of [
      `copy (select 1) to '${file}'`,
      `select * from read_csv('/etc/hostname')`,
      `attach '${path.join(folder, 'other.db')}' as other`,
      `export database '${folder}'`,
      'install httpfs',
      'load httpfs',
      `set temp_directory = '${folder}'`,
      'set enable_external_access = true',
    ])
      await expect(ask(sql), sql).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });
});
