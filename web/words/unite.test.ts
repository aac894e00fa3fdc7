import { describe, expect, it } from 'vitest';
import { Incident } from '../../src/incidents/contract.ts';
import { unite } from './unite.ts';

const stamp = {
  ...{ version: 2, knownFrom: { seq: 9, at: '2026-11-24T08:00:00.000Z' }, knownTo: null },
  ...{ by: 'x', byName: null, verb: 'incident.edit' },
};
const target = { name: 'Her sister', type: 'civilians', role: 'target' } as const;
const account = { narrative: null, notes: 'Notes.', sources: [{ id: 's', kind: 'report', name: 'Her sister' }] };

const seen = (protectedGroup: object | undefined) =>
  Incident.parse({
    ...stamp,
    id: crypto.randomUUID(),
    core: {
      ...{ kind: 'incident', type: 'sexual_violence', specialists: true },
      when: { from: '2026-11-23', to: '2026-11-23', precision: 'day' },
      where: { point: null, precision: 'adm2', name: 'Kaga district', adm2: 'Kaga district' },
    },
    account: {},
    protected: protectedGroup,
    levels: { core: 'internal' },
    compartments: [],
  });

describe('a record for specialists, edited by one', () => {
  it('has its words and its place where they were written', () => {
    const setApart = { title: 'Title', precision: 'exact', place: 'By the well.', targets: [target], account };
    const {
      core,
      account: words,
      protected: names,
    } = unite(seen({ exactPoint: [21.2, 6.5], exactPlace: 'Kaga', narrative: 'Her words.', setApart }));
    expect(core).toMatchObject({ title: 'Title', parties: [target] });
    expect(core.where).toMatchObject({
      ...{ point: [21.2, 6.5], name: 'Kaga', description: 'By the well.', precision: 'exact' },
    });
    expect(core).not.toHaveProperty('specialists');
    expect([words?.notes, words?.sources[0]?.name]).toEqual(['Notes.', 'Her sister']);
    expect(names).toMatchObject({ narrative: 'Her words.', exactPoint: null, exactPlace: null, setApart: null });
  });

  it('keeps its coarse place where there is no other', () => {
    expect(unite(seen({ caseReference: 'GBVIMS-1' })).core.where).toMatchObject({
      ...{ precision: 'adm2', name: 'Kaga district' },
    });
  });

  it('stays as it is for whoever sees none of it', () => {
    const record = seen(undefined);
    expect(unite(record)).toBe(record);
  });
});
