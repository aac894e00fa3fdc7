import { describe, expect, it } from 'vitest';
import { type ImportPreview, Mapping } from '../../../src/incidents/import/contract.ts';
import { choicesOf, firstPlan, hasDataset, raised } from './plan.ts';

const preview: ImportPreview = {
  ...{ id: 'c7a6a4b0-6a0e-4d06-9a53-0f8f3a2f9f11', name: 'x.csv', format: 'csv', encoding: 'utf-8', delimiter: ',' },
  ...{ headers: ['Date', 'Lieu'], hxlTags: {}, schema: 'generic', dataset: 'imported', reason: '', mapping: null },
  ...{ sheet: null, sheets: [] },
  guesses: [{ header: 'Date', field: 'date', confidence: 0.9, evidence: [] }],
  kept: [],
  ...{ questions: [], remembered: null, form: null, sample: [], notes: [] },
};

describe('the plan of an import', () => {
  it('begins with the guessed columns, and the server would take it', () => {
    const { mapping } = choicesOf(firstPlan(preview));
    expect(Mapping.parse(mapping).columns).toEqual({ Date: 'date' });
  });

  it('sends no mapping for columns that are known by name', () => {
    expect(choicesOf(firstPlan({ ...preview, schema: 'ucdp', dataset: 'ucdp-ged' }))).toEqual({
      schema: 'ucdp',
      dataset: 'ucdp-ged',
      compartments: [],
      complete: false,
    });
  });

  it('names the sheet of a workbook', () => {
    const sheet = '2024';
    expect(choicesOf(firstPlan({ ...preview, sheet, sheets: ['2023', sheet] })).sheet).toBe(sheet);
  });

  it('keeps an export of ours among our own records', () => {
    expect(choicesOf(firstPlan({ ...preview, schema: 'kinga', dataset: 'own' })).dataset).toBe('own');
  });

  it.each(['', 'Two words', '-x', 'own'])('needs a short name for outside data: not %j', (dataset) => {
    expect(hasDataset({ own: false, dataset })).toBe(false);
    expect(hasDataset({ own: true, dataset })).toBe(true);
  });

  it('never lets the words be less secret than the facts', () => {
    expect(raised('confidential', 'public')).toEqual({ core: 'confidential', account: 'confidential' });
    expect(raised('public', 'confidential')).toEqual({ core: 'public', account: 'confidential' });
  });
});
