import { expect, it } from 'vitest';
import { guessMapping } from './guess-mapping.ts';
import { countRepeats, isRepeat } from './repeats.ts';

const HEADERS = ['victims/outcome', 'victims/sex', '_index', '_parent_index'];
const row = (outcome: string, sex: string, parent: string) => ({
  ...{ 'victims/outcome': outcome, 'victims/sex': sex, _index: '1', _parent_index: parent },
});

it('counts the people of a repeated question for the row that they belong to', () => {
  const rows = [
    row('killed', 'female', '1'),
    row('killed', 'male', '1'),
    row('injured', 'female', '1'),
    row('killed', 'male', '3'),
  ];
  const { headers, byParent } = countRepeats('victims', HEADERS, rows);
  expect(headers).toEqual([
    'victims / killed',
    'victims / killed / female',
    'victims / killed / male',
    'victims / injured',
    'victims / injured / female',
  ]);
  expect(Object.values(byParent.get('1') ?? {})).toEqual(['2', '1', '1', '1', '1']);
  expect(byParent.get('2')).toBeUndefined();
  const { proposal } = guessMapping(headers, [...byParent.values()]);
  expect(proposal.columns).toMatchObject({
    'victims / killed': 'killed.all.best',
    'victims / killed / female': 'killed.all.women',
    'victims / injured / female': 'injured.all.women',
  });
});

it('counts only rows where nobody says what happened, and knows such a sheet by its heading', () => {
  const rows = [row('', '', '1'), row('', '', '1'), row('', '', '')];
  expect(countRepeats('items', HEADERS, rows)).toEqual({
    headers: ['items (rows)'],
    byParent: new Map([['1', { 'items (rows)': '2' }]]),
  });
  expect([isRepeat(HEADERS), isRepeat(['_index'])]).toEqual([true, false]);
});
