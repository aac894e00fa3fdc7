import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Provision } from '../../../src/mandates/contract.ts';
import { segmentsOf } from './segments.ts';

const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]);

it('loses no letter of a paragraph, and marks each exactly where something rests on it', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 41, maxLength: 41 }),
      span,
      fc.array(span, { maxLength: 5 }),
      (source, all, spans) => {
        const provision = {
          span: all,
          codes: spans.map((of) => ({ span: of })),
          qualifiers: [],
        } as unknown as Provision;
        const segments = segmentsOf(source, provision);
        expect(segments.map(({ text }) => text).join('')).toBe(source.slice(...all));
        for (const { from, text, marks } of segments)
          for (let at = from; at < from + text.length; at++)
            expect(marks).toEqual(spans.flatMap(([a, b], n) => (a <= at && at < b ? [`t${n}`] : [])));
      },
    ),
  );
});
