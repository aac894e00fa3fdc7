/**
 * Goal G3 of TRUST.md: what is written offline arrives exactly once. Clients write without a line; the line drops
 * requests and answers, delivers twice, late and in another order; clients are killed and forget what was acknowledged.
 * In the end the server must hold what the model holds. `histories` also serves a campaign of ten thousand.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LightMyRequestResponse } from 'fastify';
import type { Incident } from '../../src/incidents/contract.ts';
import { incidentRoutes } from '../../src/incidents/index.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { incidentInput } from '../support/incidents.ts';
import { type Ask, served } from '../support/served.ts';
import { at } from './flow.ts';

export interface HistoriesResult {
  histories: number;
  operations: number;
  requests: number;
  /** Sentences, each naming its history's seed; empty when nothing diverged. */
  divergences: string[];
}

const MOST_CLIENTS = 5;
const MOST_OPERATIONS = 64;

/** Plays this many histories against a server of its own. @param seed of the first; the others count on from it */
export async function histories({ count, seed }: { count: number; seed: number }): Promise<HistoriesResult> {
  const house = await testHouse();
  const jobs = { start: async () => '', cancel: async () => undefined, close: async () => undefined };
  const nowhere = { uploads: '', refused: '', afterErasure: async () => [] };
  const server = await served(house, incidentRoutes({ jobs, ...nowhere }));
  const asks: Ask[] = [];
  for (let n = 0; n < MOST_CLIENTS; n++)
    asks.push(await server.as(await house.member(['analyst'], { level: 'confidential' })));
  const result: HistoriesResult = { histories: 0, operations: 0, requests: 0, divergences: [] };
  try {
    for (let n = 0; n < count; n++) {
      const history = new History(seed + n, house, asks);
      await history.play();
      result.histories += 1;
      result.operations += history.operations.length;
      result.requests += history.requests;
      for (const sentence of await history.divergences()) result.divergences.push(`history ${seed + n}: ${sentence}`);
    }
    return result;
  } finally {
    await server.close();
    await house.close();
  }
}

/** Mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One thing that a client wrote down offline. `mark` is its content, found in no other operation. */
interface Operation {
  client: number;
  verb: 'record' | 'edit' | 'confirm';
  id: string;
  mark: string;
  /** The version it is based on; 0 for a new record. */
  basedOn: number;
  /** What an acknowledgement said; lost when the client is killed. */
  acknowledged: boolean;
}

/** A client: what it wrote, in order, and what of that it believes to be still on its way. */
interface Client {
  wrote: Operation[];
  outbox: Operation[];
}

class History {
  readonly operations: Operation[] = [];
  requests = 0;
  private readonly seed: number;
  private readonly house: TestHouse;
  private readonly asks: readonly Ask[];
  private readonly next: () => number;
  private readonly clients: Client[];
  private readonly wrong: string[] = [];
  /** Copies that are still somewhere on the line. */
  private readonly late: Operation[] = [];
  private readonly shared: string;

  constructor(seed: number, house: TestHouse, asks: readonly Ask[]) {
    this.seed = seed;
    this.house = house;
    this.asks = asks;
    this.next = random(seed);
    this.shared = this.newId();
    this.clients = Array.from({ length: 1 + this.below(MOST_CLIENTS) }, () => ({ wrote: [], outbox: [] }));
  }

  /** Everything is written offline, then the line comes, bad at first. */
  async play(): Promise<void> {
    this.write(0, 'record', this.shared, 0);
    const count = 1 + this.below(MOST_OPERATIONS - 1);
    for (let n = 0; n < count; n++) this.writeSomething(this.below(this.clients.length));
    for (let step = 0; this.clients.some((c) => c.outbox.length > 0); step++) {
      if (step > 60 * MOST_OPERATIONS) return void this.wrong.push('it never came to an end');
      await this.step(step < 3 * MOST_OPERATIONS);
    }
    for (const copy of this.late) await this.send(copy);
  }

  private below(n: number): number {
    return Math.floor(this.next() * n);
  }

  private newId(): string {
    const hex = Array.from({ length: 32 }, () => this.below(16).toString(16));
    hex[12] = '4';
    hex[16] = 'a';
    const s = hex.join('');
    return [s.slice(0, 8), s.slice(8, 12), s.slice(12, 16), s.slice(16, 20), s.slice(20)].join('-');
  }

  private write(client: number, verb: Operation['verb'], id: string, basedOn: number): void {
    const mark = `${this.seed}-${this.operations.length}`;
    const operation: Operation = { client, verb, id, mark, basedOn, acknowledged: false };
    this.operations.push(operation);
    this.clients[client]?.wrote.push(operation);
    this.clients[client]?.outbox.push(operation);
  }

