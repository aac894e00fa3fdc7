/**
 * Goal G3 of TRUST.md: what is written offline arrives exactly once. Clients write without a line; the line drops
 * requests and answers, delivers twice, late and in another order; clients are killed and forget what was acknowledged;
 * the server is restarted; no two clocks agree. In the end the server must hold what the model holds. `histories` also serves a campaign of ten thousand.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LightMyRequestResponse } from 'fastify';
import { Rng } from '../../src/demo/tamrin/rng.ts';
import type { Incident } from '../../src/incidents/contract.ts';
import { openSession } from '../../src/platform/accounts/commands/sign-in.ts';
import type { Principal } from '../../src/platform/principal.ts';
import type { TestHouse } from '../support/house.ts';
import { incidentInput } from '../support/incidents.ts';
import { type Ask, incidentsOf, served } from '../support/served.ts';

export interface HistoriesResult {
  histories: number;
  operations: number;
  requests: number;
  /** Times the server was replaced by another. */
  restarts: number;
  /** Sentences, each naming its history's seed; empty when nothing diverged. */
  divergences: string[];
}

const at = (rest: string): string => `/missions/test/${rest}`;

const MOST_CLIENTS = 5;
const MOST_OPERATIONS = 64;
const NOON = Date.parse('2031-03-01T12:00:00Z');
const YEAR_MS = 365 * 86_400_000;

export interface HistoriesOptions {
  house: TestHouse;
  count: number;
  /** Of the first; the others count on from it. */
  seed: number;
  /** Histories that are played at the same time. */
  abreast?: number;
  /** A fault planted in the line to the server, to see the histories turn red. */
  fault?: (ask: Ask) => Ask;
  say?: (sentence: string) => void;
}

/** Plays histories against a server of their own, several at once on the same clock. */
export async function histories(options: HistoriesOptions): Promise<HistoriesResult> {
  const { count, seed, house, abreast = 6, fault, say } = options;
  const people = await Promise.all(
    Array.from({ length: MOST_CLIENTS }, () => house.member(['analyst'], { level: 'confidential' })),
  );
  const line = await openLine(house, people, fault);
  const result: HistoriesResult = { histories: 0, operations: 0, requests: 0, restarts: 0, divergences: [] };
  let next = seed;
  const player = async () => {
    for (let own = next++; own < seed + count; own = next++) {
      const history = new History(own, house, line.asks);
      await history.play();
      const divergences = (await history.divergences()).map((sentence) => `history ${own}: ${sentence}`);
      // Said at once: a run that is cut off has not run for nothing.
      for (const sentence of divergences) say?.(sentence);
      result.divergences.push(...divergences);
      result.histories += 1;
      result.operations += history.operations.length;
      result.requests += history.requests;
      if (result.histories % RESTART_EVERY === 0) await line.restart();
      if (result.histories % 100 === 0) say?.(`${result.histories} of ${count} histories`);
    }
  };
  try {
    await Promise.all(Array.from({ length: abreast }, player));
    return { ...result, restarts: line.restarts() };
  } finally {
    await line.close();
  }
}

/** The server is another one after so many histories, in the middle of those that are being played. */
const RESTART_EVERY = 5;

/** The way to a server that is replaced now and then: a request that meets it going down is answered by none. */
async function openLine(house: TestHouse, people: readonly Principal[], fault: (ask: Ask) => Ask = (ask) => ask) {
  const open = () => served(house, incidentsOf(house));
  const cookies = await Promise.all(
    people.map(async ({ person }) => (await openSession(house.db, person ?? '', 'test')).token),
  );
  let server = await open();
  let restarts = 0;
  const asks = cookies.map((cookie): Ask => fault((request) => server.withCookie(cookie)(request)));
  return {
    asks,
    restarts: () => restarts,
    async restart() {
      const old = server;
      server = await open();
      restarts += 1;
      await old.close();
    },
    close: () => server.close(),
  };
}

