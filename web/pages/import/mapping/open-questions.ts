/** What is still to be asked about a file, and what an answer changes. Pure. */
import type { FieldPath, Mapping, Question } from '../../../../src/incidents/import/contract.ts';
import type { Plan } from '../plan.ts';

/** Names a question for as long as the file is the same. */
export function keyOf(question: Question): string {
  switch (question.kind) {
    case 'unsure':
    case 'counts':
    case 'figures_in_words':
      return `${question.kind} ${question.header}`;
    case 'either':
      return `either ${question.headers.join(' ')}`;
    default:
      return question.kind;
  }
}

/** Those that nobody has answered; what was settled in the table meanwhile is not asked again. */
export const openQuestions = (questions: readonly Question[], { answered, mapping }: Plan): Question[] =>
  questions.filter((question) => !answered.includes(keyOf(question)) && isOpen(question, mapping));

function isOpen(question: Question, { columns, constants, dateOrder, figuresFrom }: Mapping): boolean {
  switch (question.kind) {
    case 'no_date':
      return !Object.values(columns).includes('date') && constants.date === undefined;
    case 'date_order':
      return dateOrder === null;
    case 'unsure':
      return columns[question.header] === question.field;
    case 'either':
      return columns[question.headers[0]] === question.field;
    case 'counts':
      return columns[question.header] === undefined;
    case 'figures_in_words':
      return figuresFrom === null;
  }
}

/** The plan with an answer given: the mapping may change, and the question is not asked again. */
export const answered = (plan: Plan, question: Question, change: Partial<Mapping> = {}): Plan => ({
  ...plan,
  mapping: { ...plan.mapping, ...change },
  answered: [...plan.answered, keyOf(question)],
});

/** A column fills a field, or none; a field that only one column fills is taken from the column that had it. */
export function withColumn(columns: Mapping['columns'], header: string, field: FieldPath | null): Mapping['columns'] {
  const { [header]: _before, ...rest } = columns;
  return field === null ? rest : { ...rest, [header]: field };
}

/** The field goes from one column to another. */
export const handedOver = (columns: Mapping['columns'], from: string, to: string, field: FieldPath) =>
  withColumn(withColumn(columns, from, null), to, field);
