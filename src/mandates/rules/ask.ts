/** A sentence as a question: "may we escort aid convoys with the army in the north?" */
import { MANDATE_TASKS, type MandateTask } from '../../vocabulary/codes.ts';
import { label, list } from '../../vocabulary/lists.ts';
import { plainOf } from '../reading/plain.ts';
import { TASK_RULES } from '../reading/rules.ts';
import type { Question } from './authority.ts';

/** Everyday words that no resolution uses, or that mean a task only in a question. */
const EVERYDAY: readonly [MandateTask, RegExp][] = [
  ['OperationsUseOfForce', /\b(?:shoot|fire|force|weapons? (?:to|against)|fight|attack (?:the|an) )\b/],
  ['OperationsPatrolsInterventions', /\b(?:patrol|escort|convoy|checkpoint|base)s?\b/],
  ['CivilianProtection', /\b(?:protect|defend|shelter|evacuat|rescue|civilian|villager|people)/],
  ['HumanRights', /\b(?:human rights|abuses?|violations?|detain|arrest)/],
  ['HumanitarianRelief', /\b(?:aid|relief|food|humanitarian|medicine)\b/],
  ['MilitaryReform', /\b(?:army|soldiers|armed forces)\b/],
  ['PoliceReform', /\bpolice\b/],
  ['ElectionAssistance', /\b(?:vote|voting|election|ballot)s?\b/],
  ['CommunityEngagement', /\b(?:community|communities|elders?|chiefs?)\b/],
  ['PeaceProcess', /\b(?:negotiat|mediat|talks?|ceasefire deal)/],
  ['DisarmamentDemobilization', /\b(?:disarm|surrender|hand in)/],
];
const MONITOR = /\b(?:monitor|observe|watch|report|investigate|document|record)/;
const ASSIST = /\b(?:support|help|assist|advise|train|accompany|fuel|transport|equip)/;
const FORCE = /\b(?:force|shoot|fire|weapons?|necessary means)\b/;
const PLACE = /\b(?:in|at|near|around|to) (?:the )?([A-ZÀ-Þ][\wÀ-ÿ’'-]*(?: [A-ZÀ-Þ][\wÀ-ÿ’'-]*){0,3})/;

/** @returns questions, the likeliest task first; none where no task is recognised. Labels are known in all languages. */
export function questionsIn(sentence: string): Question[] {
  const { lower, text } = plainOf(sentence, [[0, sentence.length]]);
  const points = new Map<MandateTask, number>();
  const add = (task: MandateTask, worth: number) => points.set(task, (points.get(task) ?? 0) + worth);
  for (const { code, pattern } of TASK_RULES) {
    pattern.lastIndex = 0;
    if (pattern.test(lower)) add(code, 3);
  }
  for (const [task, words] of EVERYDAY) if (words.test(lower)) add(task, 2);
  for (const task of MANDATE_TASKS) add(task, labelled(task, lower));
  const modality = MONITOR.test(lower) ? 'monitor' : ASSIST.test(lower) ? 'assist' : undefined;
  const place = PLACE.exec(text)?.[1];
  return [...points]
    .filter(([, worth]) => worth > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([task]) => ({
      task,
      ...(modality ? { modality } : {}),
      ...(FORCE.test(lower) && task !== 'OperationsUseOfForce' ? { means: 'all_necessary_means' as const } : {}),
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
