import { describe, expect, it } from 'vitest';
import { lacking, recognise } from './schemas.ts';

const cases: [string, string[], string][] = [
  ['ucdp', ['id', 'date_start', 'type_of_violence', 'side_a', 'side_b', 'best_death'], 'ucdp-ged'],
  ['ucdp', ['ID', 'Date_Start', 'Date_End', 'Type_of_Violence', 'Side_A', 'Side_B', 'BEST'], 'ucdp-ged'],
  ['acled', ['EVENT_ID_CNTY', 'EVENT_DATE', 'EVENT_TYPE', 'ACTOR1', 'FATALITIES'], 'acled'],
  ['acled', ['data_id', 'event_date', 'event_type', 'actor1'], 'acled'],
  ['insecurity-insight', ['Date', 'Event Description', 'Camp Name', 'SiND ID'], 'insecurity-insight'],
  ['kinga', ['kinga_id', 'type', 'kinga_groups'], 'own'],
  ['generic', ['Date', 'Lieu', 'Tués'], 'imported'],
  ['generic', ['id', 'side_a', 'side_b', 'best'], 'imported'],
];

it.each(cases)('recognises %s by %j', (schema, headers, dataset) => {
  expect(recognise(headers)).toMatchObject({ schema, dataset });
});

it('recognises a tagged table by its hashtags, but not one that has no date or is our own', () => {
  expect(recognise(['Quand', 'Où'], { Quand: '#date', Où: '#loc' }).schema).toBe('hxl');
  expect(recognise(['Qui'], { Qui: '#org' }).schema).toBe('generic');
  expect(recognise(['kinga_id', 'kinga_groups', 'date_from'], { date_from: '#date+start' }).schema).toBe('kinga');
});

describe('a file that somebody calls what it is not', () => {
  it('is told by the columns it lacks', () => {
    expect(lacking('acled', ['event_date', 'actor1'])).toBe(
      'it is not ACLED: it has no column event_id_cnty, event_type.',
    );
    expect(lacking('generic', [])).toBeNull();
  });
});
