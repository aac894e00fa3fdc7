/** Bringing a file in: send it, try it, run it, fetch what was not taken. */
import { type ImportChoices, ImportPreview } from '../../src/incidents/import/contract.ts';
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

/** The same upload, by another sheet of the workbook. */
export const seeSheet = (mission: string, { id, name }: Pick<ImportPreview, 'id' | 'name'>, sheet: string) =>
  call(`${root(mission)}/${id}?${new URLSearchParams({ sheet, name })}`, { answer: ImportPreview });

export type ImportOrder = ImportChoices & { rememberAs?: string };

export const runImport = (mission: string, upload: string, order: ImportOrder) =>
  call(`${root(mission)}/${upload}/run`, { method: 'POST', body: order, answer: StartedJob });

/** The rows that a run did not take, each with its reason, as CSV. */
export const refusedUrl = (mission: string, job: string) => `${API}${root(mission)}/${job}/refused`;
