import { describe, expect, it } from 'vitest';
import { type Cell, type Column, drawnOf, lastStepOf, legendOf } from './picture.ts';

const column = (act: Column['act']) => ({ act }) as Column;
const cell = (tone: number, part: Partial<Cell> = {}): Cell => ({
  ...{ strength: 'decides', modality: 'secure', tone, ending: false, numbers: '5' },
  ...part,
});
const row = (...cells: (Cell | null)[]) => ({ task: 'HumanRights' as const, cells });
const kinds = (acts: Column['act'][], ...cells: (Cell | null)[]) =>
  drawnOf(acts.map(column), row(...cells)).map(({ kind }) => kind);

describe('the picture', () => {
  it('tells what is gone from what is carried on and from what never was', () => {
    expect(kinds(['establishes', 'extends', 'renews', 'extends'], cell(1), null, null, null)).toEqual([
      'given',
      'carried',
      'gap',
      'gap',
    ]);
    expect(kinds(['establishes', 'renews', 'ends'], null, cell(1), null)).toEqual(['none', 'given', 'gap']);
  });

  it('says what the last text that sets tasks took and gave, past those that only extend', () => {
    const acts = (['establishes', 'extends', 'renews', 'extends'] as const).map(column);
    expect(lastStepOf(acts, row(cell(1), null, null, null))).toBe('lost');
    expect(lastStepOf(acts, row(null, null, cell(1), null))).toBe('gained');
    expect(lastStepOf(acts, row(cell(1), null, cell(0.5), null))).toBeNull();
    expect(lastStepOf([column('establishes')], row(cell(1)))).toBeNull();
  });

  it('explains each tone once, the strongest first', () => {
    const assist = cell(0.82, { modality: 'assist' });
    expect(legendOf([row(assist, cell(0.95)), row(assist, cell(0.4, { ending: true }))])).toEqual([
      { step: 4, ways: [cell(0.95)] },
      { step: 3, ways: [assist] },
    ]);
  });
});
