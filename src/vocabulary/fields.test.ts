import { expect, it } from 'vitest';
import { LANGUAGES } from './codes.ts';
import fields from './fields.json' with { type: 'json' };
import { FIELD_HELP } from './fields.ts';
import sources from './sources.json' with { type: 'json' };

const all = Object.entries(FIELD_HELP);

it('explains every field in three languages, in a sentence or two', () => {
  expect(all.length).toBeGreaterThan(70);
  for (const [name, { text }] of all) {
    for (const language of LANGUAGES) {
      expect(text[language], name).toMatch(/[.؟?]$/);
      expect(text[language].length, `${name}, ${language}`).toBeLessThan(230);
    }
    expect(new Set(Object.values(text)).size, name).toBe(LANGUAGES.length);
    expect(text.ar, name).toMatch(/[؀-ۿ]/);
  }
});

it('says of every one where it comes from', () => {
  const named = Object.values(fields).flatMap(({ source }) => [...source.matchAll(/\[(\w+)\]/g)].map(([, key]) => key));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((key) => !((key ?? '') in sources))).toEqual([]);
  for (const [name, { documents, own }] of all) expect(documents.length > 0 && own, name).toBe(false);
  expect(FIELD_HELP.sourceGrade.documents).toEqual([sources.S38]);
});
