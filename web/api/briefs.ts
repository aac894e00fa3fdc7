/** Papers: kept ones and their versions, one composed on the spot, whom it can go to, and what papers are made of. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type ComposeQuery,
  type FileFormat,
  Paper,
  PaperList,
  PaperReaders,
  PaperVersions,
  type SavePaper,
  type SendPaper,
  StoredPaper,
  type Template,
  TemplateView,
  type Words,
} from '../../src/briefs/contract.ts';
import { API, call, query } from './client.ts';

/** Which paper: kind, of what, in which language, as known when, up to which level. */
export type Asked = z.input<typeof ComposeQuery>;

const root = (mission: string) => `/missions/${mission}/papers`;
export const briefKeys = (mission: string) => ['briefs', mission] as const;

export const papersQuery = (mission: string) =>
  queryOptions({
    queryKey: [...briefKeys(mission), 'list'],
    queryFn: ({ signal }) => call(root(mission), { signal, answer: PaperList }),
    select: ({ items }) => items,
    staleTime: 30_000,
  });

/** Not under the room's key: a paper that was just composed does not change under its reader's eyes. */
export const previewQuery = (mission: string, asked: Asked) =>
  queryOptions({
    queryKey: ['composed', mission, asked],
    queryFn: ({ signal }) => call(`${root(mission)}/preview${query(asked)}`, { signal, answer: Paper }),
    placeholderData: keepPreviousData,
    staleTime: asked.asOf ? Number.POSITIVE_INFINITY : 60_000,
  });

/** Every version, oldest first. */
export const paperQuery = (mission: string, id: string) =>
  queryOptions({
    queryKey: [...briefKeys(mission), 'paper', id],
    queryFn: ({ signal }) => call(`${root(mission)}/${id}/versions`, { signal, answer: PaperVersions }),
    select: ({ items }) => items,
    staleTime: 30_000,
  });

export const readersQuery = (mission: string, id: string) =>
  queryOptions({
    queryKey: [...briefKeys(mission), 'readers', id],
    queryFn: ({ signal }) => call(`${root(mission)}/${id}/readers`, { signal, answer: PaperReaders }),
    select: ({ items }) => items,
  });

export const templateQuery = (mission: string) =>
  queryOptions({
    queryKey: [...briefKeys(mission), 'template'],
    queryFn: ({ signal }) => call(`/missions/${mission}/paper-template`, { signal, answer: TemplateView }),
    staleTime: 60_000,
  });

export const keepPaper = (mission: string, body: z.input<typeof SavePaper>) =>
  call(root(mission), { method: 'POST', body, answer: StoredPaper });

/** @param version the one that was on the screen */
export const changeWords = (mission: string, id: string, version: number, words: Words) =>
  call(`${root(mission)}/${id}`, { method: 'PUT', body: { words }, ifMatch: version, answer: StoredPaper });

export const sendPaper = (mission: string, id: string, version: number, body: SendPaper) =>
  call(`${root(mission)}/${id}/send`, { method: 'POST', body, ifMatch: version, answer: StoredPaper });

export const changeTemplate = (mission: string, version: number, body: Template) =>
  call(`/missions/${mission}/paper-template`, { method: 'PUT', body, ifMatch: version, answer: TemplateView });

/** Where the browser fetches a kept paper as a file. */
export const fileUrl = (mission: string, id: string, version: number, format: FileFormat) =>
  `${API}${root(mission)}/${id}/file${query({ format, version })}`;

export const previewFileUrl = (mission: string, asked: Asked, format: FileFormat) =>
  `${API}${root(mission)}/preview/file${query({ ...asked, format })}`;
