/** Bringing a file in: send it, look at it, try it, run it, take it back, fetch what was not taken. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type ImportChoices, ImportLook, ImportPreview } from '../../src/incidents/import/contract.ts';
import { API, call } from './client.ts';
import { StartedJob } from './jobs.ts';
import { type Sending, upload } from './upload.ts';

const root = (mission: string) => `/missions/${mission}/imports`;

/** Brings nothing in yet: the answer says what the file is. */
export function sendImport(mission: string, file: File, sending: Sending): Promise<ImportPreview> {
  const form = new FormData();
  form.append('file', file);
  return upload(root(mission), form, ImportPreview, sending);
}

/** What an uploaded file is; the same upload by another sheet of the workbook. */
export const seeImport = (
  mission: string,
  { id, name, sheet }: { id: string; name: string; sheet: string | null },
  signal?: AbortSignal,
) =>
  call(`${root(mission)}/${id}?${new URLSearchParams({ name, ...(sheet === null ? {} : { sheet }) })}`, {
    answer: ImportPreview,
    ...(signal ? { signal } : {}),
  });

/** The form behind an export: the same upload, read with its labels. */
export function sendForm(
  mission: string,
  { id, name, sheet }: Pick<ImportPreview, 'id' | 'name' | 'sheet'>,
  file: File,
): Promise<ImportPreview> {
  const form = new FormData();
  form.append('file', file);
  const asked = new URLSearchParams({ name, ...(sheet === null ? {} : { sheet }) });
  return upload(`${root(mission)}/${id}/form?${asked}`, form, ImportPreview, { onProgress: () => undefined });
}

export const importKeys = (mission: string) => ['imports', mission] as const;

type LookOrder = Pick<ImportChoices, 'schema' | 'dataset' | 'mapping' | 'sheet'>;

/** How the file looks under a mapping; while a change is looked at, what was seen before stays. */
export const lookQuery = (mission: string, id: string, order: LookOrder) =>
  queryOptions({
    queryKey: [...importKeys(mission), id, 'look', order],
    queryFn: ({ signal }) =>
      call(`${root(mission)}/${id}/look`, { method: 'POST', body: order, answer: ImportLook, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

export type ImportOrder = ImportChoices & { rememberAs?: string };

export const runImport = (mission: string, upload: string, order: ImportOrder) =>
  call(`${root(mission)}/${upload}/run`, { method: 'POST', body: order, answer: StartedJob });

/** Takes back what a run brought. */
export const withdrawImport = (mission: string, job: string) =>
  call(`${root(mission)}/${job}/withdraw`, { method: 'POST', answer: StartedJob });

/** The rows that a run did not take, each with its reason, as CSV. */
export const refusedUrl = (mission: string, job: string) => `${API}${root(mission)}/${job}/refused`;
