/** What the pages ask the incidents room, and how long each answer may be kept. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  CoverageAnswer,
  type CoverageQuery,
  type ExportFormat,
  Incident,
  type IncidentFilter,
  type IncidentInput,
  IncidentList,
  IncidentSummary,
  Receipt,
  Timeline,
} from '../../src/incidents/contract.ts';
import { API, call, query } from './client.ts';

export type Filter = Partial<IncidentFilter>;
export type Sort = 'newest' | 'oldest' | 'killed' | 'recorded';

/** Two screens of lines; more come as one reads on. */
const PAGE = 50;
const Versions = z.object({ items: z.array(Incident) });
const Saved = Receipt.partial();
const Stamp = z.object({ version: z.int() });
const Erasure = z.object({ beyond: z.array(z.string()) });

const root = (mission: string) => `/missions/${mission}/incidents`;

/** An answer *as known on* a moment never changes; one about now is asked again when the server says so (`app/live.ts`). */
const fresh = (filter: Filter) => ({ staleTime: filter.asOf ? Number.POSITIVE_INFINITY : 30_000 });

export const incidentKeys = (mission: string) => ['incidents', mission] as const;

export const listQuery = (mission: string, filter: Filter, sort: Sort) =>
  infiniteQueryOptions({
    queryKey: [...incidentKeys(mission), 'list', filter, sort],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(`${root(mission)}${query({ ...filter, sort, limit: PAGE, cursor: pageParam })}`, {
        signal,
        answer: IncidentList,
      }),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    ...fresh(filter),
  });

/** Lines of these records, where one sees them: to name what is only spoken of. */
export const rowsQuery = (mission: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'rows', ids],
    queryFn: ({ signal }) => call(`${root(mission)}${query({ ids, limit: 100 })}`, { signal, answer: IncidentList }),
    select: ({ items }) => items,
    enabled: ids.length > 0,
    staleTime: 60_000,
  });

/** The first few that fit, for a list that is looked at and left. */
export const firstQuery = (mission: string, filter: Filter, sort: Sort, limit: number) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'first', filter, sort, limit],
    queryFn: ({ signal }) =>
      call(`${root(mission)}${query({ ...filter, sort, limit })}`, { signal, answer: IncidentList }),
    placeholderData: keepPreviousData,
    ...fresh(filter),
  });

export const summaryQuery = (mission: string, filter: Filter) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'summary', filter],
    queryFn: ({ signal }) => call(`${root(mission)}/summary${query(filter)}`, { signal, answer: IncidentSummary }),
    placeholderData: keepPreviousData,
    ...fresh(filter),
  });

export const timelineQuery = (mission: string, filter: Filter) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'timeline', filter],
    queryFn: ({ signal }) => call(`${root(mission)}/timeline${query(filter)}`, { signal, answer: Timeline }),
    placeholderData: keepPreviousData,
    ...fresh(filter),
  });

export const incidentQuery = (mission: string, id: string, asOf?: string) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'record', id, asOf ?? null],
    queryFn: ({ signal }) => call(`${root(mission)}/${id}${query({ asOf })}`, { signal, answer: Incident }),
    ...fresh(asOf ? { asOf } : {}),
  });

/** Every version, oldest first. */
export const versionsQuery = (mission: string, id: string) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'versions', id],
    queryFn: ({ signal }) => call(`${root(mission)}/${id}/versions`, { signal, answer: Versions }),
    select: ({ items }) => [...items].sort((a, b) => a.version - b.version),
    staleTime: 30_000,
  });

export const coverageQuery = (mission: string, asked: CoverageQuery) =>
  queryOptions({
    queryKey: [...incidentKeys(mission), 'coverage', asked],
    queryFn: ({ signal }) => call(`${root(mission)}/coverage${query(asked)}`, { signal, answer: CoverageAnswer }),
    placeholderData: keepPreviousData,
    ...fresh(asked),
  });

/** Where the browser fetches an export. */
export const exportUrl = (mission: string, filter: Filter, format: ExportFormat) =>
  `${API}${root(mission)}/export${query({ ...filter, format })}`;

/** The address of the map's tiles; absolute, since the map's worker knows no page to be relative to. */
export function tilesUrl(mission: string, filter: Filter): string {
  const { bbox: _frame, ...rest } = filter;
  return `${location.origin}${API}${root(mission)}/tiles/{z}/{x}/{y}.mvt${query(rest)}`;
}

/** Records a new incident, or the next version of one (`base`: the version it was made on). @returns a receipt, where one may not see it */
export const saveIncident = (mission: string, input: IncidentInput, base: number | null) =>
  base === null
    ? call(root(mission), { method: 'POST', body: input, answer: Saved })
    : call(`${root(mission)}/${input.id}`, { method: 'PUT', body: input, ifMatch: base, answer: Saved });

/** Moves one of the two statuses; each has its own owner and verb. */
export const decide = (
  mission: string,
  id: string,
  version: number,
  act: 'confirm' | 'verify',
  body: { status: string; note: string },
) => call(`${root(mission)}/${id}/${act}`, { method: 'POST', body, ifMatch: version, answer: Stamp.partial() });

/** Destroys what names people in every version of a record. @returns what the erasure cannot reach, in the server's words */
export const erasePeople = (mission: string, id: string, reason: string) =>
  call(`${root(mission)}/${id}/erase`, { method: 'POST', body: { reason }, answer: Erasure });
