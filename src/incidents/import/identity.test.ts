import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { contentKeys, keyFromId, recordId } from './identity.ts';

it('makes a valid UUID of version 8 that depends on mission, data set and key, and on nothing else', () => {
  const part = fc.string({ maxLength: 20 });
  fc.assert(
    fc.property(part, part, part, (mission, dataset, key) => {
      const id = recordId(mission, dataset, key);
      expect(z.uuid().safeParse(id).success).toBe(true);
      expect(id.charAt(14)).toBe('8');
      expect(recordId(mission, dataset, key)).toBe(id);
      expect(recordId(`${mission}x`, dataset, key)).not.toBe(id);
      expect(recordId(mission, `${dataset}x`, key)).not.toBe(id);
    }),
  );
});

it('keeps the parts of a key apart', () => {
  expect(recordId('a', 'bc', 'd')).not.toBe(recordId('ab', 'c', 'd'));
});

it('gives the rows of a file without ids the same keys each time it comes, all different', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('2020-01-01', '2020-01-02'), fc.constantFrom('x', null))), (rows) => {
      const first = contentKeys();
      const again = contentKeys();
      const keys = rows.map((row) => first.keyFor(row));
      expect(rows.map((row) => again.keyFor(row))).toEqual(keys);
      expect(new Set(keys).size).toBe(rows.length);
    }),
  );
});

it('never takes a row without an id for one with an id', () => {
  const key = contentKeys().keyFor(['2020-01-01']);
  expect(keyFromId(key)).not.toBe(key);
});
