import { describe, expect, it } from 'vitest';
import { IncidentInput, type Source } from '../../../src/incidents/contract.ts';
import { blankDraft, draftOf, type GroupsFound, toInput } from './draft.ts';
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

const nothing: GroupsFound = { account: 'none', protected: 'none' };

describe('a draft', () => {
  it('is accepted by the contract from its first moment', () => {
    expect(IncidentInput.parse(toInput(blankDraft('2026-11-23'), nothing))).toMatchObject({
      account: null,
      protected: null,
    });
  });

  it('counts sources of one origin once', () => {
    const draft = blankDraft('2026-11-23');
    draft.account = { ...draft.account, sources: [source('a', 'agency'), source('b', 'agency'), source('c', null)] };
    expect(toInput(draft, nothing).core).toMatchObject({ sourceCount: 3, independentSources: 2 });
  });

  it('sends no account for somebody who was not shown it', () => {
    const draft = blankDraft('2026-11-23');
    expect(
      toInput({ ...draft, account: { ...draft.account, narrative: 'x' } }, { ...nothing, account: 'hidden' }).account,
    ).toBeNull();
  });

  it('sends an account that was emptied, since leaving it out would keep the old one', () => {
    const draft = blankDraft('2026-11-23');
    expect(toInput(draft, { ...nothing, account: 'present' }).account).toEqual(draft.account);
  });

  it('sends the names that were written, and none for somebody who was not shown them', () => {
    const draft = blankDraft('2026-11-23');
    const names = {
      ...draft.protected,
      people: [{ name: 'A. B.', role: 'witness', note: null, sexAge: 'unknown' as const }],
    };
    expect(toInput({ ...draft, protected: names }, nothing).protected).toEqual(names);
    expect(toInput({ ...draft, protected: names }, { ...nothing, protected: 'hidden' }).protected).toBeNull();
  });

  it('sends names that were all taken out, since leaving them out would keep them', () => {
    const draft = blankDraft('2026-11-23');
    expect(toInput(draft, { ...nothing, protected: 'present' }).protected).toEqual(draft.protected);
  });

  it('starts the next version from the present one', () => {
    const { id, core, levels, compartments } = blankDraft('2026-11-23');
    const stamp = { version: 3, knownFrom: { seq: 1, at: '' }, knownTo: null, by: 'x', byName: null, verb: 'edited' };
    expect(draftOf({ ...stamp, id, core, levels, compartments, erased: false }).core).toEqual(core);
  });

  it('refuses half a position, never at zero degrees', () => {
    const draft = blankDraft('2026-11-23');
    draft.core.where = { ...draft.core.where, point: [Number.NaN, -16.2] };
    const kept: typeof draft = JSON.parse(JSON.stringify(draft));
    for (const half of [draft, kept])
      expect([...problemsOf(toInput(half, nothing))]).toEqual([['core.where.point.0', 'problem.missing']]);
  });

  it('says where something is wrong', () => {
    const draft = blankDraft('2026-11-23');
    draft.core.when = { ...draft.core.when, from: '2026-11-24' };
    draft.core.parties = [{ name: ' ', type: 'crowd', role: 'party' }];
    expect([...problemsOf(toInput(draft, nothing)).keys()].sort()).toEqual(['core.parties.0.name', 'core.when']);
  });
});
