import { expect, test } from 'vitest';
import { listed } from './listed.ts';

test('words side by side, each language with its own marks', () => {
  expect([listed('en', ['a', 'b']), listed('fr-FR', ['a', 'b'], ';')]).toEqual(['a, b', 'a; b']);
  expect([listed('ar', ['أ', 'ب']), listed('ar-u-nu-latn', ['أ', 'ب'], ';')]).toEqual(['أ، ب', 'أ؛ ب']);
  expect(listed('ar', ['أ'])).toBe('أ');
});