/** One thing that a client wrote down offline. `mark` is its content, found in no other operation. */
interface Operation {
  client: number;
  verb: 'record' | 'edit' | 'confirm';
  id: string;
  mark: string;
  /** What the client's clock said. */
  at: string;
  /** The version it is based on; 0 for a new record. */
  basedOn: number;
  /** What an acknowledgement said; lost when the client is killed. */
  acknowledged: boolean;
}

/** A client: what it wrote, in order, and what of that it believes to be still on its way; its clock is wrong. */
interface Client {
  skew: number;
  wrote: Operation[];
  outbox: Operation[];
}

class History {
  readonly operations: Operation[] = [];
  requests = 0;
  private readonly seed: number;
  private readonly house: TestHouse;
  private readonly asks: readonly Ask[];
  private readonly rng: Rng;
  private readonly clients: Client[];
  private readonly wrong: string[] = [];
  /** Copies that are still somewhere on the line. */
  private readonly late: Operation[] = [];
  private readonly shared: string;

  constructor(seed: number, house: TestHouse, asks: readonly Ask[]) {
    this.seed = seed;
    this.house = house;
    this.asks = asks;
    this.rng = Rng.of(seed, 'history');
    this.shared = this.rng.uuid();
    this.clients = Array.from({ length: 1 + this.below(MOST_CLIENTS) }, () => ({
      ...{ skew: (this.rng.float() - 0.5) * YEAR_MS, wrote: [], outbox: [] },
    }));
  }

  /** Everything is written offline, then the line comes, bad at first. */
  async play(): Promise<void> {
    this.write(0, 'record', this.shared, 0);
    const count = 1 + this.below(MOST_OPERATIONS - 1);
    for (let n = 0; n < count; n++) this.writeSomething(this.below(this.clients.length));
    for (let step = 0; this.clients.some((c) => c.outbox.length > 0); step++) {
      if (step > 20 * MOST_OPERATIONS) {
        this.wrong.push('it never came to an end');
        return;
      }
      await this.step(step < 3 * MOST_OPERATIONS);
    }
    for (const copy of this.late) await this.send(copy);
  }

  private below(n: number): number {
    return this.rng.int(0, n - 1);
  }

  private write(client: number, verb: Operation['verb'], id: string, basedOn: number): void {
    const mark = `${this.seed}-${this.operations.length}`;
    const at = new Date(NOON + (this.clients[client]?.skew ?? 0)).toISOString();
    const operation: Operation = { client, verb, id, mark, at, basedOn, acknowledged: false };
    this.operations.push(operation);
    this.clients[client]?.wrote.push(operation);
    this.clients[client]?.outbox.push(operation);
  }

  /** A new record, a further version of an own one, or one of the record that all of them work on. */
  private writeSomething(client: number): void {
    const own = (this.clients[client]?.wrote ?? []).filter((o) => o.id !== this.shared);
    const last = own.filter((o, i) => own.findLastIndex((p) => p.id === o.id) === i);
    const chosen = last[this.below(last.length)];
    const verb = this.rng.float() < 0.3 ? 'confirm' : 'edit';
    const what = this.rng.float();
    if (what < 0.3) this.write(client, 'edit', this.shared, 1);
    else if (chosen && what < 0.65) this.write(client, verb, chosen.id, chosen.basedOn + 1);
    else this.write(client, 'record', this.rng.uuid(), 0);
  }

  /** One thing happens: a client is killed, a late copy comes, the clock jumps, or something is sent. */
  private async step(bad: boolean): Promise<void> {
    const client = this.clients[this.below(this.clients.length)];
    const what = bad ? this.rng.float() : 1;
    if (client && what < 0.04) {
      client.outbox = [...client.wrote];
      for (const operation of client.wrote) operation.acknowledged = false;
      return;
    }
    const copy = what < 0.1 ? this.late.splice(this.below(this.late.length), 1)[0] : undefined;
    if (copy) {
      await this.send(copy);
      return;
    }
    if (what < 0.15) {
      this.house.clock.set(new Date(Date.parse('2031-03-01T08:00:00Z') + this.below(600_000) - 300_000));
      return;
    }
    const waiting = client?.outbox ?? [];
    const chosen = waiting[bad && this.rng.float() < 0.25 ? this.below(waiting.length) : 0];
    if (client && chosen) await this.deliver(client, chosen, bad);
  }

