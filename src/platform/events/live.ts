/**
 * Live pages: server-sent events that carry `{ room, seq }` and nothing else, after a check of what the listener may
 * see, made once for all listeners with the same view. The page then asks.
 */
import { PassThrough } from 'node:stream';
import pg from 'pg';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { sql } from '../database/database.ts';
import { type Route, route } from '../http/route.ts';
import { resolveAsOf } from '../ledger/store.ts';
import { missionOf, type Principal } from '../principal.ts';
import { viewOf } from '../view.ts';
import { CHANNEL } from './outbox.ts';

interface Listener {
  who: Principal;
  view: string;
  stream: PassThrough;
  seen: number;
  /** Whether they may still listen with the view they came with. */
  stands(): Promise<boolean>;
}

export interface Live {
  routes: readonly Route[];
  close(): Promise<void>;
}

/** Keeps one LISTEN connection and tells everybody who listens. */
export async function openLive(db: Database, { heartbeat: every = HEARTBEAT } = {}): Promise<Live> {
  const listeners = new Set<Listener>();
  const told = (mission: number) =>
    tell(
      db,
      [...listeners].filter((l) => l.who.mission?.id === mission),
    );
  const ear = await listen(db.url, told);
  const heartbeat = setInterval(() => {
    for (const listener of listeners) beat(listener);
  }, every);
  return {
    routes: [liveRoute(listeners)],
    async close() {
      clearInterval(heartbeat);
      for (const { stream } of listeners) stream.end();
      await ear.close();
    },
  };
}

const HEARTBEAT = 20_000;

/** A sign of life, unless the listener's session was ended or they may now see less or more: then they come again. */
async function beat({ stream, stands }: Listener): Promise<void> {
  if (await stands()) stream.write('event: beat\ndata: {}\n\n');
  else stream.end();
}

const liveRoute = (listeners: Set<Listener>): Route =>
  route({
    method: 'GET',
    url: '/missions/:mission/events',
    access: 'member',
    summary: 'Live: which room changed, up to which ledger line',
    tag: 'platform',
    params: z.object({ mission: z.string() }),
    answer: 'stream',
    quiet: true,
    handler: async ({ db, who, request, reply, again }) => {
      const stream = new PassThrough();
      const { seq } = await db.read(who, (tx) => resolveAsOf(tx));
      const view = viewOf(who);
      const stands = () =>
        again().then(
          (now) => viewOf(now) === view,
          () => false,
        );
      const listener = { who, view, stream, seen: seq, stands };
      listeners.add(listener);
      // Whoever listens on comes back and is asked again who they are: a revoked session does not live on here.
      const lifetime = setTimeout(() => stream.end(), 300_000);
      request.raw.on('close', () => {
        clearTimeout(lifetime);
        listeners.delete(listener);
        stream.end();
      });
      stream.write(`retry: 3000\nevent: ready\ndata: {"seq":${seq}}\n\n`);
      reply.type('text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no');
      return stream;
    },
  });

/** One query a view; a listener hears of rooms, not of records. */
async function tell(db: Database, listeners: readonly Listener[]): Promise<void> {
  for (const group of Map.groupBy(listeners, (l) => l.view).values()) {
    const [first] = group;
    if (!first) continue;
    const since = Math.min(...group.map((l) => l.seen));
    const rooms = await db.read(first.who, async (tx) => {
      const { rows } = await sql<{ room: string; seq: number }>`
        select room, max(seq) as seq from platform.event
        where mission = ${missionOf(first.who).id} and seq > ${since} group by room`.execute(tx.db);
      return rows;
    });
    for (const listener of group) {
      for (const { room, seq } of rooms) {
        if (seq > listener.seen) listener.stream.write(`event: changed\ndata: ${JSON.stringify({ room, seq })}\n\n`);
      }
      listener.seen = Math.max(listener.seen, ...rooms.map((r) => r.seq));
    }
  }
}

/** LISTEN on a connection of its own, opened again when PostgreSQL restarts. */
async function listen(url: string, told: (mission: number) => Promise<void>): Promise<{ close(): Promise<void> }> {
  let closed = false;
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  const open = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'kinga-live' });
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!closed) again = setTimeout(() => open().catch(() => undefined), 1000);
    });
    next.on('notification', ({ payload }) => {
      told(Number(payload)).catch(() => undefined);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  };
  await open();
  return {
    async close() {
      closed = true;
      clearTimeout(again);
      await client?.end();
    },
  };
}
