/**
 * What a patrol leader carries: what we must, may, may only with, may not; from confirmed provisions in force alone, each
 * with its paragraphs. Words are others' to choose: this says what stands on the card, not how.
 */
import type { MandateModality, MandateQualifier, MandateTask, PocTier } from '../../vocabulary/codes.ts';
import { readable } from '../reading/plain.ts';
import type { Provision } from './authority.ts';
import { lineageIn } from './lineage.ts';
import { CONDITIONS, isManner, isOurs, weightOf } from './profile.ts';

export const CARD_PARTS = ['must', 'may', 'only_with', 'may_not'] as const;
export type CardPart = (typeof CARD_PARTS)[number];

export interface CardLine {
  task: MandateTask;
  /** The most that is asked. */
  modality: MandateModality;
  tiers: PocTier[];
  /** It meets a patrol on its way; the others are for those who sit in offices. */
  roadside: boolean;
  /** What narrows it, in the order of the list. */
  qualifiers: MandateQualifier[];
  /** Symbol and paragraph of each provision behind it. */
  where: { symbol: string; number: string }[];
  /** The words of the first. */
  quote: string;
}

export interface Card {
  parts: Record<CardPart, CardLine[]>;
  /** Tasks that patrols are asked for and of which no provision, confirmed or not, speaks. */
  silent: MandateTask[];
  /** Provisions with tasks for us that nobody has confirmed: they are not on the card. */
  unconfirmed: number;
}

/** Conditions without which a task is not ours to do. */
const ONLY_WITH: ReadonlySet<MandateQualifier> = new Set([
  'jointly_with_authorities',
  'at_request',
  'due_diligence',
  'last_resort',
]);
const MUST: ReadonlySet<string> = new Set(['demands', 'decides', 'requests']);

/** What a patrol is asked for at a roadside: it is told of silence, too. */
const ASKED_FOR: readonly MandateTask[] = [
  'CivilianProtection',
  'OperationsUseOfForce',
  'OperationsPatrolsInterventions',
  'HumanRights',
  'HumanitarianRelief',
  'DisarmamentDemobilization',
  'ArmsEmbargo',
  'ElectionAssistance',
  'BorderControl',
];
const ROADSIDE: ReadonlySet<MandateTask> = new Set([
  ...ASKED_FOR,
  'CivilianProtectionZones',
  'CivilianProtectionCommunityAlert',
  'CommunityEngagement',
  'ChildRights',
  'SexualViolence',
  'RefugeeAssistance',
  'ControlSALW',
  'Ceasefire',
  'UNPersonnelProtection',
]);

/** @param provisions of the texts in force */
export function cardFrom(provisions: readonly Provision[]): Card {
  const operative = provisions.filter(({ kind, codes }) => kind === 'OP' && codes.some(isOurs));
  const lineage = lineageIn(provisions);
  const parts: Record<CardPart, CardLine[]> = { must: [], may: [], only_with: [], may_not: [] };
  for (const provision of operative) {
    if (provision.confirmedBy === null) continue;
    const said = lineage(provision).flatMap(({ qualifiers }) => qualifiers.map(({ code }) => code));
    const conditions = [...new Set(said)].filter((code) => CONDITIONS.has(code));
    for (const code of provision.codes) {
      if (!isOurs(code)) continue;
      const ends = provision.qualifiers.some(({ code: qualifier }) => qualifier === 'ends');
      const part: CardPart = ends
        ? 'may_not'
        : conditions.some((qualifier) => ONLY_WITH.has(qualifier))
          ? 'only_with'
          : MUST.has(code.strength ?? provision.strength ?? '')
            ? 'must'
            : 'may';
      const [from] = provision.span;
      add(parts[part], {
        ...{ task: code.code, modality: code.modality, tiers: code.tier ? [code.tier] : [], qualifiers: conditions },
        roadside: ROADSIDE.has(code.code),
        where: [{ symbol: provision.symbol ?? '', number: provision.number }],
        quote: readable(provision.text.slice(code.span[0] - from, code.span[1] - from)),
      });
    }
  }
  const spoken = new Set(
    operative.flatMap((one) =>
      one.codes.filter((code) => isOurs(code) && !isManner(code, one)).map(({ code }) => code),
    ),
  );
  return {
    parts,
    silent: ASKED_FOR.filter((task) => !spoken.has(task)),
    unconfirmed: operative.filter(({ confirmedBy }) => confirmedBy === null).length,
  };
}

/** A task stands once in each part, with all its paragraphs; what narrows one of them is said. */
function add(lines: CardLine[], line: CardLine): void {
  const same = lines.find(({ task }) => task === line.task);
  if (!same) {
    lines.push(line);
    return;
  }
  if (weightOf(line.modality) > weightOf(same.modality)) same.modality = line.modality;
  for (const where of line.where)
    if (!same.where.some(({ symbol, number }) => symbol === where.symbol && number === where.number))
      same.where.push(where);
  same.tiers = [...new Set([...same.tiers, ...line.tiers])];
  same.qualifiers = [...new Set([...same.qualifiers, ...line.qualifiers])];
}
