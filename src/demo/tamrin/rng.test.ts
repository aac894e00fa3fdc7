import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rng } from './rng.ts';

test('draws stay in their bounds and a stream starts again when asked again', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.string(),
      fc.nat(),
      fc.integer({ min: -50, max: 50 }),
      fc.nat(100),
      (seed, label, index, from, width) => {
        const rng = Rng.of(seed, label, index);
        const first = rng.u32();
        for (let i = 0; i < 20; i++) {
          const n = rng.int(from, from + width);
          expect(Number.isInteger(n) && n >= from && n <= from + width).toBe(true);
          const x = rng.float();
          expect(x >= 0 && x < 1).toBe(true);
          expect(rng.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        }
        expect(Rng.of(seed, label, index).u32()).toBe(first);
      },
    ),
    { numRuns: 50 },
  );
});

test('an index of weight 0 is never drawn, and others in about their shares', () => {
  const rng = Rng.of(1, 'weights');
  const drawn = [0, 0, 0];
  for (let i = 0; i < 6000; i++) {
    const k = rng.weighted([1, 0, 2]);
    drawn[k] = (drawn[k] ?? 0) + 1;
  }
  expect(drawn[1]).toBe(0);
  expect((drawn[2] ?? 0) / (drawn[0] ?? 1)).toBeGreaterThan(1.8);
  expect((drawn[2] ?? 0) / (drawn[0] ?? 1)).toBeLessThan(2.2);
});

test('the mean of a Poisson draw is what was asked for', () => {
  const rng = Rng.of(2, 'poisson');
  const mean = Array.from({ length: 5000 }, () => rng.poisson(2.5)).reduce((s, n) => s + n, 0) / 5000;
  expect(Math.abs(mean - 2.5)).toBeLessThan(0.1);
});
