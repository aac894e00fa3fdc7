/**
 * May we, and in whose words? Provisions for a task, provisions that condition or limit it, or silence: never a bare yes or
 * no. The front door that responses and support will call.
 */
import type {
  MandateAddressee,
  MandateModality,
  MandateQualifier,
  MandateTask,
  PocTier,
} from '../../vocabulary/codes.ts';
import type { Paragraph, Span } from '../contract.ts';
import { readable } from '../reading/plain.ts';
import { lineageIn } from './lineage.ts';
import { CONDITIONS } from './profile.ts';

export interface Question {
  task: MandateTask;
  tier?: PocTier | undefined;
  modality?: MandateModality | undefined;
  /** Asked about the use of force: what authorizes it is among the provisions for. */
  means?: 'all_necessary_means' | undefined;
  addressee?: MandateAddressee | undefined;
  /** Part of a place's name; provisions that name other places only are told as limits. */
  place?: string | undefined;
}

/** A paragraph with who vouches for how it is read. */
export interface Provision extends Paragraph {
  id: string;
  symbol: string | null;
  /** The day from which its text holds. */
  date: string | null;
  confirmedBy: { name: string; at: string } | null;
}

export interface Item {
  provisionId: string;
  symbol: string | null;
  paragraph: string;
  span: Span;
  /** The words of the span. */
  words: string;
  /** The whole paragraph, for reading. */
  text: string;
  why: 'task' | 'means' | MandateQualifier | 'other_place';
  confirmedBy: { name: string; at: string } | null;
}

export interface Answer {
  for: Item[];
  limits: Item[];
  /** How many of those for it nobody has confirmed. */
  unconfirmed: number;
}

/** @param provisions those in force on the day asked for @returns what they say to the question */
export function answerFrom(provisions: readonly Provision[], question: Question): Answer {
  const lineage = lineageIn(provisions);
  const found: Item[] = [];
  const limits: Item[] = [];
  for (const provision of provisions) {
    if (provision.kind !== 'OP') continue;
    const codes = provision.codes.filter((code) => answers(code, question));
    const [first] = codes;
    if (!first) {
      if (question.means && authorizesForce(provision)) found.push(itemOf(provision, forceSpan(provision), 'means'));
      continue;
    }
    const places = provision.qualifiers.filter(({ code }) => code === 'place');
    const elsewhere =
      question.place !== undefined &&
      places.length > 0 &&
      !places.some(({ value }) => isPlace(value, question.place as string));
    if (elsewhere && places[0]) limits.push(itemOf(provision, places[0].span, 'other_place'));
    else found.push(itemOf(provision, first.span, 'task'));
    limits.push(...lineage(provision).flatMap(conditionsOf));
  }
  limits.push(...elsewhereSaid(provisions, question, found));
  return {
    for: found,
    limits: dropDoubles(limits),
    unconfirmed: found.filter(({ confirmedBy }) => confirmedBy === null).length,
  };
}

function answers(code: Paragraph['codes'][number], { task, tier, modality, addressee }: Question): boolean {
  if (code.code !== task) return false;
  if (tier && code.tier !== tier) return false;
  if (modality && code.modality !== modality) return false;
  // Who is to act: the mission, unless somebody else is asked about.
  const who = addressee ?? 'mission';
  return code.addressees.includes(who) || (who === 'mission' && code.addressees.includes('special_representative'));
}

const authorizesForce = ({ codes }: Provision): boolean =>
  codes.some(({ code, addressees }) => code === 'OperationsUseOfForce' && addressees.includes('mission'));
const forceSpan = (provision: Provision): Span =>
  provision.codes.find(({ code }) => code === 'OperationsUseOfForce')?.span ?? provision.span;

const conditionsOf = (provision: Provision): Item[] =>
  provision.qualifiers
    .filter(({ code }) => CONDITIONS.has(code))
    .map(({ code, span }) => itemOf(provision, span, code));

/** Paragraphs that condition everything of the kind: due diligence for support, an end to what is handed over. */
function elsewhereSaid(provisions: readonly Provision[], question: Question, found: readonly Item[]): Item[] {
  const already = new Set(found.map(({ provisionId }) => provisionId));
  return provisions.flatMap((provision) => {
    if (provision.kind !== 'OP' || already.has(provision.id)) return [];
    const forSupport = SUPPORTING.has(question.task) || question.modality === 'assist';
    return provision.qualifiers
      .filter(
        ({ code }) =>
          (code === 'due_diligence' && forSupport) ||
          (code === 'ends' && provision.codes.some(({ code: task }) => task === question.task)),
      )
      .map(({ code, span }) => itemOf(provision, span, code));
  });
}

/** Tasks in which others are armed, trained, fed or carried. */
const SUPPORTING: ReadonlySet<MandateTask> = new Set([
  'MilitaryReform',
  'PoliceReform',
  'OperationsPatrolsInterventions',
  'OperationsUseOfForce',
  'BorderControl',
  'StateAuthority',
  'ControlSALW',
]);

function itemOf(provision: Provision, span: Span, why: Item['why']): Item {
  const at = provision.span[0];
  return {
    provisionId: provision.id,
    symbol: provision.symbol,
    paragraph: provision.number,
    span,
    words: readable(provision.text.slice(span[0] - at, span[1] - at)),
    text: readable(provision.text),
    why,
    confirmedBy: provision.confirmedBy,
  };
}

function dropDoubles(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ provisionId, span, why }) => {
    const key = `${provisionId} ${span[0]} ${why}`;
    return !seen.has(key) && seen.add(key);
  });
}

const isPlace = (value: string | undefined, asked: string): boolean => {
  const [name, other] = [value?.toLowerCase() ?? '', asked.toLowerCase()];
  return name.includes(other) || other.includes(name);
};
