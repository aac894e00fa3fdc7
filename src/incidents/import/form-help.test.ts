import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from './column-evidence.ts';
import { choicesByHeader, formHelp, labelsByHeader, questionFor, withCodes, withLabels } from './form-help.ts';
import { guessMapping } from './guess-mapping.ts';

const SURVEY = [
  { type: 'start', name: 'start', 'label::English (en)': '' },
  { type: 'begin_group', name: 'g', 'label::English (en)': 'About it' },
  {
    type: 'date',
    name: 'q1',
    'label::English (en)': '**When** did it happen?',
    'label::Français (fr)': 'Date de l’incident',
  },
  { type: 'select_one kinds', name: 'q2', 'label::English (en)': 'Type of incident', 'label::Français (fr)': '' },
  { type: 'integer', name: 'q3', 'label::English (en)': 'How many people were killed?' },
  { type: 'end_group', name: '' },
  { type: 'text', name: 'q4', 'label::English (en)': 'Village' },
];
const CHOICES = [
  { list_name: 'kinds', name: 'k1', 'label::English (en)': 'Looting', 'label::Français (fr)': 'Pillage' },
  { list_name: 'kinds', name: 'k2', 'label::English (en)': 'Something else' },
];
const HEADERS = ['g/q1', 'g/q2', 'g/q3', 'q4', 'other'];
const help = formHelp(SURVEY, CHOICES);

describe('a form', () => {
  it('says what its columns ask, whatever groups stand before them', () => {
    expect(questionFor(help, 'g/q2')).toMatchObject({ name: 'q2', path: 'g/q2', list: 'kinds' });
    expect(questionFor(help, 'x/q4')?.name).toBe('q4');
    expect(questionFor(help, 'Village')?.name).toBe('q4');
    expect(questionFor(help, 'other')).toBeUndefined();
    expect(labelsByHeader(help, HEADERS).get('g/q1')).toEqual(['When did it happen?', 'Date de l’incident']);
  });

  it('makes an export by names read like one by labels, and its codes mean what their labels mean', () => {
    const row = { 'g/q1': '2024-03-01', 'g/q2': 'k1', 'g/q3': '2', q4: 'Marandi', other: 'k1' };
    const choices = choicesByHeader(help, HEADERS);
    const rows = withLabels([row, { ...row, 'g/q2': 'k9' }], choices);
    expect(rows.map((cells) => [cells['g/q2'], cells.other])).toEqual([
      ['Looting', 'k1'],
      ['k9', 'k1'],
    ]);
    const { proposal, guesses } = guessMapping(HEADERS, rows, {}, NOTHING_KNOWN, labelsByHeader(help, HEADERS));
    expect(proposal.columns).toEqual({ 'g/q1': 'date', 'g/q2': 'type', 'g/q3': 'killed.all.best', q4: 'place' });
    expect(guesses.find(({ header }) => header === 'q4')?.evidence[0]).toEqual({ says: 'label', text: 'Village' });
    const { types } = withCodes(proposal, choices);
    expect(types).toMatchObject({ k1: 'pillage_destruction', looting: 'pillage_destruction' });
    expect(types).not.toHaveProperty('k2');
  });
});
