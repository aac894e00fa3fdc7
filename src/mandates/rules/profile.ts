/**
 * What a text gives a mission to do: each task once, at its strongest, with the paragraphs it rests on. Comparing two
 * profiles says what was gained, lost, weakened, strengthened or put under a condition.
 */
import type {
  MandateModality,
  MandateQualifier,
  MandateStrength,
  MandateTask,
  PocTier,
} from '../../vocabulary/codes.ts';
import { MANDATE_MODALITIES, MANDATE_STRENGTHS } from '../../vocabulary/codes.ts';
import type { ChangeKind, Paragraph, Span, TaskCode } from '../contract.ts';
import { lineageIn } from './lineage.ts';

/** Where words stand that somebody may read. */
export interface Quote {
  number: string;
  span: Span;
}

export interface TaskLine {
  task: MandateTask;
  strength: MandateStrength;
  modality: MandateModality;
  tiers: PocTier[];
  /** Means and conditions of its paragraphs and of those they stand below. */
  qualifiers: MandateQualifier[];
  quotes: Quote[];
  /** Every paragraph that gives it also ends, reduces or hands it over. */
  ending: boolean;
}

/** Means and conditions that change what a task is worth; places, days and reports do not. */
export const CONDITIONS: ReadonlySet<MandateQualifier> = new Set([
  'imminent_threat',
  'within_capabilities',
  'areas_of_deployment',
  'primary_responsibility',
  'in_support_of_authorities',
  'jointly_with_authorities',
  'at_request',
  'due_diligence',
  'last_resort',
]);
const MEANS: ReadonlySet<MandateQualifier> = new Set(['all_necessary_means', 'irrespective_of_source']);

const rank = (strength: MandateStrength): number => MANDATE_STRENGTHS.length - MANDATE_STRENGTHS.indexOf(strength);
/** The more the mission does itself, the more. */
export const weightOf = (modality: MandateModality): number => MANDATE_MODALITIES.indexOf(modality);

/** Whether a code of a paragraph is something that the mission itself is to do. */
export const isOurs = ({ addressees }: Pick<TaskCode, 'addressees'>): boolean =>
  addressees.includes('mission') || addressees.includes('special_representative');

/** @returns the tasks that a text gives its mission, in the order in which they first stand there */
export function profileOf(paragraphs: readonly Paragraph[]): TaskLine[] {
  const lines = new Map<MandateTask, TaskLine>();
  const lineage = lineageIn(paragraphs);
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'OP') continue;
    const qualifiers = lineage(paragraph).flatMap((one) => one.qualifiers.map(({ code }) => code));
    const ends = paragraph.qualifiers.some(({ code }) => code === 'ends');
    for (const code of paragraph.codes)
      if (isOurs(code) && !isManner(code, paragraph)) add(lines, paragraph, code, qualifiers, ends);
  }
  return [...lines.values()];
}

/** Keeping to the due diligence policy is a condition on the support that a mission gives, and told as one. */
export const isManner = (
  { code, span: [from, to] }: TaskCode,
  { qualifiers }: Pick<Paragraph, 'qualifiers'>,
): boolean =>
  code === 'HumanRights' &&
  qualifiers.some(({ code: which, span }) => which === 'due_diligence' && span[0] < to && from < span[1]);

function add(
  lines: Map<MandateTask, TaskLine>,
  paragraph: Paragraph,
  code: TaskCode,
  qualifiers: MandateQualifier[],
  ends: boolean,
): void {
  const strength = code.strength ?? paragraph.strength ?? 'notes';
  const quote = { number: paragraph.number, span: code.span };
  const line = lines.get(code.code);
  if (!line) {
    lines.set(code.code, {
      task: code.code,
      strength,
      modality: code.modality,
      tiers: code.tier ? [code.tier] : [],
      qualifiers: [...new Set(qualifiers)],
      quotes: [quote],
      ending: ends,
    });
    return;
  }
  if (rank(strength) > rank(line.strength)) line.strength = strength;
  if (weightOf(code.modality) > weightOf(line.modality)) line.modality = code.modality;
  if (code.tier && !line.tiers.includes(code.tier)) line.tiers.push(code.tier);
  for (const qualifier of qualifiers) if (!line.qualifiers.includes(qualifier)) line.qualifiers.push(qualifier);
  line.quotes.push(quote);
  line.ending &&= ends;
}

export interface TaskChange {
  task: MandateTask;
  kind: ChangeKind;
  /** What was added or taken away, for the two kinds that say so. */
  qualifier?: MandateQualifier;
  before: TaskLine | null;
  after: TaskLine | null;
}

/** @returns what changes for the mission from one text to the next; a task may change in several ways */
export function changesOf(before: readonly TaskLine[], after: readonly TaskLine[]): TaskChange[] {
  const then = new Map(before.map((line) => [line.task, line]));
  const now = new Map(after.map((line) => [line.task, line]));
  const changes: TaskChange[] = [];
  for (const [task, old] of then) {
    const line = now.get(task);
    if (!line) changes.push({ task, kind: 'lost', before: old, after: null });
    else changes.push(...betweenOf(old, line));
  }
  for (const [task, line] of now)
    if (!then.has(task)) changes.push({ task, kind: 'gained', before: null, after: line });
  return changes;
}

function betweenOf(before: TaskLine, after: TaskLine): TaskChange[] {
  const { task } = before;
  const changes: TaskChange[] = [];
  const push = (kind: ChangeKind, qualifier?: MandateQualifier) =>
    changes.push({ task, kind, ...(qualifier ? { qualifier } : {}), before, after });
  const step =
    Math.sign(weightOf(after.modality) - weightOf(before.modality)) ||
    Math.sign(rank(after.strength) - rank(before.strength));
  if (step > 0) push('strengthened');
  if (step < 0) push('weakened');
  if (after.ending && !before.ending) push('ending');
  for (const code of after.qualifiers)
    if (isCondition(code) && !before.qualifiers.includes(code))
      push(CONDITIONS.has(code) ? 'condition_added' : 'strengthened', code);
  for (const code of before.qualifiers)
    if (isCondition(code) && !after.qualifiers.includes(code))
      push(CONDITIONS.has(code) ? 'condition_removed' : 'weakened', code);
  return changes;
}

const isCondition = (code: MandateQualifier): boolean => CONDITIONS.has(code) || MEANS.has(code);

/** How dark a band is drawn: 0 for hardly anything, 1 for "decides … to secure". */
export const toneOf = ({ strength, modality, ending }: TaskLine): number =>
  Math.round(
    ((rank(strength) / MANDATE_STRENGTHS.length) * 0.6 + ((weightOf(modality) + 1) / MANDATE_MODALITIES.length) * 0.4) *
      (ending ? 0.4 : 1) *
      100,
  ) / 100;
