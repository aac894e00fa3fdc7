import { describe, expect, it } from 'vitest';
import { IncidentInput, type Source } from '../../../src/incidents/contract.ts';
import { blankDraft, draftOf, toInput } from './draft.ts';
import { problemsOf } from './problems.ts';

const source = (id: string, originKey: string | null): Source => ({
  id,
  kind: 'media',
  name: id,
  title: null,
  date: null,
  reference: null,
  sourceGrade: null,
  informationGrade: null,
  originKey,
  civilianStatus: 'not_stated',
  supports: [],
});

describe('a draft', () => {
  it('is accepted by the contract from its first moment', () => {
    expect(IncidentInput.parse(toInput(blankDraft('2026-11-23'), 'none'))).toMatchObject({ account: null });
  });

  it('counts sources of one origin once', () => {
    const draft = blankDraft('2026-11-23');
    draft.account = { ...draft.account, sources: [source('a', 'agency'), source('b', 'agency'), source('c', null)] };
    expect(toInput(draft, 'none').core).toMatchObject({ sourceCount: 3, independentSources: 2 });
  });

  it('sends no account for somebody who was not shown it', () => {
    const draft = blankDraft('2026-11-23');
    expect(toInput({ ...draft, account: { ...draft.account, narrative: 'x' } }, 'hidden').account).toBeNull();
  });

  it('sends an account that was emptied, since leaving it out would keep the old one', () => {
    const draft = blankDraft('2026-11-23');
    expect(toInput(draft, 'present').account).toEqual(draft.account);
  });

  it('starts the next version from the present one', () => {
    const { id, core, levels, compartments } = blankDraft('2026-11-23');
    const stamp = { version: 3, knownFrom: { seq: 1, at: '' }, knownTo: null, by: 'x', byName: null, verb: 'edited' };
    expect(draftOf({ ...stamp, id, core, levels, compartments, erased: false }).core).toEqual(core);
  });

  it('says where something is wrong', () => {
    const draft = blankDraft('2026-11-23');
    draft.core.when = { ...draft.core.when, from: '2026-11-24' };
    draft.core.parties = [{ name: ' ', type: 'crowd', role: 'party' }];
    expect([...problemsOf(toInput(draft, 'none')).keys()].sort()).toEqual(['core.parties.0.name', 'core.when']);
  });
});
