/** What the room answers of mandates: may we, missions beside each other, a theme through the years. */
import { queryOptions, skipToken } from '@tanstack/react-query';
import {
  AskView,
  type AuthorityQuery,
  AuthorityView,
  MatrixView,
  ThemeView,
} from '../../src/mandates/answers/contract.ts';
import { call, query } from './client.ts';
import { mandateKeys } from './mandates.ts';

const root = (mission: string) => `/missions/${mission}/mandates`;
const kept = (mission: string, asOf: string | undefined, ...of: unknown[]) => ({
  queryKey: [...mandateKeys(mission), ...of, asOf ?? null],
  staleTime: asOf ? Number.POSITIVE_INFINITY : 30_000,
});

/** A question put by its parts; without one nothing is asked, here and below. */
export const authorityQuery = (mission: string, asked: Omit<AuthorityQuery, 'asOf'> | null, asOf?: string) =>
  queryOptions({
    ...kept(mission, asOf, 'authority', asked),
    queryFn: asked
      ? ({ signal }) =>
          call(`${root(mission)}/authority${query({ ...asked, asOf })}`, { signal, answer: AuthorityView })
      : skipToken,
  });

/** The same, put in a sentence. */
export const askQuery = (
  mission: string,
  asked: { sentence: string; date: string | undefined } | null,
  asOf?: string,
) =>
  queryOptions({
    ...kept(mission, asOf, 'ask', asked),
    queryFn: asked
      ? ({ signal }) => call(`${root(mission)}/ask${query({ ...asked, asOf })}`, { signal, answer: AskView })
      : skipToken,
  });

export const matrixQuery = (mission: string, asOf?: string) =>
  queryOptions({
    ...kept(mission, asOf, 'matrix'),
    queryFn: ({ signal }) => call(`${root(mission)}/matrix${query({ asOf })}`, { signal, answer: MatrixView }),
  });

export const themeQuery = (mission: string, theme: ThemeView['theme'], asOf?: string) =>
  queryOptions({
    ...kept(mission, asOf, 'theme', theme),
    queryFn: ({ signal }) => call(`${root(mission)}/theme${query({ theme, asOf })}`, { signal, answer: ThemeView }),
  });
