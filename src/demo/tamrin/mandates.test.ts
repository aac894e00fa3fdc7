import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`mandates/${file}`, import.meta.url), 'utf8');
const [first, renewal] = [read('S_RES_9401_2026.txt'), read('S_RES_9467_2030.txt')];
const operative = (text: string) => [...text.matchAll(/^(\d+)\. /gm)].map((m) => Number(m[1]));

test.each([
  ['S/RES/9401', first, 34],
  ['S/RES/9467', renewal, 29],
])('%s reads as resolutions do: preamble, Chapter VII, operative paragraphs without a gap', (_, text, paragraphs) => {
  expect(text).toMatch(
    /^Resolution \d{4} \(\d{4}\)\n\nAdopted by the Security Council at its \d+th meeting, on \d+ \w+ \d{4}\n/,
  );
  expect(operative(text)).toEqual(Array.from({ length: paragraphs }, (_, i) => i + 1));
  expect(text.indexOf('Acting under Chapter VII')).toBeLessThan(text.indexOf('\n1. '));
  expect(text.trimEnd()).toMatch(/seized of the matter\.$/);
});

test('the renewal halves the troops and says nothing of human-rights monitoring', () => {
  expect(first).toContain('4,800 military personnel');
  expect(renewal).toContain('2,400 military personnel');
  expect(first).toMatch(/monitor, investigate and report publicly .* human rights/);
  expect(renewal).not.toMatch(/monitor|investigate|human rights observers/i);
});

test('what qualifies protection has narrowed', () => {
  for (const words of ['irrespective of the source of such violence', 'civilians under threat of physical violence']) {
    expect(first).toContain(words);
    expect(renewal).not.toContain(words);
  }
  expect(renewal).toContain('civilians under imminent threat of physical violence');
  for (const text of [first, renewal]) expect(text).toContain('within its capabilities and areas of deployment');
});