  private async deliver(client: Client, operation: Operation, bad: boolean): Promise<void> {
    const luck = bad ? this.rng.float() : 1;
    if (luck < 0.15) return;
    if (luck < 0.3) this.late.push({ ...operation });
    const copies =
      luck >= 0.3 && luck < 0.4 ? [this.send(operation), this.send({ ...operation })] : [this.send(operation)];
    const [answer] = await Promise.all(copies);
    if (!answer || (luck >= 0.4 && luck < 0.55)) return;
    this.hear(client, operation, answer);
  }

  /** What the client makes of an answer. */
  private hear(client: Client, operation: Operation, answer: LightMyRequestResponse): void {
    const done = () => {
      operation.acknowledged = true;
      client.outbox = client.outbox.filter((o) => o !== operation);
    };
    if (answer.statusCode < 300) {
      done();
      return;
    }
    // It met a server that was going down.
    if (answer.statusCode === 503) return;
    const { code, details } = answer.json().error as { code: string; details: { current?: number } };
    // Sent before what it rests on: it waits.
    if (code === 'not_found' && operation.verb !== 'record') return;
    if (code === 'version_conflict') {
      if ((details.current ?? 0) < operation.basedOn) return;
      if (operation.id === this.shared) {
        operation.basedOn = details.current ?? operation.basedOn;
        return;
      }
    }
    this.wrong.push(`${operation.verb} ${operation.mark} was told ${answer.statusCode} ${code}`);
    done();
  }

  private send({ client, verb, id, mark, at: written, basedOn }: Operation): Promise<LightMyRequestResponse> {
    this.requests += 1;
    const ask = this.asks[client];
    if (!ask) throw new Error('there is no such client');
    const headers = { 'if-match': `"${basedOn}"` };
    const input = incidentInput({ id, place: mark });
    input.core.when.at = written;
    if (verb === 'record') return ask({ method: 'POST', url: at('incidents'), body: input });
    if (verb === 'edit') return ask({ method: 'PUT', url: at(`incidents/${id}`), body: input, headers });
    const status = Number(mark.split('-')[1]) % 2 === 0 ? 'being_confirmed' : 'confirmed';
    return ask({ method: 'POST', url: at(`incidents/${id}/confirm`), body: { status, note: mark }, headers });
  }

  /** Compares what the server holds with what was written. */
  async divergences(): Promise<string[]> {
    const [ask] = this.asks;
    if (!ask) throw new Error('there is no client');
    for (const id of new Set(this.operations.map((o) => o.id))) {
      const answer = await ask(at(`incidents/${id}/versions`));
      const versions = answer.statusCode === 200 ? (answer.json().items as Incident[]) : [];
      const held = versions.map((v) => (v.verb === 'incident.confirm' ? v.core.statusNote : v.core.where.name));
      const written = this.operations.filter((o) => o.id === id).map((o) => o.mark);
      // Own records have their versions in the order written; the shared one in whatever order the line made.
      const same =
        id === this.shared
          ? held[0] === written[0] && isDeepStrictEqual([...held].sort(), [...written].sort())
          : isDeepStrictEqual(held, written);
      if (!same) this.wrong.push(`record ${id} holds [${held}], written were [${written}]`);
    }
    const { items } = (await ask(at('incidents/held'))).json() as { items: { id: string }[] };
    const kept = items.filter((h) => this.operations.some((o) => o.id === h.id));
    if (kept.length > 0) this.wrong.push(`${kept.length} repetitions are kept as conflicts`);
    return this.wrong;
  }
}
