/** Rows invented for these tests: ACLED's terms allow no others. */
import { describe, expect, it } from 'vitest';
import { acledAdapter } from './acled.ts';
import { accepted, contextFor, contractSays } from './context.test-help.ts';

const ROW = {
  event_id_cnty: 'ALA123',
  event_date: '05 March 2021',
  year: '2021',
  time_precision: '2',
  disorder_type: 'Political violence',
  event_type: 'Violence against civilians',
  sub_event_type: 'Attack',
  actor1: 'Unidentified Armed Group (Aland)',
  assoc_actor_1: '',
  inter1: 'Political militia',
  actor2: 'Civilians (Aland)',
  assoc_actor_2: 'Farmers (Aland); Women (Aland)',
  inter2: 'Civilians',
  interaction: 'Political militia-Civilians',
  civilian_targeting: 'Civilian targeting',
  iso: '999',
  region: 'Elsewhere',
  country: 'Aland',
  admin1: 'North',
  admin2: 'Far North',
  admin3: '',
  location: 'Nowhere',
  latitude: '4.5',
  longitude: '12.25',
  geo_precision: '2',
  source: 'Radio Aland; The Paper',
  source_scale: 'National',
  notes: 'On 5 March, armed men attacked farmers.',
  fatalities: '3',
  tags: 'crowd size=no report; women targeted: girls',
  timestamp: '1620000000',
};

function adapt(change: Partial<Record<keyof typeof ROW, string>> = {}, without: (keyof typeof ROW)[] = []) {
  const cells: Record<string, string> = { ...ROW, ...change };
  for (const header of without) delete cells[header];
  return acledAdapter(contextFor(Object.keys(cells))).adapt({ row: 2, cells });
}

describe('a row of today', () => {
  const { input, externalKey } = accepted(adapt());

  it('is an incident that the contract takes, for inside only', () => {
    expect(contractSays(adapt())).toBeNull();
    expect(externalKey).toBe('id:ALA123');
    expect(input.core).toMatchObject({ kind: 'incident', type: 'attack_on_civilians' });
    expect(input.core.origin.sourceType).toBe('Violence against civilians: Attack');
    expect(input.levels.core).toBe('internal');
  });

  it('keeps date and place with their precision', () => {
    expect(input.core.when).toEqual({ from: '2021-03-05', to: '2021-03-05', at: null, precision: 'week' });
    expect(input.core.where).toMatchObject({ point: [12.25, 4.5], precision: 'near', country: 'AAA', name: 'Nowhere' });
  });

  it('counts the dead without saying which were civilians', () => {
    expect(input.core.figures).toEqual([
      { harm: 'killed', group: 'all', total: { low: null, best: 3, high: null }, bySexAge: {} },
    ]);
  });

  it('takes civilians for the target and the other side for the perpetrator', () => {
    expect(input.core.parties.map((p) => [p.name, p.type, p.role])).toEqual([
      ['Unidentified Armed Group (Aland)', 'unidentified', 'alleged_perpetrator'],
      ['Civilians (Aland)', 'civilians', 'target'],
      ['Farmers (Aland)', 'civilians', 'present'],
      ['Women (Aland)', 'civilians', 'present'],
    ]);
  });

  it('keeps words, sources and tags, and verbatim what no field holds', () => {
    expect(input.account?.narrative).toBe(ROW.notes);
    expect(input.account?.sources.map((s) => s.name)).toEqual(['Radio Aland', 'The Paper']);
    expect(input.core.tags).toEqual(['crowd size=no report', 'women targeted: girls']);
    expect(input.account?.extra).toMatchObject({
      event_date: '05 March 2021',
      interaction: ROW.interaction,
      assoc_actor_2: ROW.assoc_actor_2,
      timestamp: ROW.timestamp,
      iso: '999',
    });
    expect(input.account?.extra).not.toHaveProperty('notes');
    expect(input.account?.extra).not.toHaveProperty('source');
  });
});

describe('other rows', () => {
  it('imply no direction in a battle', () => {
    const { core } = accepted(
      adapt({ event_type: 'Battles', sub_event_type: 'Armed clash', inter1: '1', inter2: '2', civilian_targeting: '' }),
    ).input;
    expect(core.type).toBe('armed_clash');
    expect(core.parties.slice(0, 2).map((p) => p.role)).toEqual(['party', 'party']);
  });

  it('are observations where ACLED tells of developments', () => {
    const { core } = accepted(adapt({ event_type: 'Strategic developments', sub_event_type: 'Agreement' })).input;
    expect(core).toMatchObject({ kind: 'observation', type: 'agreement' });
  });

  it('of older releases lack columns and call things otherwise', () => {
    const old = adapt(
      {
        event_date: '05-March-2017',
        year: '2017',
        event_type: 'Battle-No change of territory',
        inter1: '2',
        inter2: '1',
      },
      ['sub_event_type', 'disorder_type', 'civilian_targeting', 'tags'],
    );
    const { input, warnings } = accepted(old);
    expect(contractSays(old)).toBeNull();
    expect(input.core.type).toBe('armed_clash');
    expect(input.core.when.from).toBe('2017-03-05');
    expect(warnings).toEqual([]);
  });

  it('with unknown words are kept with a warning', () => {
    const { input, warnings } = accepted(adapt({ sub_event_type: 'Something new', inter1: 'Robots', actor1: 'R2' }));
    expect(input.core.origin.sourceType).toBe('Violence against civilians: Something new');
    expect(warnings.join(' ')).toMatch(/Something new.*Robots|Robots.*Something new/);
  });

  it('without an id or a date are refused', () => {
    expect(adapt({ event_id_cnty: '' }).refused).toMatch(/no id/);
    expect(adapt({ event_date: 'soon' }).refused).toMatch(/event_date: “soon”/);
  });
});
