/**
 * Which words make which task. Patterns run on small letters with one space between words (`plain.ts`). A pattern asks for
 * an act in its field, not for a mention: what only stands in a name or in a legal formula is masked first (`rules.ts`).
 * Scope notes for people: `docs/mandates-codebook.md`.
 */
import type { MandateTask } from '../../../vocabulary/codes.ts';

export interface TaskRule {
  code: MandateTask;
  /** Which of a task's several rules it is: each is evidence of its own (`evidence.ts`), the surest stand first. */
  kind: string | null;
  /** Words that make the task likelier and are mostly about something else: it rests on them only where no others stand. */
  weak: boolean;
  /** How sure the words alone make it, where the task was not learnt. */
  confidence: number;
  pattern: RegExp;
  /** Words around the match (80 before, 80 behind) that make it something else. */
  unless: RegExp | null;
  /** Words anywhere in the clause that do. */
  notIn: RegExp | null;
}

interface Words {
  kind?: string;
  weak?: boolean;
  pattern: string;
  unless?: string;
  notIn?: string;
}

/** @returns the rules of a task, in the order given */
export const rules = (code: MandateTask, confidence: number, all: readonly Words[]): TaskRule[] =>
  all.map(({ kind, weak, pattern, unless, notIn }) => ({
    ...{ code, confidence, kind: kind ?? null, weak: weak ?? false },
    // At the start of a word only: "international" holds no "national".
    pattern: new RegExp(`(?<![a-z])(?:${pattern})`, 'g'),
    unless: unless ? new RegExp(unless) : null,
    notIn: notIn ? new RegExp(notIn) : null,
  }));
