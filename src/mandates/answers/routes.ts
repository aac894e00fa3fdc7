/** The addresses of answers about mandates. */
import { z } from 'zod';
import { remembered } from '../../platform/http/remembered.ts';
import { type Route, route } from '../../platform/http/route.ts';
import {
  AskQuery,
  AskView,
  AsOfQuery,
  AuthorityQuery,
  AuthorityView,
  CompareQuery,
  ComparisonView,
  DayQuery,
  MatrixView,
  ThemeQuery,
  ThemeView,
  YearsView,
} from './contract.ts';
import { ask, authority, comparison, matrix, themeView, years } from './queries.ts';

const base = '/missions/:mission/mandates';
const params = z.object({ mission: z.string() });
const about = { method: 'GET', access: 'mandate.read', tag: 'mandates', params } as const;

export const answerRoutes: readonly Route[] = [
  route({
    ...about,
    url: `${base}/compare`,
    summary: 'Two texts side by side: paragraphs, words, and what it means for us',
    query: CompareQuery,
    answer: ComparisonView,
    handler: (asked) =>
      remembered(asked, asked.query.asOf, (tx, asOf) => comparison(tx, asOf, asked.query)) as Promise<
        z.infer<typeof ComparisonView>
      >,
  }),
  route({
    ...about,
    url: `${base}/years`,
    summary: 'The mission’s own mandate through the years, what is in force on a day, and the à-la-carte test',
    query: DayQuery,
    answer: YearsView,
    handler: (asked) =>
      remembered(asked, asked.query.asOf, (tx, asOf) => years(tx, asOf, asked.query.date)) as Promise<
        z.infer<typeof YearsView>
      >,
  }),
  route({
    ...about,
    url: `${base}/matrix`,
    summary: 'Missions beside each other, task by task',
    query: AsOfQuery,
    answer: MatrixView,
    handler: (asked) => remembered(asked, asked.query.asOf, matrix) as Promise<z.infer<typeof MatrixView>>,
  }),
  route({
    ...about,
    url: `${base}/theme`,
    summary: 'A theme through all texts: when it is spoken of, which wording spread, and from where',
    query: ThemeQuery,
    answer: ThemeView,
    handler: (asked) =>
      remembered(asked, asked.query.asOf, (tx, asOf) => themeView(tx, asOf, asked.query.theme)) as Promise<
        z.infer<typeof ThemeView>
      >,
  }),
  route({
    ...about,
    url: `${base}/authority`,
    summary: 'May we: provisions for, provisions that condition or limit, or silence',
    query: AuthorityQuery,
    answer: AuthorityView,
    handler: (asked) => {
      const { date, asOf: line, ...question } = asked.query;
      return remembered(asked, line, (tx, asOf) => authority(tx, asOf, question, date)) as Promise<
        z.infer<typeof AuthorityView>
      >;
    },
  }),
  route({
    ...about,
    url: `${base}/ask`,
    summary: 'The same, asked in a sentence',
    query: AskQuery,
    answer: AskView,
    handler: (asked) =>
      remembered(asked, asked.query.asOf, (tx, asOf) =>
        ask(tx, asOf, asked.query.sentence, asked.query.date),
      ) as Promise<z.infer<typeof AskView>>,
  }),
];
