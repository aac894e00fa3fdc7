/** The mission's own geography: sets of boundaries, and lists of place names. */
import { z } from 'zod';
import { BoundarySet, BoundarySets, Gazetteers, ImportedBoundaries, StartedImport } from '../../src/places/contract.ts';
import { call } from './client.ts';
import { pagesQuery } from './pages.ts';
import { type Sending, upload } from './upload.ts';

/** What is said beside a file. */
export interface About {
  name: string;
  source: string;
  licence: string;
}

/** What the job `places.gazetteer` answers. */
export const GazetteerResult = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** The first sentences: why rows were refused. */
  reasons: z.array(z.string()),
});

export type GazetteerResult = z.infer<typeof GazetteerResult>;

export const placeKeys = (mission: string) => ['places', mission] as const;

export const boundarySetsQuery = (mission: string) =>
  pagesQuery([...placeKeys(mission), 'boundary-sets'], `/missions/${mission}/boundary-sets`, BoundarySets);

export const gazetteersQuery = (mission: string) =>
  pagesQuery([...placeKeys(mission), 'gazetteers'], `/missions/${mission}/gazetteers`, Gazetteers);

export const activateSet = (mission: string, id: string) =>
  call(`/missions/${mission}/boundary-sets/${id}/activate`, { method: 'POST', answer: BoundarySet });

export const sendBoundaries = (mission: string, about: About, file: File, sending: Sending) =>
  upload(`/missions/${mission}/boundary-sets`, form(about, file), ImportedBoundaries, sending);

export const sendGazetteer = (mission: string, about: About, file: File, sending: Sending) =>
  upload(`/missions/${mission}/gazetteers`, form(about, file), StartedImport, sending);

/** The words stand before the file, so that the server has them when the file comes. */
function form({ name, source, licence }: About, file: File): FormData {
  const data = new FormData();
  data.append('name', name);
  data.append('source', source);
  data.append('licence', licence);
  data.append('file', file);
  return data;
}
