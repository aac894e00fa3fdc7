import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../places/index.ts';
import { type KnownNames, NOTHING_KNOWN } from './column-evidence.ts';
import { accepted, contextFor } from './context.test-help.ts';
import { FIELD_PATHS, Mapping, REPEATABLE } from './contract.ts';
import { guessMapping } from './guess-mapping.ts';
import { makeImporter } from './importer.ts';
import { notAnEvent } from './not-an-event.ts';

const cellsOf = (headers: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? ''])));
const guessed = (headers: string[], rows: string[][], known: KnownNames = NOTHING_KNOWN) =>
  guessMapping(headers, cellsOf(headers, rows), {}, known);
const folded = (...names: string[]) => new Set(names.map(foldName));

describe('evidence', () => {
  it('counts the cells that speak for a guess, and says the order of dates', () => {
    const { guesses } = guessed(['Date'], [['25/12/2020'], ['13/01/2021'], ['1/2/2021'], ['1/3/2021'], ['?']]);
    expect(guesses[0]?.evidence).toEqual([
      { says: 'name', text: 'Date' },
      { says: 'dates', hits: 4, of: 5, text: 'dmy' },
    ]);
  });

  it('knows places, areas and parties that the mission holds', () => {
    const known = {
      ...NOTHING_KNOWN,
      places: folded('Marandi', 'Dourou'),
      adm1: folded('Kaga'),
      actors: folded('Reds'),
    };
    const rows = [
      ['2020-12-25', 'Marandi', 'Kaga', 'Reds'],
      ['2020-12-26', 'Douroú', 'Kaga', 'Reds'],
      ['2020-12-27', 'Elsewhere', 'Kaga ', 'Blues'],
      ['2020-12-28', 'Marandi', 'Mere', 'Reds'],
    ];
    const { proposal } = guessed(['a', 'b', 'c', 'd'], rows, known);
    expect(proposal.columns).toEqual({ a: 'date', b: 'place', c: 'adm1', d: 'party' });
  });

  it('turns round columns of latitude and longitude that stand under each other’s names', () => {
    const rows = [
      ['2020-12-25', '18.22', '4.51'],
      ['2020-12-26', '19.31', '5.02'],
    ];
    const isHome = ([lon, lat]: readonly [number, number]) => lon > 18 && lon < 20 && lat > 4 && lat < 6;
    const { proposal, guesses } = guessed(['Date', 'Latitude', 'Longitude'], rows, { ...NOTHING_KNOWN, isHome });
    expect(proposal.columns).toMatchObject({ Latitude: 'longitude', Longitude: 'latitude' });
    expect(guesses.find(({ header }) => header === 'Latitude')?.evidence).toEqual([
      { says: 'swapped', hits: 2, of: 2 },
    ]);
  });

  it('believes columns beside a harm when they add up to it', () => {
    const rows = [
      ['2020-12-25', '3', '2', '1'],
      ['2020-12-26', '4', '0', '4'],
    ];
    const { guesses, questions } = guessed(['Date', 'Tués', 'H', 'F'], rows);
    expect(guesses.find(({ header }) => header === 'F')).toMatchObject({ field: 'killed.all.women', confidence: 0.9 });
    expect(questions).toEqual([]);
    const odd = guessed(
      ['Date', 'Tués', 'H', 'F'],
      rows.map(([date = '', all = '']) => [date, all, '9', '9']),
    );
    expect(odd.questions).toMatchObject([
      { kind: 'unsure', header: 'H' },
      { kind: 'unsure', header: 'F' },
    ]);
  });
});

describe('what is kept, and why', () => {
  it('says it of statuses, yes and no, other people, and what a form writes beside its answers', () => {
    const rows = [
      ['2020-12-25', 'Confirmed', 'yes', '2', 'uuid:1', '2020-12-25T10:00:00', '1'],
      ['2020-12-26', 'En cours', 'no', '0', 'uuid:2', '2020-12-26T10:00:00', '0'],
    ];
    const headers = ['Date', 'État', 'Aid given', 'Soldiers killed', '_uuid', '_submission_time', 'Type/loot'];
    const { kept, proposal } = guessed(headers, rows);
    expect(Object.fromEntries(kept.map(({ header, because }) => [header, because]))).toEqual({
      État: 'status',
      'Aid given': 'yes_no',
      'Soldiers killed': 'others',
      _submission_time: 'form',
    });
    expect(proposal.columns).toEqual({ Date: 'date', _uuid: 'external_id' });
  });

  it('takes answers of 0 and 1 for no counts', () => {
    const headers = ['Date', 'harm', 'harm/killed', '_id', '_submission_time'];
    const { kept, proposal } = guessed(headers, [['2020-12-25', 'killed', '1', '7', '2020-12-25T10:00:00']]);
    expect(kept).toContainEqual({ header: 'harm/killed', because: 'choice' });
    expect(Object.values(proposal.columns)).not.toContain('killed.all.best');
  });
});