  /** A new record, a further version of an own one, or one of the record that all of them work on. */
  private writeSomething(client: number): void {
    const own = (this.clients[client]?.wrote ?? []).filter((o) => o.id !== this.shared);
    const last = own.filter((o, i) => own.findLastIndex((p) => p.id === o.id) === i);
    const chosen = last[this.below(last.length)];
    const verb = this.next() < 0.3 ? 'confirm' : 'edit';
    const what = this.next();
    if (what < 0.3) return this.write(client, 'edit', this.shared, 1);
    if (chosen && what < 0.65) return this.write(client, verb, chosen.id, chosen.basedOn + 1);
    this.write(client, 'record', this.newId(), 0);
  }

  /** One thing happens: a client is killed, a late copy comes, the clock jumps, or something is sent. */
  private async step(bad: boolean): Promise<void> {
    const client = this.clients[this.below(this.clients.length)];
    const what = bad ? this.next() : 1;
    if (client && what < 0.04) {
      client.outbox = [...client.wrote];
      for (const operation of client.wrote) operation.acknowledged = false;
      return;
    }
    const copy = what < 0.1 ? this.late.splice(this.below(this.late.length), 1)[0] : undefined;
    if (copy) return void (await this.send(copy));
    if (what < 0.15)
      return this.house.clock.set(new Date(Date.parse('2031-03-01T08:00:00Z') + this.below(600_000) - 300_000));
    const waiting = client?.outbox ?? [];
    const chosen = waiting[bad && this.next() < 0.25 ? this.below(waiting.length) : 0];
    if (client && chosen) await this.deliver(client, chosen, bad);
  }

  private async deliver(client: Client, operation: Operation, bad: boolean): Promise<void> {
    const luck = bad ? this.next() : 1;
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
    if (answer.statusCode < 300) return done();
    const { code, details } = answer.json().error as { code: string; details: { current?: number } };
    // Sent before what it rests on: it waits.
    if (code === 'not_found' && operation.verb !== 'record') return;
    if (code === 'version_conflict') {
      if ((details.current ?? 0) < operation.basedOn) return;
      if (operation.id === this.shared) return void (operation.basedOn = details.current ?? operation.basedOn);
    }
    this.wrong.push(`${operation.verb} ${operation.mark} was told ${answer.statusCode} ${code}`);
    done();
  }

  private send({ client, verb, id, mark, basedOn }: Operation): Promise<LightMyRequestResponse> {
    this.requests += 1;
    const ask = this.asks[client] ?? Promise.reject(new Error('there is no such client'));
    const headers = { 'if-match': `"${basedOn}"` };
    if (typeof ask !== 'function') return ask;
    const input = incidentInput({ id, place: mark });
    if (verb === 'record') return ask({ method: 'POST', url: at('incidents'), body: input });
    if (verb === 'edit') return ask({ method: 'PUT', url: at(`incidents/${id}`), body: input, headers });
    const status = Number(mark.split('-')[1]) % 2 === 0 ? 'being_confirmed' : 'confirmed';
    return ask({ method: 'POST', url: at(`incidents/${id}/confirm`), body: { status, note: mark }, headers });
  }

  /** Compares what the server holds with what was written. */
  async divergences(): Promise<string[]> {
    const [ask] = this.asks;
    for (const id of new Set(this.operations.map((o) => o.id))) {
      const answer = await ask?.(at(`incidents/${id}/versions`));
      const versions = answer?.statusCode === 200 ? (answer.json().items as Incident[]) : [];
      const held = versions.map((v) => (v.verb === 'incident.confirm' ? v.core.statusNote : v.core.where.name));
      const written = this.operations.filter((o) => o.id === id).map((o) => o.mark);
      // Own records have their versions in the order written; the shared one in whatever order the line made.
      const same =
        id === this.shared
          ? held[0] === written[0] && isDeepStrictEqual([...held].sort(), [...written].sort())
          : isDeepStrictEqual(held, written);
      if (!same) this.wrong.push(`record ${id} holds [${held}], written were [${written}]`);
    }
    const waiting = await ask?.(at('incidents/held'));
    const kept = (waiting?.json().items as { id: string }[]).filter((h) => this.operations.some((o) => o.id === h.id));
    if (kept.length > 0) this.wrong.push(`${kept.length} repetitions are kept as conflicts`);
    return this.wrong;
  }
}
