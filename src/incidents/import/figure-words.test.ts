import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARM_KINDS, SEX_AGE } from '../../vocabulary/codes.ts';
import { FIELD_PATHS } from './contract.ts';
import { besideHarm, figureField, readCountHeading } from './figure-words.ts';
import { figuresInText } from './text-figures.ts';

const fieldOf = (header: string) => {
  const heading = readCountHeading(header);
  return heading && heading.rest === 0 ? figureField(heading) : null;
};

describe('a heading that counts people', () => {
  it.each([
    ['Nb morts', 'killed.all.best'],
    ['Nombre de femmes tuées', 'killed.all.women'],
    ['Killed (F)', 'killed.all.women'],
    ['Civilians injured - max', 'injured.civilians.high'],
    ['Tués / Garçons', 'killed.all.boys'],
    ['عدد القتلى', 'killed.all.best'],
    ['عدد القتلى المدنيين', 'killed.civilians.best'],
    ['عدد الجرحى نساء', 'injured.all.women'],
    ['IDPs', 'displaced.all.best'],
    ['Personnes enlevées', 'abducted.all.best'],
  ])('%s fills %s', (header, field) => expect(fieldOf(header)).toBe(field));

  it.each(['Soldiers killed', 'Enfants tués', 'Policiers blessés', 'Date', 'Victims', 'Month'])(
    '%s fills none of ours',
    (header) => expect(fieldOf(header)).toBeNull(),
  );

  it('gives fields that there are, and never throws', () => {
    const word = fc.constantFrom('killed', 'femmes', 'F', 'civils', 'max', 'nb', 'soldats', 'قتلى', 'x', '', '/');
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 5 }), (words) => {
        const heading = readCountHeading(words.join(' '));
        const field = heading && figureField(heading);
        expect(field === null || FIELD_PATHS.includes(field)).toBe(true);
      }),
    );
  });
});

describe('columns of sex and age', () => {
  const beside = (headers: string[]) =>
    Object.fromEntries([...besideHarm(headers)].map(([h, { field }]) => [h, field]));

  it('belong to the harm before them: H, F, G, F', () => {
    expect(beside(['Tués', 'H', 'F', 'G', 'F (2)', 'Blessés'])).toEqual({
      H: 'killed.all.men',
      F: 'killed.all.women',
      G: 'killed.all.boys',
      'F (2)': 'killed.all.girls',
    });
    expect(beside(['Injured', 'M', 'F', 'B', 'G'])).toEqual({
      M: 'injured.all.men',
      F: 'injured.all.women',
      B: 'injured.all.boys',
      G: 'injured.all.girls',
    });
  });

  it('belong to nobody where something stands between, or nothing before', () => {
    expect(beside(['F', 'Tués', 'Lieu', 'H'])).toEqual({});
  });
});

describe('victims in words', () => {
  const told = (text: string) =>
    Object.fromEntries(
      figuresInText(text).map(({ harm, total, bySexAge }) => [
        harm,
        [total.best, Object.fromEntries(Object.entries(bySexAge).map(([part, n]) => [part, n?.best]))],
      ]),
    );

  it.each([
    ['Victims: 3 killed (2 women), 5 injured', { killed: [3, { women: 2 }], injured: [5, {}] }],
    ['2 morts dont 1 femme ; 4 blessés', { killed: [2, { women: 1 }], injured: [4, {}] }],
    ['Two civilians killed', { killed: [2, {}] }],
    ['مقتل 3 وإصابة 5', { killed: [3, {}], injured: [5, {}] }],
    ['٣ قتلى و ٥ جرحى', { killed: [3, {}], injured: [5, {}] }],
  ])('%s', (text, figures) => expect(told(text)).toEqual(figures));

  it.each([
    ['nobody was hurt on 3 March', 'no number before the harm'],
    ['3 killed near the school, and 2 killed at the bridge', 'told twice'],
    ['They shot at 5 cars', 'no people'],
    ['', 'nothing'],
  ])('%s: none (%s)', (text) => expect(figuresInText(text)).toEqual([]));

  it('are never more in their parts than in all', () => {
    const bit = fc.oneof(
      fc.integer({ min: 0, max: 9 }).map(String),
      fc.constantFrom('killed', 'women', '(', ')', 'injured', 'girls', 'morts', 'and', '.', 'قتل'),
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), (bits) => {
        for (const { harm, total, bySexAge } of figuresInText(bits.join(' '))) {
          expect(HARM_KINDS).toContain(harm);
          for (const [part, n] of Object.entries(bySexAge)) {
            expect(SEX_AGE).toContain(part);
            expect(n?.best ?? 0).toBeLessThanOrEqual(total.best ?? 0);
          }
        }
      }),
    );
  });
});
