/** Which tasks a paragraph gives: rules on the words of each clause that asks for something. */
import type { MandateAddressee, MandateTask, PocTier } from '../../vocabulary/codes.ts';
import type { TaskCode } from '../contract.ts';
import { modalityOf } from './actions.ts';
import { asks, type Clause } from './clauses.ts';
import { eachMatch, type Plain, spanIn } from './plain.ts';
import { MASKED, TASK_RULES, type TaskRule } from './rules.ts';

/** A paragraph that tells what a report shall hold gives no task to those it reports on. */
const REPORTS =
  /^[^;]{0,140}?\bto (?:continue to |also |further )?(?:report|keep (?:the|it)|inform|submit|brief|update|provide (?:the (?:security )?council|it\b|integrated|regular|an? (?:update|report))|include (?:in|information))|^[^;]{0,60}(?:reports?|updates?):?$/;

const REPORTERS: ReadonlySet<MandateAddressee> = new Set([
  'secretary_general',
  'committee',
  'experts',
  'un_system',
  'host_state',
  'special_representative',
]);

/** @returns whether what stands below this clause is the contents of a report */
const isReport = (lower: string, clause: Clause): boolean =>
  clause.addressees.some((who) => REPORTERS.has(who)) && REPORTS.test(lower.slice(clause.from, clause.to));

/** Whom a sanction is to strike, and what it does not strike: descriptions of acts, no tasks. */
const CRITERIA =
  /(?:measures|paragraphs?|provisions)[^;]{0,140}\b(?:shall|will|should) (?:also )?apply to[^;]{0,200}(?:individuals|entities|persons|designated)|(?:such |following )acts|acts (?:that|which) threaten|criteria/;
const EXEMPTIONS = /\b(?:shall|do|does) not apply\b|exempt(?:ion|ed)|supplies of (?:protective|non-lethal)/;

/** What the items below a paragraph are, where they are no tasks. */
export type Below = 'report' | 'criteria' | 'exemptions' | null;

/** @returns what stands below this clause, where it is no task */
export function belowOf(lower: string, clause: Clause | null): Below {
  if (clause === null) return null;
  if (isReport(lower, clause)) return 'report';
  const words = lower.slice(clause.from, clause.to);
  return CRITERIA.test(words) ? 'criteria' : EXEMPTIONS.test(words) ? 'exemptions' : null;
}

/** Children or women to be minded in everything: the fields where they are to be minded are not given as tasks by it. */
const CROSS_CUTTING = /cross-?cutting issue|take[n]? fully into account/;
const CROSS_CUTTING_TASKS: ReadonlySet<MandateTask> = new Set(['ChildRights', 'Gender', 'SexualViolence']);

/** @param below what it stands below */
export function codesIn(plain: Plain, clauses: readonly Clause[], below: Below): TaskCode[] {
  if (below === 'report' || below === 'criteria') return [];
  const codes = new Map<string, TaskCode>();
  const masked = plain.lower.replace(MASKED, (words) => '#'.repeat(words.length));
  for (const [at, own] of clauses.entries()) {
    if (!mayAsk(masked, own)) continue;
    const clause = at > 0 ? reaching(masked, own, clauses[0]) : own;
    if (isReport(plain.lower, clause)) continue;
    const exempt = below === 'exemptions' || EXEMPTIONS.test(plain.lower.slice(clause.from, clause.to));
    const words = masked.slice(clause.from, clause.to);
    const crossCutting = CROSS_CUTTING.test(words);
    for (const rule of TASK_RULES) {
      if (exempt && rule.code !== 'ArmsEmbargo') continue;
      if (crossCutting && !CROSS_CUTTING_TASKS.has(rule.code)) continue;
      if (rule.notIn?.test(words)) continue;
      eachMatch(rule.pattern, words, (match) => {
        if (rule.unless?.test(around(words, match.index, match[0].length))) return;
        const modality = modalityOf(words, match.index, match.index + match[0].length, clause.addressees);
        const key = `${rule.code} ${modality}`;
        if (!codes.has(key)) codes.set(key, codeOf(plain, clause, rule, match, modality));
      });
    }
  }
  return [...codes.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function codeOf(
  plain: Plain,
  clause: Clause,
  rule: TaskRule,
  match: RegExpExecArray,
  modality: TaskCode['modality'],
): TaskCode {
  const from = clause.from + match.index;
  const sure = clause.strength && asks(clause.strength) ? 1 : 0.75;
  return {
    code: rule.code,
    modality,
    tier: rule.code === 'CivilianProtection' ? tierOf(plain.lower.slice(clause.from, clause.to), modality) : null,
    span: spanIn(plain, from, from + match[0].length),
    confidence: Math.round(rule.confidence * sure * 100) / 100,
    strength: clause.strength,
    addressees: clause.addressees,
  };
}

/** "Encourages them to address these issues": the issues stand before. */
function reaching(lower: string, clause: Clause, first: Clause | undefined): Clause {
  const points = /\b(?:these|those|such) (?:issues|concerns|matters|efforts|needs)\b|\bthis issue\b/.test(
    lower.slice(clause.from, clause.to),
  );
  return points && first ? { ...clause, from: first.from } : clause;
}

/** What is only noted, welcomed or condemned asks nothing; what is stressed or reaffirmed does where it says who shall. */
function mayAsk(lower: string, { strength, addressees, from, to }: Clause): boolean {
  if (strength === null) return true;
  if (addressees.length === 1 && addressees[0] === 'council') return false;
  if (asks(strength)) return true;
  const words = lower.slice(from, to);
  if (strength === 'emphasizes')
    return /\b(?:need|importance|should|must|shall|necessity|urgency|crucial|imperative|obligations?|responsibilit(?:y|ies)|expectation)\b/.test(
      words,
    );
  return strength === 'reaffirms' && /\b(?:shall|must|will continue|need to)\b/.test(words);
}

const around = (words: string, at: number, length: number): string =>
  words.slice(Math.max(0, at - 80), at + length + 80);

const FIRST_TIER =
  /dialogue|good offices|advoca|mediat|engag(?:e|ing|ement) with (?:the )?(?:part|armed|author|leaders)|reconciliation|political (?:process|solution)|conflict (?:prevention|resolution)/;
const THIRD_TIER =
  /protective environment|enabling environment|conducive|capacity of (?:the )?(?:national|state|government|host)|accountable and sustainable security forces|legal (?:framework|protection)|durable solutions|strengthen(?:ing)? (?:the )?(?:rule of law|national|justice)|security sector|primary responsibility|national (?:plan|strategy)/;

/** Physical protection where nothing says otherwise. */
function tierOf(words: string, modality: TaskCode['modality']): PocTier {
  if (/physical violence|imminent|deter|patrol|all necessary/.test(words)) return 'II';
  if (THIRD_TIER.test(words)) return 'III';
  if (FIRST_TIER.test(words) && modality !== 'secure') return 'I';
  return 'II';
}
