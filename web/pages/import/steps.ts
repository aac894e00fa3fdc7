/** The steps from a file to its records, and where one may go from each. Pure. */
import { problemsOf } from './mapping/problems.ts';
import { hasDataset, isMapped, type Plan } from './plan.ts';

export const STEPS = ['file', 'columns', 'words', 'places', 'keep', 'try'] as const;
export type Step = (typeof STEPS)[number];

/** A file whose columns are known by name has nothing to map. */
export const stepsOf = (plan: Pick<Plan, 'schema'>): readonly Step[] =>
  isMapped(plan) ? STEPS : STEPS.filter((step) => step === 'file' || step === 'keep' || step === 'try');

/** Whether what this step asks is settled, so that the next ones make sense. */
export function isSettled(step: Step, plan: Plan): boolean {
  if (step === 'columns') return !isMapped(plan) || problemsOf(plan.mapping).length === 0;
  return step === 'keep' ? hasDataset(plan) : true;
}

/** The first step that keeps a later one from being reached; `null` when that one is open. */
export function blockedBy(step: Step, plan: Plan): Step | null {
  const steps = stepsOf(plan);
  return steps.slice(0, steps.indexOf(step)).find((before) => !isSettled(before, plan)) ?? null;
}

/** What an address asks for, as far as it may be reached. */
export function reachable(wanted: string | undefined, plan: Plan): Step {
  const step = stepsOf(plan).find((one) => one === wanted) ?? 'file';
  return blockedBy(step, plan) ?? step;
}

export function neighbours(step: Step, plan: Plan): { before: Step | undefined; after: Step | undefined } {
  const steps = stepsOf(plan);
  const at = steps.indexOf(step);
  return { before: steps[at - 1], after: steps[at + 1] };
}
