import { describe, expect, it } from 'vitest';
import { accepted, contextFor, contractSays } from './context.test-help.ts';
import { Mapping, SETTLED } from './contract.ts';
import { guessMapping } from './guess-mapping.ts';
import { makeImporter } from './importer.ts';
import { headersFingerprint } from './mapping.ts';

const HEADERS = ['Date', 'Lieu', 'Latitude', 'Longitude', 'Pays', 'Tués', 'Femmes', 'Auteur', 'Remarque', 'Code'];
const MAPPING = Mapping.parse({
  columns: {
    Date: 'date',
    Lieu: 'place',
    Latitude: 'latitude',
    Longitude: 'longitude',
    Pays: 'country',
    Tués: 'killed.all.best',
    Femmes: 'killed.all.women',
    Auteur: 'perpetrator',
  },
  constants: { type: 'pillage_destruction' },
  dateOrder: 'dmy',
  decimalComma: true,
  actorTypes: { 'les rouges': 'non_state_armed_group' },
});
const CELLS = {
  Date: '03/04/2021',
  Lieu: 'Nulle Part',
  Latitude: '4,5',
  Longitude: '12,25',
  Pays: 'Aland',
  Tués: '1.200',
  Femmes: '30',
  Auteur: 'Les Rouges; Inconnus',
  Remarque: 'à vérifier',
  Code: '',
};

const importer = (mapping = MAPPING, dataset = 'imported') =>
  makeImporter('generic', contextFor(HEADERS, { mapping, dataset }));
const adapt = (change: Partial<typeof CELLS> = {}) => importer().adapt({ row: 2, cells: { ...CELLS, ...change } });

describe('a table with a mapping', () => {
  it('becomes records that the contract takes', () => {
    const { core, account } = accepted(adapt()).input;
    expect(contractSays(adapt())).toBeNull();
    expect(core.type).toBe('pillage_destruction');
    expect(core.when).toMatchObject({ from: '2021-04-03', to: '2021-04-03', precision: 'day' });
    expect(core.where).toMatchObject({ point: [12.25, 4.5], name: 'Nulle Part', country: 'AAA', countryName: 'Aland' });
    expect(core.figures).toEqual([
      {
        harm: 'killed',
        group: 'all',
        total: { low: null, best: 1200, high: null },
        bySexAge: { women: { low: null, best: 30, high: null } },
      },
    ]);
    expect(core.parties).toEqual([
      { name: 'Les Rouges', type: 'non_state_armed_group', role: 'alleged_perpetrator' },
      { name: 'Inconnus', type: 'unidentified', role: 'alleged_perpetrator' },
    ]);
    expect(account?.extra).toEqual({ Remarque: 'à vérifier' });
  });

  it('takes months and ranges as precise as they are', () => {
    expect(accepted(adapt({ Date: 'mars 2021' })).input.core.when).toMatchObject({
      from: '2021-03-01',
      to: '2021-03-31',
      precision: 'month',
    });
  });

  it('refuses what it cannot read, naming the column', () => {
    expect(adapt({ Date: '' }).refused).toMatch(/date: the row has no date/);
    expect(adapt({ Date: '31/02/2021' }).refused).toMatch(/date: .*31\/02\/2021/);
    expect(adapt({ Tués: '-3' }).refused).toMatch(/Tués: “-3” is negative/);
    expect(adapt({ Latitude: 'loin' }).refused).toMatch(/latitude: “loin”/);
  });

  it('asks for the order of dates instead of guessing it', () => {
    const undecided = importer({ ...MAPPING, dateOrder: null });
    expect(undecided.adapt({ row: 2, cells: CELLS }).refused).toMatch(
      /Say in the mapping whether the day or the month/,
    );
  });

  it('finds the record of a corrected row again, though the file has no ids', () => {
    const first = importer();
    const second = importer();
    const before = [CELLS, CELLS].map((cells) => accepted(first.adapt({ row: 2, cells })).externalKey);
    const after = [{ ...CELLS, Tués: '1.300' }, CELLS].map(
      (cells) => accepted(second.adapt({ row: 2, cells })).externalKey,
    );
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(2);
  });

  it('says what a word of the file was taken for when the mapping does not know it', () => {
    const typed = Mapping.parse({ ...MAPPING, columns: { ...MAPPING.columns, Remarque: 'type' }, constants: {} });
    const { input, warnings } = accepted(importer(typed).adapt({ row: 2, cells: CELLS }));
    expect(input.core).toMatchObject({ type: 'other_event', origin: { sourceType: 'à vérifier' } });
    expect(warnings).toEqual([expect.stringMatching(/no meaning for “à vérifier”; other_event was taken/)]);
  });
});

