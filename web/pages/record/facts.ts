/** A record as named facts in words, so that two versions can be laid side by side. Pure but for the words it is given. */
import type { IntlShape } from 'react-intl';
import type { Incident } from '../../../src/incidents/contract.ts';
import { countText, rangeText } from '../../words/estimate.ts';
import { isolate } from '../../words/isolate.ts';
import { listed } from '../../words/listed.ts';
import { typeList } from '../../words/type-list.ts';
import { longWhen } from '../../words/when.ts';
import { longWhere, pointText } from '../../words/where.ts';

export interface Fact {
  id: string;
  name: string;
  text: string;
}

export interface Change extends Omit<Fact, 'text'> {
  before: string;
  after: string;
}

export interface Words {
  intl: IntlShape;
  label: (list: string, code: string) => string;
  timeZone: string;
}

const LINES = '\n';

/** Somebody's own words, in whatever script they are. */
const own = (text: string | null | undefined) => (text ? isolate(text) : null);

export function factsOf({ core, account }: Incident, { intl, label, timeZone }: Words): Fact[] {
  const name = (id: string) => intl.formatMessage({ id });
  const fact = (id: string, text: string | null | undefined): Fact[] =>
    text ? [{ id, name: name(`fact.${id}`), text }] : [];
  const { where } = core;
  return [
    ...fact('type', label(typeList(core.kind), core.type)),
    ...fact('title', own(core.title)),
    ...fact('when', longWhen(intl, core.when, timeZone)),
    ...fact('where', longWhere(intl, where)),
    ...fact('point', where.point && pointText(intl, where.point)),
    ...fact('operational', label('operational-statuses', core.operational)),
    ...fact('humanRights', label('human-rights-statuses', core.humanRights)),
    ...fact('statusNote', own(core.statusNote)),
    ...core.figures.map(({ harm, group, total }) => ({
      id: `figure ${harm} ${group}`,
      name: intl.formatMessage(
        { id: 'harm.row' },
        { harm: label('harm-kinds', harm).toLocaleLowerCase(intl.locale), group: label('harmed-groups', group) },
      ),
      text: [countText(intl, total.best), rangeText(intl, total)].filter(Boolean).join(' · '),
    })),
    ...fact(
      'hypotheses',
      core.hypotheses.map((h) => `${label('likelihoods', h.likelihood)}: ${isolate(h.actor)}`).join(LINES),
    ),
    ...fact('parties', core.parties.map((p) => `${label('party-roles', p.role)}: ${isolate(p.name)}`).join(LINES)),
    ...fact(
      'means',
      listed(
        intl.locale,
        core.means.map((code) => label('means', code)),
      ),
    ),
    ...fact(
      'damage',
      core.damage.map((d) => `${label('damaged-objects', d.object)}: ${label('damage-extents', d.extent)}`).join(LINES),
    ),
    ...fact(
      'sourceCount',
      core.sourceCount > 0
        ? intl.formatMessage({ id: 'sources.count' }, { n: core.sourceCount, independent: core.independentSources })
        : null,
    ),
    ...fact('sources', account?.sources.map((s) => isolate(s.name)).join(LINES)),
    ...fact('narrative', own(account?.narrative)),
    ...fact('tags', listed(intl.locale, core.tags)),
  ];
}

/** Facts that differ, in the order of the later version; what only one side has faces an empty text. */
export function changesBetween(before: readonly Fact[], after: readonly Fact[]): Change[] {
  return align(before, after).filter((line) => line.before !== line.after);
}

/** Both sides, fact by fact. */
export function align(before: readonly Fact[], after: readonly Fact[]): Change[] {
  const old = new Map(before.map((fact) => [fact.id, fact]));
  const now = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !now.has(id));
  return [
    ...after.map(({ id, name, text }) => ({ id, name, before: old.get(id)?.text ?? '', after: text })),
    ...gone.map(({ id, name, text }) => ({ id, name, before: text, after: '' })),
  ];
}

export interface FieldHistory {
  id: string;
  name: string;
  /** The first says as what it was first known; each other one what it became. */
  changes: { version: number; at: string; byName: string | null; before: string; after: string }[];
}

export interface StampedFacts {
  version: number;
  at: string;
  byName: string | null;
  facts: readonly Fact[];
}

/** Of every field that a version has or had, those that changed most first. @param versions oldest first */
export function historiesOf(versions: readonly StampedFacts[]): FieldHistory[] {
  const histories = new Map<string, FieldHistory>();
  for (const [i, { facts, ...stamp }] of versions.entries()) {
    for (const { id, name, before, after } of changesBetween(versions[i - 1]?.facts ?? [], facts)) {
      const history = histories.get(id) ?? { id, name, changes: [] };
      history.changes.push({ ...stamp, before, after });
      histories.set(id, history);
    }
  }
  return [...histories.values()].sort((a, b) => b.changes.length - a.changes.length);
}

/** Since when the last version's operational status has stood; `null` without versions. @param versions oldest first */
export function statusSince(versions: readonly Incident[]): string | null {
  const now = versions.at(-1)?.core.operational;
  const other = versions.findLastIndex(({ core }) => core.operational !== now);
  return versions[other + 1]?.knownFrom.at ?? null;
}
