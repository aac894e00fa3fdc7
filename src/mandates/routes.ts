/** The room's addresses: HTTP in, HTTP out. */
import { z } from 'zod';
import { basedOn } from '../platform/http/based-on.ts';
import { remembered } from '../platform/http/remembered.ts';
import { type Route, route } from '../platform/http/route.ts';
import { answerRoutes } from './answers/routes.ts';
import { addMandate } from './commands/add-mandate.ts';
import { editMandate, withdrawMandate } from './commands/change-mandate.ts';
import { readAgain } from './commands/read-again.ts';
import { reviewMany, reviewProvision } from './commands/review-provisions.ts';
import { textOfUpload } from './commands/text-of-upload.ts';
import {
  AddMandate,
  DocumentText,
  EditMandate,
  Mandate,
  MandateList,
  MandatePreview,
  MandateText,
  Provision,
  ProvisionVersions,
  ReviewedMany,
  ReviewMany,
  ReviewProvision,
  WithdrawMandate,
} from './contract.ts';
import { mandates, previewOf, provisionVersions, wholeMandate } from './queries.ts';

const base = '/missions/:mission/mandates';
const tag = 'mandates';
const inMission = z.object({ mission: z.string() });
const oneMandate = inMission.extend({ id: z.uuid() });
const oneProvision = oneMandate.extend({ provision: z.uuid() });
const asOfQuery = z.object({ asOf: z.string().max(40).optional() });

export const mandateRoutes: readonly Route[] = [
  ...answerRoutes,
  route({
    method: 'GET',
    url: base,
    access: 'mandate.read',
    summary: 'Mandates: the mission’s own first, the newest first',
    tag,
    params: inMission,
    query: asOfQuery,
    answer: MandateList,
    handler: (ask) =>
      remembered(ask, ask.query.asOf, async (tx, asOf) => ({ items: await mandates(tx, asOf) })) as Promise<
        z.infer<typeof MandateList>
      >,
  }),
  route({
    method: 'POST',
    url: base,
    access: 'mandate.add',
    summary: 'Add a text: it is read at once; the same again is a success',
    tag,
    params: inMission,
    body: AddMandate,
    answer: Mandate,
    status: 201,
    perMinute: 60,
    handler: ({ db, who, body }) => addMandate(db, who, body),
  }),
  route({
    method: 'POST',
    url: `${base}/text`,
    access: 'mandate.add',
    summary: 'The words of a document (text, HTML, Word, PDF with text); nothing is kept',
    tag,
    params: inMission,
    answer: DocumentText,
    upload: true,
    perMinute: 30,
    handler: ({ who, request }) => textOfUpload(who, request),
  }),
  route({
    method: 'POST',
    url: `${base}/preview`,
    access: 'mandate.add',
    summary: 'What the rules find in a text; nothing is kept',
    tag,
    params: inMission,
    body: MandateText,
    answer: MandatePreview,
    perMinute: 60,
    handler: async ({ who, body }) => previewOf(who, body),
  }),
  route({
    method: 'GET',
    url: `${base}/:id`,
    access: 'mandate.read',
    summary: 'One mandate: its text, and every paragraph as it was read or confirmed',
    tag,
    params: oneMandate,
    query: asOfQuery,
    answer: Mandate,
    handler: (ask) =>
      remembered(ask, ask.query.asOf, (tx, asOf) => wholeMandate(tx, ask.params.id, asOf)) as Promise<Mandate>,
  }),
  route({
    method: 'PUT',
    url: `${base}/:id`,
    access: 'mandate.add',
    summary: 'Change what is said of it, based on the version in If-Match; the text stays',
    tag,
    params: oneMandate,
    body: EditMandate,
    answer: Mandate,
    handler: ({ db, who, params, body, request }) =>
      editMandate(db, who, params.id, body, basedOn(request.headers['if-match'])),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/read-again`,
    access: 'mandate.add',
    summary: 'Read it by the house’s newer rules; what a person vouches for stays',
    tag,
    params: oneMandate,
    answer: Mandate,
    perMinute: 60,
    handler: ({ db, who, params }) => readAgain(db, who, params.id),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/withdraw`,
    access: 'mandate.add',
    summary: 'It was added by mistake: kept as it was known, used for nothing',
    tag,
    params: oneMandate,
    body: WithdrawMandate,
    answer: Mandate,
    handler: ({ db, who, params, body, request }) =>
      withdrawMandate(db, who, params.id, body, basedOn(request.headers['if-match'])),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/provisions/review`,
    access: 'mandate.review',
    summary: 'Confirm several provisions as read, each at its version; those that changed are left',
    tag,
    params: oneMandate,
    body: ReviewMany,
    answer: ReviewedMany,
    handler: ({ db, who, params, body }) => reviewMany(db, who, params.id, body),
  }),
  route({
    method: 'GET',
    url: `${base}/:id/provisions/:provision/versions`,
    access: 'mandate.read',
    summary: 'Every version of a provision, oldest first',
    tag,
    params: oneProvision,
    query: asOfQuery,
    answer: ProvisionVersions,
    handler: async ({ db, who, params, query }) => ({
      items: await provisionVersions(db, who, { ...params, ...query }),
    }),
  }),
  route({
    method: 'POST',
    url: `${base}/:id/provisions/:provision/review`,
    access: 'mandate.review',
    summary: 'Confirm a provision as read, or correct it, based on the version in If-Match',
    tag,
    params: oneProvision,
    body: ReviewProvision,
    answer: Provision,
    handler: ({ db, who, params, body, request }) =>
      reviewProvision(
        db,
        who,
        { mandate: params.id, id: params.provision, basedOn: basedOn(request.headers['if-match']) },
        body,
      ),
  }),
];
