/**
 * How long the server waits for somebody slow. A line of 1 Mbit/s must get its file through; who sends a byte now and then
 * to keep a place must not.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

export interface Patience {
  /** Milliseconds a connection may be silent in both directions. Live events have a heartbeat, so they stay. */
  silent: number;
  /** Milliseconds for the whole of a JSON body (at most 4 MB). Files have no such limit, only that of silence. */
  body: number;
}

export const PATIENCE: Patience = { silent: 120_000, body: 120_000 };

/** Breaks off requests whose body does not end in time. */
export function endSlowBodies(app: FastifyInstance, { body }: Patience): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if ((request.routeOptions.config as { upload?: boolean }).upload) return payload;
    const timer = setTimeout(() => {
      if (!request.raw.complete) request.raw.destroy();
    }, body);
    request.raw.once('close', () => clearTimeout(timer));
    return payload;
  });
}

/** Browsers open connections ahead of need. One that never asked anything must not keep a closing house open. */
export function letGoOfSilent(app: FastifyInstance): void {
  const silent = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket));
  app.addHook('preClose', async () => {
    for (const socket of silent) socket.destroy();
  });
}
