/**
 * Which tasks a paragraph gives. Rules on the words of each clause that asks for something say on which words a task rests
 * and how it is to be done; what was learnt from coded paragraphs (`learnt.ts`) says whether it is one.
 */
import type { MandateTask, PocTier } from '../../vocabulary/codes.ts';
import type { TaskCode } from '../contract.ts';
import { modalityOf } from './actions.ts';
import { type Below, EXEMPTIONS, isReport } from './below.ts';
import { asks, type Clause } from './clauses.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { judge, learntTasks, strongest } from './learnt.ts';
import { eachMatch, type Plain, spanIn } from './plain.ts';
import { MASKED, TASK_RULES } from './rules.ts';
import type { TaskRule } from './tasks/rule.ts';

/** Children or women to be minded in everything: the fields where they are to be minded are not given as tasks by it. */
const CROSS_CUTTING = /cross-?cutting issue|take[n]? fully into account/;
const CROSS_CUTTING_TASKS: ReadonlySet<MandateTask> = new Set(['ChildRights', 'Gender', 'SexualViolence']);

/** A paragraph's words and what it stands under. */
export interface Standing {
  plain: Plain;
  /** `plain.lower` with names and formulas masked; as long as it. */
  masked: string;
  clauses: readonly Clause[];
  below: Below;
  /** Telling words of the paragraphs above it. */
  above: readonly string[];
}

export const maskedOf = ({ lower }: Plain): string => lower.replace(MASKED, (words) => '#'.repeat(words.length));

/** What the rules found in a paragraph. */
export interface Found {
  codes: TaskCode[];
  /** `rule=HumanRights`, `rule=HumanRights:monitor`, `rule=HumanRights/freedoms`: as evidence. */
  names: ReadonlySet<string>;
}

/** @returns the tasks it gives, in the order of their words */
export function codesIn(standing: Standing): TaskCode[] {
  if (standing.below === 'report' || standing.below === 'criteria') return [];
  const found = foundByRules(standing);
  const evidence = evidenceIn(standing, found);
  const learnt = learntTasks();
  const codes = found.codes.filter(({ code }) => !learnt.has(code));
  for (const { code, probability, given } of judge(evidence)) {
    if (!given) continue;
    const confidence = Math.round(probability * 100) / 100;
    const rests = found.codes.filter((one) => one.code === code);
    const own = rests.length > 0 ? rests : onEvidence(standing, code, strongest(evidence, code));
    codes.push(...own.map((one) => ({ ...one, confidence })));
  }
  return codes.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || (a.code < b.code ? -1 : 1));
}

/** What speaks for and against each task in a paragraph, its rules' findings with it. */
export const evidenceIn = (standing: Standing, found = foundByRules(standing)): Evidence[] =>
  evidenceOf(standing.masked, standing.clauses, standing.below, standing.above, found.names);

/** A task that no rule has words for rests on those that speak most for it. */
function onEvidence({ plain, masked, clauses }: Standing, code: MandateTask, evidence: Evidence | null): TaskCode[] {
  const clause = evidence?.words ? clauses[evidence.words.clause] : undefined;
  if (!evidence?.words || !clause) return [];
  const words = masked.slice(clause.from, clause.to);
  const [from, to] = [evidence.words.from - clause.from, evidence.words.to - clause.from];
  return [codeOf(plain, clause, code, from, to, modalityOf(words, from, to, clause.addressees))];
}

function foundByRules({ plain, masked, clauses, below }: Standing): Found {
  const sure = new Map<string, TaskCode>();
  const weak = new Map<string, TaskCode>();
  const names = new Set<string>();
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
      eachMatch(rule.pattern, words, (match) => {
        if (rule.unless?.test(around(words, match.index, match[0].length)) || rule.notIn?.test(words)) return;
        const end = match.index + match[0].length;
        const modality = modalityOf(words, match.index, end, clause.addressees);
        const key = `${rule.code}:${modality}`;
        names.add(`rule=${rule.code}`).add(`rule=${key}`);
        if (rule.kind !== null) names.add(`rule=${rule.code}/${rule.kind}`);
        const codes = rule.weak ? weak : sure;
        if (!codes.has(key)) codes.set(key, byRule(rule, codeOf(plain, clause, rule.code, match.index, end, modality)));
      });
    }
  }
  const known = new Set([...sure.values()].map(({ code }) => code));
  return { codes: [...sure.values(), ...[...weak.values()].filter(({ code }) => !known.has(code))], names };
}

/** How sure the rule alone is: for tasks that were not learnt. */
const byRule = ({ confidence }: TaskRule, code: TaskCode): TaskCode => ({
  ...code,
  confidence: Math.round(confidence * (code.strength && asks(code.strength) ? 1 : 0.75) * 100) / 100,
});

/** @param from where its words stand in the clause */
function codeOf(
  plain: Plain,
  { from: start, to: end, strength, addressees }: Clause,
  code: MandateTask,
  from: number,
  to: number,
  modality: TaskCode['modality'],
): TaskCode {
  return {
    code,
    modality,
    tier: code === 'CivilianProtection' ? tierOf(plain.lower.slice(start, end), modality) : null,
    span: spanIn(plain, start + from, start + to),
    confidence: 0,
    strength,
    addressees,
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
  return (
    strength === 'reaffirms' &&
    /\b(?:shall|must|should|will continue|need (?:to|for)|importance|obligations?|responsibilit(?:y|ies))\b/.test(words)
  );
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
