/** Bringing a file in: upload and look at it, choose, try it without writing, run it, fetch what was not taken. */
import { createReadStream } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { KingaError } from '../platform/errors.ts';
import { type Route, route } from '../platform/http/route.ts';
import { findUpload, takeUpload } from '../platform/http/uploads.ts';
import { oneRun } from '../platform/jobs/queries.ts';
import type { Jobs } from '../platform/jobs/runner.ts';
import { noteRead } from '../platform/ledger/sensitive-read.ts';
import { lookAtImport } from './commands/look-at-import.ts';
import { previewImport } from './commands/preview-import.ts';
import { readForm } from './commands/read-form.ts';
import { rememberMapping } from './commands/remember-mapping.ts';
import { mayBeWithdrawn } from './commands/withdraw-import.ts';
import { ImportChoices, ImportLook, ImportPreview } from './import/contract.ts';

const tag = 'import';
const inMission = z.object({ mission: z.string() });
const base = '/missions/:mission/imports';

export interface ImportHouse {
  jobs: Jobs;
  /** Folder of files that people brought and no run has read yet. */
  uploads: string;
  /** Folder of the rows that runs did not take. */
  refused: string;
}

export const importRoutes = ({ jobs, uploads, refused }: ImportHouse): readonly Route[] => [
  route({
    method: 'POST',
    url: base,
    access: 'import.run',
    summary: 'Upload a file and see what it is',
    tag,
    params: inMission,
    answer: ImportPreview,
    status: 201,
    upload: true,
    handler: async ({ db, who, request }) => previewImport(db, who, await takeUpload(request, uploads, who)),
  }),
  route({
    method: 'GET',
    url: `${base}/:id`,
    access: 'import.run',
    summary: 'See another sheet of an uploaded workbook',
    tag,
    params: inMission.extend({ id: z.uuid() }),
    query: z.object({ sheet: z.string().max(120).optional(), name: z.string().max(200).default('') }),
    answer: ImportPreview,
    handler: async ({ db, who, params: { id }, query: { sheet, name } }) =>
      previewImport(
        db,
        who,
        { id, path: await findUpload(uploads, who, id), name },
        sheet === undefined ? {} : { sheet },
      ),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/form`,
    access: 'import.run',
    summary: 'Bring the form (XLSForm) behind an uploaded export, and see the file with its labels',
    tag,
    params: inMission.extend({ id: z.uuid() }),
    query: z.object({ sheet: z.string().max(120).optional(), name: z.string().max(200).default('') }),
    answer: ImportPreview,
    upload: true,
    handler: async ({ db, who, request, params: { id }, query: { sheet, name } }) => {
      const file = await findUpload(uploads, who, id);
      const form = await takeUpload(request, uploads, who);
      const help = await readForm(form.path).finally(() => rm(form.path, { force: true }));
      return previewImport(
        db,
        who,
        { id, path: file, name },
        { ...(sheet === undefined ? {} : { sheet }), form: help },
      );
    },
  }),
  route({
    method: 'POST',
    url: `${base}/:id/look`,
    access: 'import.run',
    summary: 'How an uploaded file looks under a mapping: first rows, words with their counts, places by name',
    tag,
    params: inMission.extend({ id: z.uuid() }),
    body: ImportChoices.pick({ schema: true, dataset: true, mapping: true, sheet: true }),
    answer: ImportLook,
    handler: async ({ db, who, params: { id }, body }) =>
      lookAtImport(db, who, await findUpload(uploads, who, id), body),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/run`,
    access: 'import.run',
    summary: 'Bring an uploaded file in, or only try it (dryRun)',
    tag,
    params: inMission.extend({ id: z.uuid() }),
    body: ImportChoices.extend({ rememberAs: z.string().trim().min(1).max(120).optional() }),
    answer: z.object({ job: z.uuid() }),
    status: 202,
    handler: async ({ db, who, params, body: { rememberAs, ...choices } }) => {
      const file = await findUpload(uploads, who, params.id);
      if (rememberAs && choices.mapping)
        await rememberMapping(db, who, file, rememberAs, choices.mapping, choices.sheet);
      return {
        job: await jobs.start(who, 'incidents.import', { ...choices, path: file, removeAfter: !choices.dryRun }),
      };
    },
  }),
  route({
    method: 'POST',
    url: `${base}/:id/withdraw`,
    access: 'import.run',
    summary: 'Take back what a run brought in, as versions',
    tag,
    params: inMission.extend({ id: z.uuid() }),
    answer: z.object({ job: z.uuid() }),
    status: 202,
    handler: async ({ db, who, params: { id } }) => {
      await mayBeWithdrawn(db, who, id);
      return { job: await jobs.start(who, 'incidents.withdraw_import', { run: id }) };
    },
  }),
  route({
    method: 'GET',
    url: `${base}/:id/refused`,
    access: 'import.run',
    summary: 'The rows that a run did not take, each with its reason',
    tag,
    params: inMission.extend({ id: z.uuid() }),
    answer: 'stream',
    handler: async ({ db, who, params, reply }) => {
      await oneRun(db, who, params.id);
      const file = path.join(refused, `${params.id}.csv`);
      await access(file).catch(() => {
        throw new KingaError('not_found');
      });
      await noteRead(db, who, { verb: 'incidents.refused', room: 'incidents.open', record: params.id });
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="refused-${params.id.slice(0, 8)}.csv"`);
      return createReadStream(file);
    },
  }),
];
