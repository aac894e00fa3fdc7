/** A sentence as a question: "may we escort aid convoys with the army in the north?" */
import { MANDATE_TASKS, type MandateTask } from '../../vocabulary/codes.ts';
import { label, list } from '../../vocabulary/lists.ts';
import { plainOf } from '../reading/plain.ts';
import { TASK_RULES } from '../reading/rules.ts';
import type { Question } from './authority.ts';
import { ASSIST_WORDS, FORCE_WORDS, MONITOR_WORDS, speaksOf, TASK_WORDS, wordsOf } from './everyday-words.ts';

/** Arabic has no capital letters that would tell a name: there the form asks for the place. */
const PLACE =
  /(?<=^|[\s,])(?:in|at|near|around|to|à|au|aux|en|dans|vers|près de|autour de) (?:the |la |le |les |l[’'])?([A-ZÀ-Þ][\wÀ-ÿ’'-]*(?: [A-ZÀ-Þ][\wÀ-ÿ’'-]*){0,3})/;

/** @returns questions, the likeliest task first; none where no task is recognised. Labels are known in all languages. */
export function questionsIn(sentence: string): Question[] {
  const { lower, text } = plainOf(sentence, [[0, sentence.length]]);
  const points = new Map<MandateTask, number>();
  const add = (task: MandateTask, worth: number) => points.set(task, (points.get(task) ?? 0) + worth);
  const ruled = new Set<MandateTask>();
  for (const { code, pattern, weak } of TASK_RULES) {
    pattern.lastIndex = 0;
    if (!weak && pattern.test(lower)) ruled.add(code);
  }
  for (const code of ruled) add(code, 3);
  const words = wordsOf(text);
  for (const [task, list] of Object.entries(TASK_WORDS)) if (speaksOf(words, list)) add(task as MandateTask, 2);
  for (const task of MANDATE_TASKS) add(task, labelled(task, lower));
  const modality = speaksOf(words, MONITOR_WORDS) ? 'monitor' : speaksOf(words, ASSIST_WORDS) ? 'assist' : undefined;
  const place = PLACE.exec(text)?.[1];
  return [...points]
    .filter(([, worth]) => worth > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([task]) => ({
      task,
      ...(modality ? { modality } : {}),
      ...(speaksOf(words, FORCE_WORDS) && task !== 'OperationsUseOfForce'
        ? { means: 'all_necessary_means' as const }
        : {}),
      ...(place ? { place } : {}),
    }));
}

/** How much of a task's name, in any of the three languages, stands in the sentence. */
function labelled(task: MandateTask, lower: string): number {
  const known = list('mandate-tasks').codes.find(({ code }) => code === task);
  if (!known) return 0;
  const share = (['en', 'fr', 'ar'] as const).map((language) => {
    const words = label('mandate-tasks', task, language)
      .toLowerCase()
      .split(/[\s’'-]+/)
      .filter((word) => word.length > 4);
    return words.length === 0
      ? 0
      : words.filter((word) => lower.includes(word.replace(/s$/, ''))).length / words.length;
  });
  return Math.max(...share) >= 0.5 ? 4 * Math.max(...share) : 0;
}