describe('questions', () => {
  it('come in the order of what goes wrong, one a column', () => {
    const rows = [
      ['03/04/2021', '4', 'Marandi', 'Old Temsa'],
      ['05/06/2021', '2', 'Dourou', 'Dourou'],
    ];
    const { questions } = guessed(['Date', 'Victims', 'Village', 'Localité'], rows);
    expect(questions).toEqual([
      { kind: 'date_order', example: '03/04/2021', dmy: '2021-04-03', mdy: '2021-03-04' },
      { kind: 'either', field: 'place', headers: ['Village', 'Localité'] },
      { kind: 'counts', header: 'Victims' },
    ]);
  });

  it('ask whether figures are to be read out of words, and read them only then', () => {
    const headers = ['Date', 'Victims'];
    const rows = [
      ['2021-04-03', '3 killed (2 women), 5 injured'],
      ['2021-04-04', 'none'],
    ];
    const { questions, proposal } = guessed(headers, rows);
    expect(questions).toMatchObject([{ kind: 'figures_in_words', header: 'Victims', hits: 1, of: 2 }]);
    const figures = (figuresFrom: string | null) =>
      accepted(
        makeImporter('generic', contextFor(headers, { mapping: { ...proposal, figuresFrom } })).adapt({
          row: 2,
          cells: cellsOf(headers, rows)[0] ?? {},
        }),
      );
    expect(figures(null).input.core.figures).toEqual([]);
    expect(figures('Victims').input.core.figures.map(({ harm, total }) => [harm, total.best])).toEqual([
      ['killed', 3],
      ['injured', 5],
    ]);
    expect(figures('Victims').warnings).toContain('The figures were read out of words; look at them once.');
  });
});

describe('rows that are no events', () => {
  const headers = ['Date', 'Lieu', 'Tués'];
  const why = (...cells: string[]) => notAnEvent(cellsOf(headers, [cells])[0] ?? {}, headers);

  it.each([
    [['TOTAL', '', '12'], /total/],
    [['', 'Total général', '1 200'], /total/],
    [['المجموع', '', '١٢'], /total/],
    [['NB : chiffres provisoires', '', ''], /note/],
    [['Date', 'Lieu', 'Tués'], /headings/],
  ])('%j', (cells, reason) => expect(why(...cells)).toMatch(reason));

  it.each([
    ['3/4/2021', 'Marandi', '2'],
    ['mars 2021', '', ''],
    ['', 'Total', 'unknown'],
    ['', '', ''],
    ['12', '', ''],
  ])('%j may be one', (...cells) => expect(why(...cells)).toBeNull());

  it('are refused with that sentence, and an event that says “total” in its place is not', () => {
    const mapping = Mapping.parse({
      columns: { Date: 'date', Lieu: 'place', Tués: 'killed.all.best' },
      dateOrder: 'dmy',
    });
    const adapt = (...cells: string[]) =>
      makeImporter('generic', contextFor(headers, { mapping })).adapt({
        row: 9,
        cells: cellsOf(headers, [cells])[0] ?? {},
      });
    expect(adapt('Total', '', '12').refused).toBe('The row is a total of other rows, not an event.');
    expect(accepted(adapt('3/4/2021', 'Total', '1')).input.core.where.name).toBe('Total');
  });
});

it('gives a mapping that the contract takes, whatever the table', () => {
  const word = fc.constantFrom(
    'Date',
    'Lieu',
    'Tués',
    'F',
    'H',
    'Lat',
    'Long',
    '_uuid',
    '_submission_time',
    'Type',
    'type/a',
    'Victims',
  );
  const cell = fc.constantFrom(
    '',
    '1',
    '0',
    '4.51',
    '25/12/2020',
    '3 killed',
    'Pillage',
    'oui',
    'x y z',
    '1,234',
    'Total',
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(word, fc.string({ minLength: 1, maxLength: 5 })), { minLength: 1, maxLength: 8 }),
      fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 6 }),
      (headers, rows) => {
        const { proposal, mapping, guesses } = guessMapping(headers, cellsOf(headers, rows));
        const fields = Object.values(proposal.columns);
        for (const field of new Set(fields)) {
          expect(FIELD_PATHS).toContain(field);
          if (!REPEATABLE.has(field)) expect(fields.filter((other) => other === field)).toHaveLength(1);
        }
        if (mapping) expect(Mapping.safeParse(mapping).success).toBe(true);
        for (const { confidence } of guesses) expect(confidence > 0 && confidence <= 1).toBe(true);
      },
    ),
  );
});
