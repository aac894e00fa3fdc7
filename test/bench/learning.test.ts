/** How the coder learns: the regression itself, and from where on a task is given. */
import { describe, expect, test } from 'vitest';
import type { Example } from '../../scripts/learning/examples.ts';
import { logistic, probabilityOf, type Row } from '../../scripts/learning/logistic.ts';
import { bestThreshold, crossValidated, learnable, rowOf, spaceOf, truthOf } from '../../scripts/learning/weights.ts';

const row = (...value: number[]): Row => ({ at: Int32Array.from(value.keys()), value: Float64Array.from(value) });
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
  });
});

const example = (symbol: string, words: string[], codes: string[], doubtful: string[] = []): Example => ({
  ...{ symbol, codes: new Set(codes), doubtful: new Set(doubtful) },
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
    expect(
      bestThreshold(
        judged,
        truth,
        sown.map(() => false),
      ).f1,
    ).toBe(1);
  });

  test('what few taught overrules no rule; what is in doubt is not counted', () => {
    const few = sown.slice(0, 20);
    const best = bestThreshold(
      new Float64Array(20).fill(0.01),
      truthOf(few, 'Sowing'),
      few.map(({ codes }) => codes.size > 0),
    );
    expect(best).toMatchObject({ ruled: 0, f1: 1 });
    expect([...truthOf([example('S', [], ['Sowing'], ['Sowing'])], 'Sowing')]).toEqual([-1]);
  });
});
