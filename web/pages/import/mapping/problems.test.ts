import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIELD_PATHS, Mapping } from '../../../../src/incidents/import/contract.ts';
import { problemsOf } from './problems.ts';

const columns = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 4 }),
  fc.oneof(fc.constantFrom(...FIELD_PATHS), fc.constantFrom('date', 'type', 'tags')),
  { maxKeys: 6 },
);

it('finds a problem exactly where the server would refuse', () => {
  fc.assert(
    fc.property(columns, (given) => {
      const taken = Mapping.safeParse({ columns: given });
      const found = problemsOf({ columns: given as Mapping['columns'], constants: {} });
      expect(found.length === 0).toBe(taken.success);
    }),
  );
});
