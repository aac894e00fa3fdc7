/** A test house behind its HTTP door: people ask as themselves, and everything that is logged is kept to be searched. */
import { randomInt } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { type Logger, pino } from 'pino';
import { incidentRoutes } from '../../src/incidents/index.ts';
import { openSession } from '../../src/platform/accounts/commands/sign-in.ts';
import { COOKIE, gatekeeper } from '../../src/platform/accounts/gatekeeper.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { API, createServer } from '../../src/platform/http/server.ts';
import type { Principal } from '../../src/platform/principal.ts';
import type { TestHouse } from './house.ts';

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, or any other address that begins with `//`. */
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Asks as one person, program or nobody. */
export type Ask = (request: Request | string) => Promise<LightMyRequestResponse>;

export interface Served {
  app: FastifyInstance;
  /** Lines of the log so far. */
  logged: readonly string[];
  nobody: Ask;
  /** Somebody with a session cookie of this value. */
  withCookie(token: string): Ask;
  /** A program with this API token. */
  withToken(token: string): Ask;
  /** Opens a session without the sign-in. */
  as(who: Principal): Promise<Ask>;
  close(): Promise<void>;
}

/** The room of incidents alone, without jobs and files. */
export const incidentsOf = ({ memory }: Pick<TestHouse, 'memory'>): readonly Route[] =>
  incidentRoutes({
    jobs: { start: async () => '', cancel: async () => undefined, close: async () => undefined },
    uploads: '',
    refused: '',
    memory,
    afterErasure: async () => [],
  });

/** Serves these routes from a test house. @param perMinute the house's limit from one address */
export async function served(house: TestHouse, routes: readonly Route[], perMinute?: number): Promise<Served> {
  const { log, logged } = keptLog();
  const app = await createServer({
    db: house.db,
    gatekeeper: gatekeeper(house.db),
    routes,
    log,
    version: 'test',
    ...(perMinute ? { perMinute } : {}),
  });
  return { ...askers(house, app), logged, close: () => app.close() };
}

/** A log whose lines stay in memory. @param level from which on they are kept */
export function keptLog(level = 'trace'): { log: Logger; logged: string[] } {
  const logged: string[] = [];
  return { log: pino({ level }, { write: (line: string) => void logged.push(line) }), logged };
}

/** Ways to ask a server. */
export function askers(house: TestHouse, app: FastifyInstance): Omit<Served, 'logged' | 'close'> {
  const asking =
    (who: Record<string, string>): Ask =>
    (request) =>
      app.inject(injection(request, who));
  const withCookie = (token: string) => asking({ cookie: `${COOKIE}=${token}` });
  return {
    app,
    nobody: asking({}),
    withCookie,
    withToken: (token) => asking({ authorization: `Bearer ${token}` }),
    as: async (who) => withCookie((await openSession(house.db, who.person ?? '', 'test')).token),
  };
}

function injection(request: Request | string, who: Record<string, string>): InjectOptions {
  const { method = 'GET', url, body, headers = {} } = typeof request === 'string' ? { url: request } : request;
  return {
    method,
    url: url.startsWith('//') ? url.slice(1) : `${API}${url}`,
    headers: { ...who, ...headers },
    // Limits count by address; those tests that are about limits give one.
    remoteAddress: headers['x-test-address'] ?? `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    ...(body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> }),
  };
}

/** The value of the session cookie that an answer sets; empty when it sets none. */
export const cookieOf = (answer: LightMyRequestResponse): string =>
  answer.cookies.find((cookie) => cookie.name === COOKIE)?.value ?? '';

/** The code of an answer's error, or its status when it has none. */
export const errorOf = (answer: LightMyRequestResponse): string =>
  answer.statusCode < 400 ? String(answer.statusCode) : (answer.json().error.code as string);
