import { expect, it } from 'vitest';
import { DOCUMENTS, fuzzDocuments } from './documents.ts';

it.each(DOCUMENTS)(
  'reads 400 injured documents, %s, or says why not',
  async (kind) => {
    const { failures, read } = await fuzzDocuments(kind, 400, 11);
    expect(failures).toEqual([]);
    // Refusals alone would prove nothing about texts.
    expect(read).toBeGreaterThan(50);
  },
  120_000,
);
