import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calling, keep, partsOf, typed } from './mentions.ts';

const person = (name: string) => ({ id: crypto.randomUUID(), name });
const people = [person('Ana'), person('Ana María'), person('Jean-Luc Dako'), person('سعاد')];

describe('a name in a comment', () => {
  it('is kept by its id and shown by its name, whatever stands around it', () => {
    const piece = fc.oneof(
      fc.constantFrom(...people).map(({ name }) => `@${name}`),
      fc.string().map((text) => text.replaceAll(/[@[\]]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ');
        expect(typed(keep(text, people), people)).toBe(text);
      }),
    );
  });

  it('is the longer one of two that begin alike', () => {
    const [ana, maria] = people;
    expect(keep('@Ana María, @Ana', people)).toBe(`@[${maria?.id}], @[${ana?.id}]`);
  });

  it('of nobody stays as it is', () => {
    expect(keep('@Nobody at a@b', people)).toBe('@Nobody at a@b');
    expect(partsOf(`@[${crypto.randomUUID()}]`, people)).toHaveLength(1);
  });

  it.each([
    ['@', 1, { at: 0, name: '' }],
    ['ask @An', 7, { at: 4, name: 'An' }],
    ['ask @Ana Ma', 11, { at: 4, name: 'Ana Ma' }],
    ['a@b', 3, null],
    ['@Ana said so then', 17, null],
  ])('is looked for while “%s” is typed', (text, caret, found) => {
    expect(calling(text, caret)).toEqual(found);
  });
});
