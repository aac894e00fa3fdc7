import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('quotes what parts cells, and lets nothing run as a formula', () => {
  expect(csvOf([['a', 'b, "c"', '=1+1', '– none'], ['']])).toBe(`\ufeffa,"b, ""c""",'=1+1,– none\r\n\r\n`);
  expect(csvOf([['\u200b@x']])).toContain("'\u200b@x");
});
