/** Saves that were made without a line: sealed in this browser, sent when it is back. Sent twice they are one. */
import type { IncidentInput } from '../../src/incidents/contract.ts';
import { ApiError } from '../api/client.ts';
import { saveIncident } from '../api/incidents.ts';
import type { Draft, GroupsFound } from '../pages/edit/draft.ts';
import { desk } from './desk.ts';
import { isLineDown } from './reopen.ts';
import { sealJson, unsealJson } from './seal.ts';

export interface Waiting {
  /** As it will be sent, to the letter: the same again is a success. */
  input: IncidentInput;
  /** To write on from, should the server refuse it. */
  draft: Omit<Draft, 'protected'>;
  found: GroupsFound;
  /** The version it was made on; `null` for a new record. */
  base: number | null;
  at: string;
  /** The server's sentence, where it said no: then a person must look. */
  refused?: string;
}

const prefix = (mission: string, person: string) => `${mission}/${person}/`;
const keyOf = (mission: string, person: string, id: string) => `${prefix(mission, person)}${id}`;

const listeners = new Set<() => void>();
/** Tells whenever what waits has changed. @returns stops it */
export function onWaiting(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}
const changed = () => {
  for (const tell of listeners) tell();
};

const put = async (mission: string, person: string, waiting: Waiting) =>
  desk.waiting.put({
    key: keyOf(mission, person, waiting.input.id),
    sealed: await sealJson('drafts', waiting),
    at: Date.parse(waiting.at),
  });

/** @throws where it names people: names are never kept in a browser */
export async function putInLine(mission: string, person: string, waiting: Waiting): Promise<void> {
  if (waiting.input.protected) throw new Error('Names of people are not kept in a browser.');
  await put(mission, person, waiting);
  changed();
}

/** Oldest first. */
export async function waitingOf(mission: string, person: string): Promise<Waiting[]> {
  const rows = await desk.waiting.where('key').startsWith(prefix(mission, person)).toArray();
  const opened = await Promise.all(rows.map(({ sealed }) => unsealJson<Waiting>('drafts', sealed)));
  return opened.filter((one) => one !== null).sort((a, b) => a.at.localeCompare(b.at));
}

export async function takeOutOfLine(mission: string, person: string, id: string): Promise<void> {
  await desk.waiting.delete(keyOf(mission, person, id));
  changed();
}

/**
 * Sends what waits, one after the other, and stops where the line breaks again or nobody is signed in.
 * @returns how many were written
 */
export async function sendWaiting(mission: string, person: string): Promise<number> {
  let sent = 0;
  for (const waiting of await waitingOf(mission, person)) {
    if (waiting.refused !== undefined) continue;
    const { input, base } = waiting;
    try {
      await saveIncident(mission, input, base);
      sent += 1;
      await takeOutOfLine(mission, person, input.id);
    } catch (error) {
      if (!(error instanceof ApiError) || isLineDown(error) || [401, 429].includes(error.status)) return sent;
      await put(mission, person, { ...waiting, refused: error.message });
      changed();
    }
  }
  return sent;
}
