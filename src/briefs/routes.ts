/** The room's addresses: HTTP in, HTTP out. */
import { z } from 'zod';
import { basedOn } from '../platform/http/based-on.ts';
import { type Route, route } from '../platform/http/route.ts';
import { editPaper, sendPaper } from './commands/change-paper.ts';
import { changeTemplate } from './commands/change-template.ts';
import { savePaper } from './commands/save-paper.ts';
import { composePaper } from './compose.ts';
import {
  CardFileQuery,
  CardQuery,
  ComposeQuery,
  EditPaper,
  FieldCard,
  type FileFormat,
  FileQuery,
  Paper,
  PaperList,
  PaperReaders,
  PaperVersions,
  SavePaper,
  SendPaper,
  StoredFileQuery,
  StoredPaper,
  Template,
  TemplateView,
} from './contract.ts';
import { fieldCard, fieldCardFile } from './field-card.ts';
import { fileOf, onePaper, papers, paperVersions, previewFile, readersOf, templateOf } from './queries.ts';
import { MEDIA } from './render/render.ts';

const base = '/missions/:mission/papers';
const tag = 'briefs';
const inMission = z.object({ mission: z.string() });
const onePaperOf = inMission.extend({ id: z.uuid() });

/** What the file is called says nothing of what is in it. */
function attach(
  reply: { type(t: string): unknown; header(n: string, v: string): unknown },
  paper: Paper,
  format: FileFormat,
): void {
  const at = paper.kind === 'flash' ? paper.at.slice(0, 8) : paper.at;
  reply.type(MEDIA[format]);
  reply.header('content-disposition', `attachment; filename="${paper.kind}-${at}-${paper.language}.${format}"`);
  reply.header('cache-control', 'no-store');
}

export const briefRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: base,
    access: 'brief.read',
    summary: 'Stored papers, newest first',
    tag,
    params: inMission,
    answer: PaperList,
    handler: async ({ db, who }) => ({ items: await papers(db, who) }),
  }),
  route({
    method: 'GET',
    url: `${base}/preview`,
    access: 'brief.compose',
    summary: 'Compose a paper: one event, a day, a week; as known now or on a date',
    tag,
    params: inMission,
    query: ComposeQuery,
    answer: Paper,
    perMinute: 120,
    handler: ({ db, who, query }) => composePaper(db, who, query),
  }),
  route({
    method: 'GET',
    url: `${base}/card`,
    access: 'mandate.read',
    summary: 'The field card: what we must, may, may only with and may not, from confirmed provisions in force',
    tag,
    params: inMission,
    query: CardQuery,
    answer: FieldCard,
    perMinute: 120,
    handler: ({ db, who, query }) => fieldCard(db, who, query),
  }),
  route({
    method: 'GET',
    url: `${base}/card/file`,
    access: 'mandate.read',
    summary: 'The field card as a file; noted in the ledger',
    tag,
    params: inMission,
    query: CardFileQuery,
    answer: 'stream',
    perMinute: 30,
    handler: async ({ db, who, query: { format, ...query }, reply }) => {
      const { card, bytes } = await fieldCardFile(db, who, query, format);
      reply.type(MEDIA[format]);
      reply.header('content-disposition', `attachment; filename="card-${card.day}-${card.language}.${format}"`);
      reply.header('cache-control', 'no-store');
      return bytes;
    },
  }),
  route({
    method: 'GET',
    url: `${base}/preview/file`,
    access: 'brief.compose',
    summary: 'Compose a paper as a file; noted in the ledger',
    tag,
    params: inMission,
    query: FileQuery,
    answer: 'stream',
    perMinute: 30,
    handler: async ({ db, who, query: { format, ...query }, reply }) => {
      const { paper, bytes } = await previewFile(db, who, query, format);
      attach(reply, paper, format);
      return bytes;
    },
  }),
  route({
    method: 'POST',
    url: base,
    access: 'brief.edit',
    summary: 'Keep a paper, with own words where somebody wrote any; the same again is a success',
    tag,
    params: inMission,
    body: SavePaper,
    answer: StoredPaper,
    status: 201,
    handler: ({ db, who, body }) => savePaper(db, who, body),
  }),
  route({
    method: 'GET',
    url: `${base}/:id`,
    access: 'brief.read',
    summary: 'A stored paper',
    tag,
    params: onePaperOf,
    answer: StoredPaper,
    handler: async ({ db, who, params, reply }) => {
      const paper = await onePaper(db, who, params.id);
      reply.header('etag', `"${paper.version}"`);
      return paper;
    },
  }),
  route({
    method: 'GET',
    url: `${base}/:id/versions`,
    access: 'brief.read',
    summary: 'Every version of a paper, oldest first',
    tag,
    params: onePaperOf,
    answer: PaperVersions,
    handler: async ({ db, who, params }) => ({ items: await paperVersions(db, who, params.id) }),
  }),
  route({
    method: 'GET',
    url: `${base}/:id/readers`,
    access: 'brief.send',
    summary: 'Whom a paper can be sent to: those who see as much as it used',
    tag,
    params: onePaperOf,
    answer: PaperReaders,
    handler: ({ db, who, params }) => readersOf(db, who, params.id),
  }),
  route({
    method: 'GET',
    url: `${base}/:id/file`,
    access: 'brief.read',
    summary: 'A stored paper as a file; noted in the ledger',
    tag,
    params: onePaperOf,
    query: StoredFileQuery,
    answer: 'stream',
    perMinute: 30,
    handler: async ({ db, who, params, query, reply }) => {
      const { paper } = await onePaper(db, who, params.id, query.version);
      attach(reply, paper, query.format);
      return fileOf(db, who, paper, query.format, params.id);
    },
  }),
  route({
    method: 'PUT',
    url: `${base}/:id`,
    access: 'brief.edit',
    summary: 'Own words in the place of a paragraph’s; after sending, a correction',
    tag,
    params: onePaperOf,
    body: EditPaper,
    answer: StoredPaper,
    handler: ({ db, who, params, body, request }) =>
      editPaper(db, who, params.id, body.words, basedOn(request.headers['if-match'])),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/send`,
    access: 'brief.send',
    summary: 'Mark it sent to people of the mission who may read it',
    tag,
    params: onePaperOf,
    body: SendPaper,
    answer: StoredPaper,
    handler: ({ db, who, params, body, request }) =>
      sendPaper(db, who, params.id, body, basedOn(request.headers['if-match'])),
  }),
  route({
    method: 'GET',
    url: '/missions/:mission/paper-template',
    access: 'brief.compose',
    summary: 'What papers of the mission are made of; version 0 is what every mission has',
    tag,
    params: inMission,
    answer: TemplateView,
    handler: ({ db, who }) => templateOf(db, who),
  }),
  route({
    method: 'PUT',
    url: '/missions/:mission/paper-template',
    access: 'brief.template',
    summary: 'Change it, based on the version in If-Match',
    tag,
    params: inMission,
    body: Template,
    answer: TemplateView,
    handler: ({ db, who, body, request }) => changeTemplate(db, who, body, basedOn(request.headers['if-match'], 0)),
  }),
];
