import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sweep } from './sweep.ts';

const HOUR = 3_600_000;

it('what nobody came back for goes; what is young, and a folder that is not there, stay as they are', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinga-sweep-'));
  const now = Date.now();
  for (const [name, age] of Object.entries({ old: 25, young: 23 })) {
    const file = path.join(folder, name);
    await writeFile(file, 'x');
    await utimes(file, new Date(now - age * HOUR), new Date(now - age * HOUR));
  }
  expect(await sweep(folder, 24 * HOUR, now)).toBe(1);
  expect(await readdir(folder)).toEqual(['young']);
  expect(await sweep(path.join(folder, 'none'), HOUR)).toBe(0);
  await rm(folder, { recursive: true });
});
