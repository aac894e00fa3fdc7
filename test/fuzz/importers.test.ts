import { expect, it } from 'vitest';
import { SCHEMAS } from '../../src/incidents/import/contract.ts';
import { fuzzImporter } from './importers.ts';

it.each(SCHEMAS)(
  '%s takes 1,000 injured rows or says why not',
  (schema) => {
    const { failures, taken } = fuzzImporter(schema, 1000, 7);
    expect(failures).toEqual([]);
    // Refusals alone would prove nothing about records.
    expect(taken).toBeGreaterThan(200);
    expect(taken).toBeLessThan(1000);
  },
  60_000,
);
