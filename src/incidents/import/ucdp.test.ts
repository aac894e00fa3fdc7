import { describe, expect, it } from 'vitest';
import { accepted, contextFor, contractSays } from './context.test-help.ts';
import { ucdpAdapter } from './ucdp.ts';
import { readSources, splitArticles } from './ucdp-sources.ts';

const ROW = {
  id: '17',
  relid: 'ALA-2019-1-3-17',
  year: '2019',
  type_of_violence: '3',
  side_a: 'Government of Aland',
  side_b: 'Civilians',
  number_of_sources: '2',
  source_article: '"Radio Aland,2019-03-01,Ten dead; more feared";"The Paper,2019-03-02,A toll, revised"',
  source_office: 'Radio Aland;The Paper',
  source_date: '2019-03-01;2019-03-02',
  source_headline: 'Ten dead; more feared;A toll, revised',
  where_prec: '2',
  where_coordinates: 'Nowhere town',
  where_description: 'near the market',
  adm_1: 'North',
  adm_2: '',
  latitude: '4.366667',
  longitude: '18.50',
  geom_wkt: 'POINT (18.5 4.366667)',
  country: 'Aland',
  region: 'Elsewhere',
  date_prec: '4',
  date_start: '2019-02-01T00:00:00Z',
  date_end: '2019-02-28T00:00:00Z',
  deaths_a: '0',
  deaths_b: '0',
  deaths_civilians: '7',
  deaths_unknown: '3',
  best: '10',
  high: '12',
  low: '9',
};

function adapt(change: Partial<Record<keyof typeof ROW, string>> = {}, without: (keyof typeof ROW)[] = []) {
  const cells: Record<string, string> = { ...ROW, ...change };
  for (const header of without) delete cells[header];
  return ucdpAdapter(contextFor(Object.keys(cells))).adapt({ row: 2, cells });
}

describe('a row with all its columns', () => {
  const { input, externalKey } = accepted(adapt());

  it('is an incident that the contract takes', () => {
    expect(contractSays(adapt())).toBeNull();
    expect(externalKey).toBe('id:17');
    expect(input.core.origin).toEqual({ dataset: 'test-data', externalId: '17', sourceType: '3' });
    expect(input.core).toMatchObject({ operational: 'unconfirmed', humanRights: 'not_examined', hypotheses: [] });
    expect(input.levels.core).toBe('public');
  });

  it('keeps date, place and their precision', () => {
    expect(input.core.when).toEqual({ from: '2019-02-01', to: '2019-02-28', at: null, precision: 'month' });
    expect(input.core.where).toMatchObject({
      point: [18.5, 4.366667],
      precision: 'near',
      name: 'Nowhere town',
      country: 'AAA',
      adm1: 'North',
      adm2: null,
    });
  });

  it('keeps every figure, and makes no estimate where the file has one number', () => {
    const figure = (group: string) => input.core.figures.find((f) => f.group === group)?.total;
    expect(figure('all')).toEqual({ low: 9, best: 10, high: 12 });
    expect(figure('civilians')).toEqual({ low: null, best: 7, high: null });
    expect(figure('side_a')).toEqual({ low: null, best: 0, high: null });
    expect(figure('status_unknown')).toEqual({ low: null, best: 3, high: null });
  });

  it('parts the sources at their dates, not at the semicolons and commas of headlines', () => {
    expect(input.account?.sources.map((s) => [s.name, s.date, s.title])).toEqual([
      ['Radio Aland', '2019-03-01', 'Ten dead; more feared'],
      ['The Paper', '2019-03-02', 'A toll, revised'],
    ]);
    expect(input.core).toMatchObject({ sourceCount: 2, independentSources: 2 });
  });

  it('keeps verbatim what no field holds, and nothing twice', () => {
    expect(input.account?.extra).toEqual({ relid: 'ALA-2019-1-3-17', region: 'Elsewhere' });
  });

  it('names perpetrator and target only in one-sided violence', () => {
    expect(input.core.parties).toEqual([
      { name: 'Government of Aland', type: 'state_security_force', role: 'alleged_perpetrator' },
      { name: 'Civilians', type: 'civilians', role: 'target' },
    ]);
    const clash = accepted(adapt({ type_of_violence: '1', side_b: 'Government of Beland' })).input.core;
    expect(clash.type).toBe('armed_clash');
    expect(clash.parties).toEqual([
      { name: 'Government of Aland', type: 'state_security_force', role: 'party' },
      { name: 'Government of Beland', type: 'foreign_force', role: 'party' },
    ]);
  });
});

