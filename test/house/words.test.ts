import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findBrokenWords, findMissingWords } from '../../scripts/house/words.ts';
import errors from '../../src/platform/errors.json' with { type: 'json' };
import { inTree } from './planted.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the catalogue of errors', () => {
  it('has every sentence in three languages, with the same details', () => {
    expect(findMissingWords(errors)).toEqual([]);
  });

  it.each([
    ['a missing language', { en: 'No.', fr: 'Non.' }, 'oops has no sentence in ar'],
    ['an empty sentence', { en: 'No.', fr: ' ', ar: 'لا' }, 'oops has no sentence in fr'],
    ['a lost detail', { en: 'No {what}.', fr: 'Non.', ar: '{what} لا' }, 'oops names other details in fr than in en'],
  ])('is looked through for %s', (_, sentences, fault) => {
    expect(findMissingWords({ oops: sentences })).toEqual([fault]);
  });
});

describe('documents', () => {
  it('name what is there', async () => {
    expect(await findBrokenWords(root)).toEqual([]);
  });

  it.each([
    ['[a page](docs/gone.md)', 'links to docs/gone.md'],
    ['look into `src/gone/rules.ts`', 'names src/gone/rules.ts'],
    ['`npm run fly`', 'names npm run fly'],
    ['`npm run -s kinga -- fly`', 'names the command fly'],
  ])('are held to it: %s', async (text, fault) => {
    const tree = { 'package.json': '{"scripts":{"kinga":"kinga"}}', 'docs/here.md': '', 'README.md': text };
    const found = await inTree(tree, findBrokenWords);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(fault);
  });
});
