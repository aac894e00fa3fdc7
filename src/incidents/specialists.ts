/**
 * Survivors of sexual violence and named children leave the common desk for specialists at once (DESIGN §4, PRACTICE
 * §0.12): elsewhere no name, narrative, media, or place finer than the second admin level. Pure.
 */
import { levelNumber } from '../platform/principal.ts';
import { LEVELS, type Level, type PlacePrecision } from '../vocabulary/codes.ts';
import type { Account, Core, Damage, IncidentInput, Party, Protected, SetApart } from './contract.ts';

/** Specialists who see what the common desk does not. */
export const SPECIALISTS = ['human_rights', 'child_protection', 'womens_protection'] as const;

/** Places no finer than the second admin level; of one that is vague or not stated nobody can tell. */
const COARSE: ReadonlySet<PlacePrecision> = new Set(['adm2', 'adm1', 'country', 'international']);

/** Whether one of our own records is for specialists. Outside data sets are public already and stay as they are. */
export function needsSpecialists({ core, protected: names }: Pick<IncidentInput, 'core' | 'protected'>): boolean {
  if (core.origin.dataset !== 'own') return false;
  const survivor = core.type === 'sexual_violence' || core.figures.some((f) => f.harm === 'sexual_violence');
  const child = names?.people.some(({ sexAge }) => sexAge === 'girls' || sexAge === 'boys');
  return survivor || child === true || core.specialists === true;
}

/** Whether a record that somebody reads was set apart for specialists: then no paper tells a name, a title or a village. */
export const isSetApart = (core: Core): boolean => needsSpecialists({ core, protected: null });

/**
 * Takes what may name somebody out of the open groups of a record that is for specialists. Nothing that was sent is
 * lost: it is in the protected group, the place stays at its second admin level, and what is left of the account is for
 * specialists only. What is there already stays, unless the same field comes anew.
 */
export function separate(input: IncidentInput): IncidentInput {
  if (!needsSpecialists(input)) return input;
  const { core, account, levels } = input;
  const { where } = core;
  const fine = !COARSE.has(where.precision);
  return {
    ...input,
    core: {
      ...core,
      title: null,
      where: fine
        ? {
            ...where,
            ...{ point: null, name: where.adm2 || where.adm1, precision: where.adm2 ? 'adm2' : 'adm1' },
            description: null,
          }
        : { ...where, description: null },
      parties: core.parties.filter(({ role }) => role !== 'target'),
      damage: core.damage.map((damage) => ({ ...damage, note: null })),
      specialists: true,
    },
    account: account && BLANK,
    protected: moved(input, fine),
    levels: { core: levels.core, account: highest(levels.account), protected: 'strictly_confidential' },
  };
}

/** The protected group with what moves into it; `null` where nothing moves and nothing was sent: then what is held goes on holding. */
function moved({ core, account, protected: sent }: IncidentInput, fine: boolean): Protected | null {
  const before = sent?.setApart ?? null;
  const { point, name, description, precision } = core.where;
  const [newPoint, newName] = fine ? [point, name || null] : [null, null];
  const [exactPoint, exactPlace] = [sent?.exactPoint ?? newPoint, sent?.exactPlace ?? newName];
  const narrative = sent?.narrative ?? (account?.narrative || null);
  const setApart: SetApart = {
    title: core.title ?? before?.title ?? null,
    precision: newPoint || newName ? precision : (before?.precision ?? null),
    place: lines(
      before?.place,
      description,
      newName !== exactPlace ? newName : null,
      newPoint && String(newPoint) !== String(exactPoint) ? `${newPoint[1]}, ${newPoint[0]}` : null,
    ),
    targets: distinct([...(before?.targets ?? []), ...core.parties.filter(({ role }) => role === 'target')]),
    damage: withNotes(core.damage, before?.damage ?? []),
    account: together(
      before?.account ?? null,
      account && { ...account, narrative: other(account.narrative, narrative) },
    ),
  };
  const isEmpty = Object.values(setApart).every((part) => part === null || (Array.isArray(part) && part.length === 0));
  if (!sent && isEmpty && !exactPoint && !exactPlace && narrative === null) return null;
  return {
    ...{ people: [], caseReference: null, ...sent },
    ...{ exactPoint, exactPlace, narrative, setApart: isEmpty ? null : setApart },
  };
}

/** What an account is when all of it was set apart. */
const BLANK: Account = {
  ...{ narrative: null, narrativeLanguage: null, notes: null },
  ...{ sources: [], evidence: [], extra: {} },
};

/** A text, unless it says what is said elsewhere. */
const other = (text: string | null, said: string | null): string | null => (text && text !== said ? text : null);

/** Texts one below the other, each once; `null` for none. */
function lines(...texts: (string | null | undefined)[]): string | null {
  const all = texts.flatMap((text) => text?.split('\n') ?? []).filter((line) => line.trim() !== '');
  return all.length > 0 ? [...new Set(all)].join('\n') : null;
}

const distinct = (parties: readonly Party[]): Party[] => [
  ...new Map(parties.map((party) => [`${party.name}\n${party.type}`, party])).values(),
];

const withNotes = (damage: Damage[], before: Damage[]): Damage[] => (damage.some(({ note }) => note) ? damage : before);

/** What was set apart before, where it does not come anew. */
function together(before: Account | null, sent: Account | null): Account | null {
  if (!sent || isBlank(sent)) return before;
  if (!before) return sent;
  return {
    narrative: sent.narrative || before.narrative,
    narrativeLanguage: sent.narrativeLanguage ?? before.narrativeLanguage,
    sources: sent.sources.length > 0 ? sent.sources : before.sources,
    evidence: sent.evidence.length > 0 ? sent.evidence : before.evidence,
    notes: sent.notes || before.notes,
    extra: { ...before.extra, ...sent.extra },
  };
}

const isBlank = ({ narrative, narrativeLanguage, sources, evidence, notes, extra }: Account): boolean =>
  !(narrative || narrativeLanguage || notes) && sources.length + evidence.length + Object.keys(extra).length === 0;

const highest = (level: Level): Level =>
  LEVELS[Math.max(levelNumber(level), levelNumber('strictly_confidential'))] ?? 'strictly_confidential';
