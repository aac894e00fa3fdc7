/**
 * What somebody has decided about a file that is not brought in yet, kept sealed in this browser's drawer: the file itself
 * waits on the server for a day. Gone when they sign out.
 */
import { queryOptions } from '@tanstack/react-query';
import { desk } from '../../line/desk.ts';
import { sealJson, unsealJson } from '../../line/seal.ts';
import type { Plan } from './plan.ts';

export interface Kept {
  /** The upload. */
  id: string;
  name: string;
  step: string;
  plan: Plan;
  at: number;
}

/** As long as the server keeps an upload. */
const DAY = 24 * 3_600_000;

const keyOf = (mission: string, person: string, id: string) => `${mission}/${person}/import/${id}`;

/** The latest first. */
async function keptImports(mission: string, person: string): Promise<Kept[]> {
  const rows = await desk.drafts
    .where('key')
    .startsWith(keyOf(mission, person, ''))
    .toArray();
  const fresh = rows.filter(({ at }) => Date.now() - at < DAY).toSorted((a, b) => b.at - a.at);
  const kept = await Promise.all(fresh.map(({ sealed }) => unsealJson<Kept>('drafts', sealed)));
  return kept.filter((one) => one !== null);
}

/** Read anew by whoever asks: pages keep and drop behind its back. */
export const keptImportsQuery = (mission: string, person: string) =>
  queryOptions({
    queryKey: ['kept-imports', mission, person],
    queryFn: () => keptImports(mission, person),
    networkMode: 'always',
    staleTime: 0,
    gcTime: 0,
  });

/** A full or forbidden store only means that nothing waits here. */
export async function keepImport(mission: string, person: string, kept: Omit<Kept, 'at'>): Promise<void> {
  const at = Date.now();
  const sealed = await sealJson('drafts', { ...kept, at });
  await desk.drafts.put({ key: keyOf(mission, person, kept.id), sealed, at }).catch(() => undefined);
}

export const dropImport = (mission: string, person: string, id: string): Promise<void> =>
  desk.drafts.delete(keyOf(mission, person, id));
