/** How the coder learns: the regression itself, and from where on a task is given. */
import { describe, expect, test } from 'vitest';
import {
  agreedOn,
  codedIn,
  type Example,
  inventedTexts,
  RESOLUTIONS,
  rewrittenTexts,
} from '../../scripts/learning/examples.ts';
import { logistic, probabilityOf, type Row } from '../../scripts/learning/logistic.ts';
import { crossValidated, f1, learnable, rowOf, spaceOf, truthOf } from '../../scripts/learning/weights.ts';
import { readNamed, textsOf } from '../../src/mandates/index.ts';
import { sharedData } from '../support/data.ts';

const row = (...value: number[]): Row => ({
  ...{ at: Int32Array.from(value.keys()), value: Float64Array.from(value), weighs: 1 },
});
const MEASURE = { ofTrue: 1, penalty: 0.5 };

describe('logistic regression', () => {
  const rows = [row(1, 0.2), row(1, 1.5), row(1, 2.5), row(1, 0.4), row(1, 3), row(1, 2)];
  const truth = Int8Array.from([0, 0, 1, 0, 1, 1]);

  test('its gradient is nothing where it ends', () => {
    const weights = logistic(rows, truth, 2, MEASURE);
    const gradient = [0, 1].map((column) =>
      rows.reduce(
        (sum, one, i) => sum + (probabilityOf(one, weights) - (truth[i] as number)) * (one.value[column] as number),
        MEASURE.penalty * (weights[column] as number),
      ),
    );
    for (const one of gradient) expect(Math.abs(one)).toBeLessThan(1e-2);
    expect(weights[1]).toBeGreaterThan(0);
  });

  test('what is in doubt teaches nothing; what counts twice is like two', () => {
    const doubtful = logistic([...rows, row(1, 9)], Int8Array.from([...truth, -1]), 2, MEASURE);
    expect([...doubtful]).toEqual([...logistic(rows, truth, 2, MEASURE)]);
    const twice = logistic(rows, truth, 2, { ...MEASURE, ofTrue: 2 });
    const trues = rows.filter((_, i) => truth[i] === 1);
    const doubled = logistic([...rows, ...trues], Int8Array.from([...truth, ...trues.map(() => 1)]), 2, MEASURE);
    twice.forEach((weight, i) => {
      expect(weight).toBeCloseTo(doubled[i] as number, 2);
    });
    const heavy = logistic([{ ...row(1, 0.2), weighs: 2 }, ...rows.slice(1)], truth, 2, MEASURE);
    expect([...heavy]).toEqual(
      [...logistic([row(1, 0.2), ...rows], Int8Array.from([0, ...truth]), 2, MEASURE)].map((w) => expect.closeTo(w, 2)),
    );
  });
});

const example = (symbol: string, words: string[], codes: string[], doubtful: string[] = []): Example => ({
  ...{ symbol, number: '1', codes: new Set(codes), doubtful: new Set(doubtful), weighs: 1, settled: false },
  evidence: words.map((name) => ({ name, words: null })),
});
/** Forty texts: what says "seed" sows, what says "stone" does not. */
const sown = Array.from({ length: 40 }, (_, i) => [
  example(`S/${i}`, ['A:seed', `A:field${i % 4}`], ['Sowing']),
  example(`S/${i}`, ['A:stone', `A:field${i % 4}`], []),
]).flat();

