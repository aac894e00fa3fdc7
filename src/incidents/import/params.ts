/** The parameters of the job `incidents.import`: what a person chose, and where the file lies. */
import { z } from 'zod';
import { ImportChoices } from './contract.ts';

export const ImportParams = ImportChoices.extend({
  path: z.string(),
  format: z.enum(['csv', 'tsv', 'xlsx', 'json', 'geojson']).optional(),
  /** An upload is ours to remove; a file named on the command line is not. */
  removeAfter: z.boolean().optional(),
});

export type ImportParams = z.infer<typeof ImportParams>;
