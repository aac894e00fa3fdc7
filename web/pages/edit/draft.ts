/** A record being written: the contract's input with its groups always at hand. */
import type { Account, Core, Incident, IncidentInput, Protected } from '../../../src/incidents/contract.ts';
import { unite } from '../../words/unite.ts';

export interface Draft extends IncidentInput {
  account: Account;
  protected: Protected;
}

const EMPTY_ACCOUNT: Account = {
  narrative: null,
  narrativeLanguage: null,
  sources: [],
  evidence: [],
  notes: null,
  extra: {},
};

const EMPTY_PROTECTED: Protected = {
  people: [],
  exactPoint: null,
  exactPlace: null,
  narrative: null,
  caseReference: null,
  setApart: null,
};

const USUAL_LEVELS: Draft['levels'] = {
  core: 'internal',
  account: 'confidential',
  protected: 'strictly_confidential',
};

/** @param today the mission's calendar day; @param levels what the mission's records begin with */
export function blankDraft(today: string, levels = USUAL_LEVELS): Draft {
  const core: Core = {
    kind: 'incident',
    type: 'attack_on_civilians',
    title: null,
    when: { from: today, to: today, at: null, precision: 'day' },
    where: {
      point: null,
      precision: 'unknown',
      name: null,
      description: null,
      country: null,
      countryName: null,
      adm1: null,
      adm2: null,
      adm1Code: null,
      adm2Code: null,
    },
    parties: [],
    hypotheses: [],
    figures: [],
    means: [],
    damage: [],
    tags: [],
    links: [],
    sourceCount: 0,
    independentSources: 0,
    origin: { dataset: 'own', externalId: null, sourceType: null },
    operational: 'unconfirmed',
    humanRights: 'not_examined',
    statusNote: null,
  };
  return {
    id: crypto.randomUUID(),
    core,
    account: EMPTY_ACCOUNT,
    protected: EMPTY_PROTECTED,
    levels,
    compartments: [],
  };
}

/** The next version starts as a copy of the present one; a group that the reader may not see stays the server's. */
export function draftOf(incident: Incident): Draft {
  const { id, core, account, protected: kept, levels, compartments } = unite(incident);
  return {
    id,
    core,
    account: account ?? EMPTY_ACCOUNT,
    protected: kept ?? EMPTY_PROTECTED,
    levels: {
      core: levels.core,
      account: levels.account ?? 'confidential',
      protected: levels.protected ?? 'strictly_confidential',
    },
    compartments,
  };
}

/** A group of the record as the writer found it: above their level, never written, or there to be changed. */
export type Found = 'hidden' | 'none' | 'present';
export interface GroupsFound {
  account: Found;
  protected: Found;
}

/**
 * What is sent: sources counted, those of one origin once. Without a group the server keeps the one it has, so a group
 * is left out when it is hidden or was never written, and sent even when it was emptied.
 */
export function toInput(draft: Draft, found: GroupsFound): IncidentInput {
  const { account, protected: names } = draft;
  const { sources, narrative, evidence, notes } = account;
  const hasAccount = sources.length > 0 || evidence.length > 0 || Boolean(narrative || notes);
  const hasNames =
    names.people.length > 0 ||
    names.exactPoint !== null ||
    Boolean(names.exactPlace || names.narrative || names.caseReference || names.setApart);
  const isSent = (group: Found, isFilled: boolean) => group === 'present' || (group === 'none' && isFilled);
  const sendsAccount = isSent(found.account, hasAccount);
  const origins = new Set(sources.map((source) => source.originKey || source.id));
  const counts =
    sendsAccount && sources.length > 0 ? { sourceCount: sources.length, independentSources: origins.size } : {};
  return {
    ...draft,
    core: { ...draft.core, ...counts },
    account: sendsAccount ? account : null,
    protected: isSent(found.protected, hasNames) ? names : null,
  };
}
