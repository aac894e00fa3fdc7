import { expect, it } from 'vitest';
import { accepted, contextFor, contractSays } from './context.test-help.ts';
import { insecurityInsightAdapter } from './insecurity-insight.ts';

const ROW = {
  Date: '2024-02-28T00:00:00.000Z',
  'Event Description': 'February 2024: In Nowhere Camp, two residents and a nurse were taken.',
  Country: 'Aland',
  'Country ISO': 'AAA',
  'Admin 1': 'North',
  Latitude: '4.5000000000',
  Longitude: '12.2500000000',
  'Geo Precision': '(2) 25 km Precision ',
  'Camp Name': 'Nowhere Camp',
  'Reported Perpetrator': 'NSA',
  'Reported Perpetrator Name': 'The Reds, Armed men',
  'Weapon Carried/Used': 'Firearms, Knife',
  'Protection Event Context': 'Camp Resident Kidnapped',
  'Victim of Violence': 'Camp Resident, Health Worker ',
  'Number of Attacks on Camps Reporting Destruction': '0',
  'Number of Attacks on Camps Reporting Damaged': '2',
  'Camp Resident Killed': '0',
  'Camp Residents Kidnapped': '2',
  'Service Provider Killed': '0',
  'Service Provider Kidnapped': '1',
  'SiND ID': '44660',
};

const adapt = (change: Partial<typeof ROW> = {}) =>
  insecurityInsightAdapter(contextFor(Object.keys(ROW))).adapt({ row: 1, cells: { ...ROW, ...change } });

it('is an incident that the contract takes', () => {
  const { input, externalKey } = accepted(adapt());
  expect(contractSays(adapt())).toBeNull();
  expect(externalKey).toBe('id:44660');
  expect(input.core).toMatchObject({
    type: 'abduction',
    when: { from: '2024-02-28', to: '2024-02-28', precision: 'month' },
    where: { point: [12.25, 4.5], precision: 'near', name: 'Nowhere Camp', country: 'AAA' },
    means: ['firearms', 'bladed_blunt'],
    damage: [{ object: 'camp_settlement', extent: 'damaged', count: null }],
  });
  expect(input.account?.narrative).toBe(ROW['Event Description']);
});

it('adds residents and people who serve them, as civilians', () => {
  const { figures } = accepted(adapt()).input.core;
  expect(figures.map((f) => [f.harm, f.group, f.total.best])).toEqual([
    ['killed', 'civilians', 0],
    ['abducted', 'civilians', 3],
  ]);
  expect(accepted(adapt()).input.account?.extra).toMatchObject({ 'Service Provider Kidnapped': '1' });
});

it('names perpetrators one by one', () => {
  expect(accepted(adapt()).input.core.parties).toEqual([
    { name: 'The Reds', type: 'non_state_armed_group', role: 'alleged_perpetrator' },
    { name: 'Armed men', type: 'unidentified', role: 'alleged_perpetrator' },
    { name: 'Camp Resident', type: 'civilians', role: 'target' },
    { name: 'Health Worker', type: 'civilians', role: 'target' },
  ]);
  const nobody = adapt({ 'Reported Perpetrator': 'No Information', 'Reported Perpetrator Name': 'NoInformation' });
  expect(accepted(nobody).input.core.parties.map((p) => p.role)).toEqual(['target', 'target']);
});

it.each([
  ['26 February 2024: A camp was hit.', 'day'],
  ['Between 08 and 09 February 2024: A camp was hit.', 'days_2_6'],
  ['Something happened.', 'day'],
])('takes the precision of the date from how the description opens: %s', (description, precision) => {
  expect(accepted(adapt({ 'Event Description': description })).input.core.when.precision).toBe(precision);
});

it('leaves a place without a name unnamed, but keeps the word', () => {
  const { core, account } = accepted(adapt({ 'Camp Name': 'Unnamed Camp' })).input;
  expect(core.where.name).toBeNull();
  expect(account?.extra['Camp Name']).toBe('Unnamed Camp');
});