describe('from coded paragraphs to what is given', () => {
  test('tasks with enough examples only', () => {
    expect(learnable(sown)).toEqual(['Sowing']);
    expect(learnable(sown.slice(0, 20))).toEqual([]);
  });

  test('a row has length one but for what a rule found and the start; rare evidence counts more', () => {
    const space = spaceOf([
      ...sown,
      ...sown.map((one) => ({ ...one, evidence: [{ name: 'rule=Sowing', words: null }] })),
    ]);
    const { at, value } = rowOf(example('S/1', ['A:seed', 'A:field1', 'rule=Sowing', 'A:never'], []), space);
    expect(at.length).toBe(4);
    expect(Math.hypot(value[0] as number, value[1] as number)).toBeCloseTo(6);
    expect(value[1]).toBeGreaterThan(value[0] as number);
    expect([value[2], value[3]]).toEqual([1.5, 1]);
  });

  test('cross-validation finds what there is to find', () => {
    const judged = crossValidated(sown, ['Sowing']).get('Sowing') as Float64Array;
    const truth = truthOf(sown, 'Sowing');
    expect(f1(judged, truth)).toBe(1);
  });

  test('what is invented teaches in every fold, and is not judged', () => {
    // Without it no text but its own says that rain sows.
    const wet = [...sown, example('S/wet', ['A:rain', 'A:falls'], ['Sowing'])];
    const more = Array.from({ length: 10 }, () => example('', ['A:rain', 'A:falls'], ['Sowing']));
    const [alone, taught] = [[], more].map((one) => crossValidated(wet, ['Sowing'], one).get('Sowing') as Float64Array);
    expect([alone?.length, taught?.length]).toEqual([wet.length, wet.length]);
    expect(alone?.at(-1)).toBeLessThan(0.6);
    expect(taught?.at(-1)).toBeGreaterThan(0.8);
  });

  test('what is rewritten does not teach where its own text is judged', () => {
    const wet = [...sown, example('S/wet', ['A:rain', 'A:falls'], ['Sowing'])];
    const rewritten = (symbol: string) =>
      Array.from({ length: 10 }, () => example(symbol, ['A:rain', 'A:falls'], ['Sowing']));
    const worth = (symbol: string) => crossValidated(wet, ['Sowing'], rewritten(symbol)).get('Sowing')?.at(-1);
    expect(worth('S/wet')).toBeLessThan(0.6);
    expect(worth('')).toBeGreaterThan(0.8);
  });

  test('what stands below a report is never given', () => {
    const told = [...sown, example('S/told', ['A:seed', 'below=report'], [])];
    expect(crossValidated(told, ['Sowing']).get('Sowing')?.at(-1)).toBe(0);
  });

  test('most readings say what is so; as many for it as against it is doubt', () => {
    const said = (...codes: string[]) => ({
      ...{ symbol: 'S', number: '1' },
      codes: codes.map((code) => ({ code, modality: 'assist' })),
    });
    const once = agreedOn([said('Sowing', 'Reaping')]);
    expect([[...once.codes], [...once.doubtful]]).toEqual([['Sowing', 'Reaping'], []]);
    const twice = agreedOn([said('Sowing', 'Reaping'), said('Sowing', 'Mowing')]);
    expect([[...twice.codes], [...twice.doubtful]]).toEqual([['Sowing'], ['Reaping', 'Mowing']]);
    const thrice = agreedOn([said('Sowing', 'Reaping'), said('Sowing', 'Mowing'), said('Mowing')]);
    expect([[...thrice.codes], [...thrice.doubtful]]).toEqual([['Sowing', 'Mowing'], []]);
  });

  test('what it is worth: of those it gives and those that are, what is in doubt is not counted', () => {
    // Given and true twice, given only, true only, and one in doubt.
    expect(f1(Float64Array.from([0.9, 0.4, 0.5, 0.39, 0.9]), Int8Array.from([1, 1, 0, 1, -1]))).toBeCloseTo(4 / 6);
    expect([...truthOf([example('S', [], ['Sowing'], ['Sowing'])], 'Sowing')]).toEqual([-1]);
  });
});

const files = RESOLUTIONS.map((name) => sharedData(`mandates/${name}`));

test.skipIf(files.includes(null))(
  'what is invented or rewritten has no nine words in a row of a paragraph that measures (skipped where ../shared/data is absent)',
  async () => {
    const measures = ['coded-agreed', 'held-out-settled', 'unseen-settled', 'thousand-settled'];
    const keys = new Set(
      (await Promise.all(measures.map(codedIn))).flat().map(({ symbol, number }) => `${symbol} ${number}`),
    );
    const nines = (text: string) => {
      const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
      return words.slice(8).map((_, i) => words.slice(i, i + 9).join(' '));
    };
    const measured = new Set<string>();
    for (const file of files)
      for await (const one of textsOf(file ?? '')) {
        if (!('text' in one)) continue;
        for (const { number, text } of readNamed(one).paragraphs)
          if (keys.has(`${one.symbol} ${number}`)) for (const nine of nines(text)) measured.add(nine);
      }
    expect(measured.size).toBeGreaterThan(10_000);
    const [invented, rewritten] = await Promise.all([inventedTexts(), rewrittenTexts()]);
    expect(Math.min(invented.length, rewritten.length)).toBeGreaterThan(1000);
    expect(
      [...invented, ...rewritten]
        .filter(({ text }) => nines(text).some((nine) => measured.has(nine)))
        .map(({ text }) => text),
    ).toEqual([]);
  },
  60_000,
);
