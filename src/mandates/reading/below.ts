/** What stands below a paragraph where it is no task: what a report shall hold, whom a measure strikes, what it exempts. */
import type { MandateAddressee } from '../../vocabulary/codes.ts';
import type { Clause } from './clauses.ts';

const GIVES = 'make|send|transmit|present|prepare|issue|provide';
const STUDIES = 'conduct|undertake|carry out';
const PAPERS =
  'reports?|reporting|assessments?|recommendations|information|statement|analysis|updates?|proposals|options|briefings?';
/** No other act comes before. */
const AT_ONCE = `^(?:(?! to (?!the\\b|it\\b|its\\b|an?\\b|that\\b|this\\b|all\\b|be\\b|also\\b|further\\b|continue to\\b|report|keep|inform|submit|brief|update|include|${GIVES}|${STUDIES})[a-z]+ )[^;]){0,160}?`;
/**
 * A paragraph that tells what a report shall hold gives no task to those it reports on; who shall first do something else
 * has a task.
 */
const REPORTS = new RegExp(
  [
    `${AT_ONCE}\\b(?:to|shall) (?:continue to |also |further )?(?:${[
      'report|keep (?:the|it)|inform|submit|brief|update|include (?:in|information)',
      'provide (?:the (?:security )?council|it\\b|integrated|regular)',
      'include [^;]{0,120}?\\b(?:reports?|reporting|updates?|briefings?)\\b',
      `(?:${GIVES})\\b[^;]{0,90}?\\b(?:${PAPERS})\\b`,
      `(?:${STUDIES})\\b[^;]{0,80}?\\b(?:review|assessment|study|evaluation)\\b`,
    ].join('|')})`,
    '^[^;]{0,60}(?:reports?|updates?):?$',
    '\\b(?:issue|provide),? [^;]{0,60}\\breports?\\b',
  ].join('|'),
);

const REPORTERS: ReadonlySet<MandateAddressee> = new Set([
  'secretary_general',
  'committee',
  'experts',
  'un_system',
  'host_state',
  'special_representative',
]);

/** @returns whether what stands below this clause is the contents of a report */
export function isReport(lower: string, { addressees, from, to }: Clause): boolean {
  const words = lower.slice(from, to);
  return (
    /^ ?the following reports\b/.test(words) || (addressees.some((who) => REPORTERS.has(who)) && REPORTS.test(words))
  );
}

/** Whom a sanction is to strike, and what it does not strike: descriptions of acts, no tasks. */
const CRITERIA =
  /(?:measures|paragraphs?|provisions)[^;]{0,140}\b(?:shall|will|should) (?:also )?apply to[^;]{0,200}(?:individuals|entities|persons|designated)|(?:such |following )acts|acts (?:that|which) threaten|criteria/;
export const EXEMPTIONS = /\b(?:shall|do|does) not apply\b|exempt(?:ion|ed)|supplies of (?:protective|non-lethal)/;

/** What the items below a paragraph are, where they are no tasks. */
export type Below = 'report' | 'criteria' | 'exemptions' | null;

/** @returns what stands below this clause, where it is no task */
export function belowOf(lower: string, clause: Clause | null): Below {
  if (clause === null) return null;
  if (isReport(lower, clause)) return 'report';
  const words = lower.slice(clause.from, clause.to);
  return CRITERIA.test(words) ? 'criteria' : EXEMPTIONS.test(words) ? 'exemptions' : null;
}
