import { randomUUID } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { temporaryFolder } from './backup.test-help.ts';
import { addErasures, appendErasure, erasureList, readErasures } from './erasures.ts';

const at = '2031-03-01T08:00:00.000Z';

it('a list that is not there is not an empty list', async () => {
  const folder = await temporaryFolder();
  expect(await readErasures(folder)).toBeNull();
  await addErasures(folder, []);
  expect(await readErasures(folder)).toEqual([]);
});

it('erasures are read as they were added, also by many at once', async () => {
  const folder = await temporaryFolder();
  const subjects = Array.from({ length: 20 }, () => randomUUID());
  await Promise.all(subjects.map((subject) => appendErasure(folder, subject, at)));
  const list = await readErasures(folder);
  expect(list?.map(({ subject }) => subject).sort()).toEqual([...subjects].sort());
});

it('only what is missing is added', async () => {
  const folder = await temporaryFolder();
  const [first, second] = [randomUUID(), randomUUID()];
  await appendErasure(folder, first, at);
  expect(
    await addErasures(folder, [
      { subject: first, at },
      { subject: second, at },
    ]),
  ).toBe(1);
  expect((await readErasures(folder))?.map(({ subject }) => subject)).toEqual([first, second]);
});

it('half a line, left by a power failure, is named and does not spoil the next one', async () => {
  const folder = await temporaryFolder();
  const subject = randomUUID();
  await writeFile(erasureList(folder), '{"subject":"5b9');
  await appendErasure(folder, subject, at);
  await expect(readErasures(folder)).rejects.toThrow(`Line 1 of ${erasureList(folder)} is no erasure`);
  const text = await readFile(erasureList(folder), 'utf8');
  await writeFile(erasureList(folder), text.split('\n').slice(1).join('\n'));
  await appendFile(erasureList(folder), '\n');
  expect(await readErasures(folder)).toEqual([{ subject, at }]);
});