describe('a mapping', () => {
  it('needs a date and gives a field to one column', () => {
    expect(Mapping.safeParse({ columns: { Lieu: 'place' } }).error?.issues[0]?.message).toMatch(
      /No column gives the date/,
    );
    const twice = Mapping.safeParse({ columns: { A: 'date', B: 'place', C: 'place' } });
    expect(twice.error?.issues[0]?.message).toMatch(/“B” and “C” both fill place/);
    expect(Mapping.safeParse({ columns: { A: 'date', B: 'party', C: 'party' } }).success).toBe(true);
  });

  it('is remembered under the headings, in any order and case', () => {
    expect(headersFingerprint(['Date', 'Lieu '])).toBe(headersFingerprint(['lieu', 'DATE']));
    expect(headersFingerprint(['Date', 'Lieu'])).not.toBe(headersFingerprint(['Date', 'Lieux']));
  });
});

describe('a table tagged with HXL', () => {
  const tags = { Quand: '#date+start', Lat: '#geo+lat', Lon: '#geo+lon', Morts: '#affected+killed', Qui: '#org' };

  it('needs no mapping', () => {
    const headers = Object.keys(tags);
    const cells = { Quand: '2021-04-25', Lat: '4.5', Lon: '12.25', Morts: '4', Qui: 'Someone' };
    const tagged = makeImporter('hxl', contextFor(headers, { hxlTags: tags }), [cells]);
    const { core, account } = accepted(tagged.adapt({ row: 3, cells })).input;
    expect(core.when.from).toBe('2021-04-25');
    expect(core.where.point).toEqual([12.25, 4.5]);
    expect(core.figures[0]).toMatchObject({ harm: 'killed', group: 'all', total: { best: 4 } });
    expect(account?.extra).toEqual({ Qui: 'Someone' });
  });
});

describe('guessing', () => {
  const fields = (headers: string[], rows: string[][], tags?: Record<string, string>) => {
    const samples = rows.map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? ''])));
    const guessed = guessMapping(headers, samples, tags);
    return { ...guessed, byHeader: Object.fromEntries(guessed.guesses.map((g) => [g.header, g.field])) };
  };

  it('knows columns by their names in English, French and Arabic', () => {
    expect(
      fields(
        ['Incident Date', 'Nombre de tués', 'خط العرض', 'خط الطول', 'Alleged Perpetrator', 'Préfecture', 'العدد'],
        [
          ['25/12/2020', '3', '4.51', '18.22', 'Reds', 'Nord', '1'],
          ['13/01/2021', '0', '4.52', '18.23', 'Blues', 'Sud', '2'],
        ],
      ).byHeader,
    ).toEqual({
      'Incident Date': 'date',
      'Nombre de tués': 'killed.all.best',
      'خط العرض': 'latitude',
      'خط الطول': 'longitude',
      'Alleged Perpetrator': 'perpetrator',
      Préfecture: 'adm1',
    });
  });

  it('knows columns by their values where the names say nothing', () => {
    const guessed = fields(
      ['a', 'b', 'c'],
      [
        ['2020-12-25', '4.5123', '118.2231'],
        ['2021-01-13', '-3.5222', '12.2312'],
      ],
    );
    expect(guessed.byHeader).toEqual({ a: 'date', b: 'latitude', c: 'longitude' });
    expect(guessed.guesses.every((g) => g.confidence < SETTLED)).toBe(true);
    expect(guessed.questions.map((q) => q.kind)).toEqual(['unsure', 'unsure', 'unsure']);
    expect(guessed.guesses[0]?.evidence).toEqual([{ says: 'dates', hits: 2, of: 2 }]);
  });

  it('does not believe a name that the values contradict', () => {
    expect(
      fields(
        ['Date', 'Victims'],
        [
          ['see file', '12'],
          ['unknown', '3'],
        ],
      ).byHeader,
    ).toEqual({});
    expect(fields(['Date'], [['see file']]).mapping).toBeNull();
  });

  it('settles the order of dates from the values, or asks', () => {
    expect(fields(['Date'], [['03/04/2021'], ['25/04/2021']]).mapping?.dateOrder).toBe('dmy');
    const open = fields(['Date'], [['03/04/2021']]);
    expect(open.mapping?.dateOrder).toBeNull();
    expect(open.questions).toEqual([
      { kind: 'date_order', example: '03/04/2021', dmy: '2021-04-03', mdy: '2021-03-04' },
    ]);
  });

  it('trusts hashtags more than names', () => {
    expect(fields(['Date', 'Jour'], [['2020-01-01', '2020-01-02']], { Jour: '#date' }).byHeader).toEqual({
      Jour: 'date',
    });
  });

  it('finds our types behind their labels', () => {
    const { mapping } = fields(
      ['Date', 'Type'],
      [
        ['2020-01-01', 'Armed clash'],
        ['2020-01-02', 'Abduction'],
      ],
    );
    expect(mapping?.types).toMatchObject({ 'armed clash': 'armed_clash' });
  });
});

