/** One program that records over HTTP while the house is being killed: it believes 201 and nothing else. */
import { Rng } from '../../src/demo/tamrin/rng.ts';
import type { Incident, IncidentInput } from '../../src/incidents/contract.ts';
import type { Answered, AskServer } from '../support/real-server.ts';
import { record } from './records.ts';
import { digestOf, holdsWhatWasSent } from './witness.ts';

const URL = '/missions/trial/incidents';
/** Share of what it sends that it was told is saved already. */
const REPEATED = 0.15;

export interface Sender {
  /** Records by what was acknowledged: id and the digest of the content. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Times an acknowledged record was sent again. */
  readonly repeated: () => number;
  /** Whether the record sent last was never answered. */
  readonly unanswered: () => boolean;
  /** Sends until the connection breaks or `stopping` says so. */
  send(ask: AskServer, stopping: () => boolean): Promise<void>;
  /** After a restart: what was never answered must be wholly there or wholly absent; then it is sent again. @returns whether it was there */
  settle(ask: AskServer): Promise<boolean>;
}

/** @param complain receives a sentence for each promise that was broken */
export function sender(seed: number, program: number, complain: (sentence: string) => void): Sender {
  const acknowledged = new Map<string, string>();
  const rng = Rng.of(seed, 'sender', program);
  let next = 0;
  let open: IncidentInput | null = null;
  let repeated = 0;

  function note(input: IncidentInput, { status, body }: Answered): void {
    if (status !== 201) {
      complain(`${input.id}: answered ${status} instead of 201: ${body.slice(0, 200)}`);
      return;
    }
    const incident = JSON.parse(body) as Incident;
    if (!holdsWhatWasSent(incident, input)) complain(`${input.id}: acknowledged with other content than was sent`);
    const digest = digestOf(incident);
    const before = acknowledged.get(input.id);
    if (before !== undefined && before !== digest) complain(`${input.id}: acknowledged again with other content`);
    acknowledged.set(input.id, digest);
  }

  async function sendOne(ask: AskServer, stopping: () => boolean): Promise<void> {
    const again = next > 0 && rng.chance(REPEATED);
    const input = record(seed, program, again ? rng.int(0, next - 1) : next);
    if (!again) {
      open = input;
      next += 1;
    }
    const answer = await ask('POST', URL, input);
    // While it is being killed the server may still say that its database is gone: that promises nothing.
    if (answer.status >= 500 && stopping()) throw new Error('The server is going down.');
    note(input, answer);
    if (again) repeated += 1;
    else open = null;
  }

  return {
    acknowledged,
    repeated: () => repeated,
    unanswered: () => open !== null,
    async send(ask, stopping) {
      while (!stopping()) {
        try {
          await sendOne(ask, stopping);
        } catch (error) {
          if (stopping()) return;
          throw error;
        }
      }
    },
    async settle(ask) {
      if (!open) return false;
      const found = await ask('GET', `${URL}/${open.id}`);
      if (found.status === 200) {
        if (!holdsWhatWasSent(JSON.parse(found.body) as Incident, open))
          complain(`${open.id}: was never acknowledged, and is there in part`);
      } else if (found.status !== 404) complain(`${open.id}: asked for after a restart, answered ${found.status}`);
      note(open, await ask('POST', URL, open));
      open = null;
      return found.status === 200;
    },
  };
}