describe('a row of the twelve columns', () => {
  const cells = {
    id: '18',
    date_start: '1989-01-04',
    country: 'Aland',
    type_of_violence: 'Non-state violence',
    conflict_name: 'Reds - Blues',
    side_a: 'Reds',
    side_b: 'Blues',
    latitude: '4.5',
    longitude: '12',
    low_death: '0',
    best_death: '0',
    high_death: '16',
  };
  const adapter = ucdpAdapter(contextFor(Object.keys(cells)));

  it('has no civilians rather than none killed, and says so once for the file', () => {
    const { core, account } = accepted(adapter.adapt({ row: 2, cells })).input;
    expect(core.figures).toEqual([
      { harm: 'killed', group: 'all', total: { low: 0, best: 0, high: 16 }, bySexAge: {} },
    ]);
    expect(core.when).toEqual({ from: '1989-01-04', to: '1989-01-04', at: null, precision: 'day' });
    expect(core.where.precision).toBe('unknown');
    expect(account?.extra).toEqual({ conflict_name: 'Reds - Blues' });
    expect(adapter.notes.join(' ')).toMatch(/civilians.*unknown, which is not zero/);
  });
});

it('keeps figures that contradict one another as they stand', () => {
  const { figures } = accepted(adapt({ low: '7', best: '7', high: '6' })).input.core;
  expect(figures[0]?.total).toEqual({ low: 7, best: 7, high: 6 });
});

it('keeps columns verbatim where a field of ours says less', () => {
  const { extra } = accepted(
    adapt({ year: '2018', number_of_sources: '-1', date_end: '2019-02-28T13:00:00Z', geom_wkt: 'POINT (1 2)' }),
  ).input.account ?? { extra: {} };
  expect(extra).toMatchObject({
    year: '2018',
    number_of_sources: '-1',
    date_end: '2019-02-28T13:00:00Z',
    geom_wkt: 'POINT (1 2)',
  });
});

it.each([
  [{ id: '' }, /id: the row has no id/],
  [{ type_of_violence: '9' }, /type_of_violence: “9”/],
  [{ date_start: '' }, /date_start: the row has no date/],
  [{ date_start: '2019-02-30' }, /date_start: .*2019-02-30/],
  [{ date_end: '2019-01-01' }, /date_end: 2019-01-01 is before/],
  [{ best: '-2' }, /best: “-2” is negative/],
  [{ best: 'many' }, /best: “many” is not a number/],
  [{ best: '1.5' }, /best: “1.5” is not a whole number/],
  [{ latitude: 'north' }, /latitude: “north”/],
  [{ longitude: '' }, /has a latitude but no longitude/],
])('refuses %j with a sentence', (change, sentence) => {
  expect(adapt(change).refused).toMatch(sentence);
});

describe('articles in free words', () => {
  it('parts them at a semicolon only where each has a date of its own', () => {
    expect(splitArticles('Radio 10/9-09; The Paper, in English 10 Sep 09')).toHaveLength(2);
    expect(splitArticles('AP, 2008-05-29, "3 killed in attack; 2 dozen more said killed')).toHaveLength(1);
    expect(splitArticles('')).toEqual([]);
  });

  it('counts two references to the same office as one origin', () => {
    const sources = readSources(['Radio 2001-02-03 "one', 'Radio 2001-02-05 "two'], (office) => office.toLowerCase());
    expect(new Set(sources.map((source) => source.originKey))).toEqual(new Set(['radio']));
  });
});