describe('what people write', () => {
  const cellsOf = (rows: readonly string[][], headers: readonly string[]) =>
    rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
  const columns = (headers: readonly string[], rows: readonly string[][]) =>
    guessMapping(headers, cellsOf(rows, headers)).proposal.columns;

  it('is read by its last part where a form writes its groups before it', () => {
    const headers = ['Date', 'victimes/tues', 'lieu/gps', '_lieu/gps_latitude', '_lieu/gps_longitude'];
    const found = columns(headers, [
      ['2024-02-28', '2', '5.9333 20.6667 0 4.5', '5.9333', '20.6667'],
      ['2024-03-01', '0', '', '', ''],
    ]);
    expect(found).toEqual({
      Date: 'date',
      'victimes/tues': 'killed.all.best',
      'lieu/gps': 'coordinates',
      '_lieu/gps_latitude': 'latitude',
      '_lieu/gps_longitude': 'longitude',
    });
  });

  it('loses no column to a few rows that are wrong, and takes no half of a pair', () => {
    const headers = ['Date', 'Latitude', 'Longitude'];
    const rows = [
      ['2024-01-01', '4.5', '12.25'],
      ['bad', '95', '20'],
      ['soon', '5.5', '13'],
    ];
    expect(columns(headers, rows)).toEqual({ Date: 'date', Latitude: 'latitude', Longitude: 'longitude' });
    expect(columns(['Date', 'Latitude'], rows)).toEqual({ Date: 'date' });
  });

  it('takes a number of the row for no name of the record', () => {
    const rows = (first: string) => [
      [first, '2024-01-01'],
      ['2', '2024-01-02'],
    ];
    expect(columns(['N°', 'Date'], rows('1'))).toEqual({ Date: 'date' });
    expect(columns(['N°', 'Date'], [...rows('1'), ['TOTAL', '']])).toEqual({ Date: 'date' });
    expect(columns(['N°', 'Date'], rows('17'))).toEqual({ 'N°': 'external_id', Date: 'date' });
  });

  it.each(['viol', 'Violence sexuelle', 'SGBV', 'Rape', 'اغتصاب'])(
    '%s is sexual violence, whatever the label',
    (word) => {
      const { types } = guessMapping(['Date', 'Type'], [{ Date: '2024-01-01', Type: word }]).proposal;
      expect(Object.values(types)).toEqual(['sexual_violence']);
    },
  );

  it.each([
    ['5.9333 20.6667 0 4.5', [20.6667, 5.9333]],
    ['[4.3667, 18.5833]', [18.5833, 4.3667]],
    ['33N ZF 21 83', null],
  ])('%s in one cell is a position', (text, point) => {
    const mapping = Mapping.parse({ columns: { Date: 'date', GPS: 'coordinates' } });
    const adapted = makeImporter('generic', contextFor(['Date', 'GPS'], { mapping })).adapt({
      row: 2,
      cells: { Date: '2024-01-01', GPS: text },
    });
    const found = accepted(adapted).input.core.where.point;
    if (point) expect(found).toEqual(point);
    else expect(found?.map((degrees) => Math.round(degrees))).toEqual([18, 5]);
  });

  it('tells what it took the columns for, and the words that it does not know', () => {
    const headers = ['Date', 'Type'];
    const cells = { Date: '2024-01-01', Type: 'Frobnication' };
    const made = makeImporter('generic', contextFor(headers), [cells]);
    made.adapt({ row: 2, cells });
    expect(made.notes).toEqual([
      expect.stringContaining('“Date” as date, “Type” as type'),
      expect.stringContaining('“Frobnication”'),
    ]);
  });
});
