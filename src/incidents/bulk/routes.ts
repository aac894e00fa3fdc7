import { z } from 'zod';
import { languageOf } from '../../platform/http/failures.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { Jobs } from '../../platform/jobs/runner.ts';
import { chosenRecords, editMany } from '../commands/edit-many.ts';
import { AT_ONCE, BulkAnswer, BulkInput } from './contract.ts';

export const bulkRoutes = ({ jobs }: { jobs: Jobs }): readonly Route[] => [
  route({
    method: 'POST',
    url: '/missions/:mission/incidents/bulk',
    access: 'incident.comment',
    summary: 'One change to many records, each changed or refused by itself; sent twice, each is changed once',
    tag: 'incidents',
    params: z.object({ mission: z.string() }),
    body: BulkInput,
    answer: BulkAnswer,
    handler: async ({ db, who, body, request }) => {
      const records = await chosenRecords(db, who, body);
      const { change } = body;
      const language = languageOf(request);
      if (records.length <= AT_ONCE) return { outcomes: await editMany(db, who, records, change, language), job: null };
      return { outcomes: [], job: await jobs.start(who, 'incidents.bulk', { records, change, language }) };
    },
  }),
];
