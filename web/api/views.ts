/** Saved views: names for addresses of the room. */
import { queryOptions } from '@tanstack/react-query';
import { SavedView, type SavedViewInput, SavedViews } from '../../src/platform/views/contract.ts';
import { call, Nothing } from './client.ts';

const root = (mission: string) => `/missions/${mission}/views`;
export const viewKeys = (mission: string) => ['views', mission] as const;

export const viewsQuery = (mission: string) =>
  queryOptions({
    queryKey: viewKeys(mission),
    queryFn: ({ signal }) => call(root(mission), { signal, answer: SavedViews }),
    select: ({ items }) => items,
    staleTime: 60_000,
  });

/** @param version that it is changed from; 0 for a new one */
export const keepView = (mission: string, id: string, version: number, body: SavedViewInput) =>
  call(`${root(mission)}/${id}`, { method: 'PUT', body, ifMatch: version, answer: SavedView });

export const dropView = (mission: string, id: string) =>
  call(`${root(mission)}/${id}`, { method: 'DELETE', answer: Nothing });
