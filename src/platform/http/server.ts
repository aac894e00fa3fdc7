/** The HTTP door: every route under `/api/v1`, the pages beside it, and nothing else. */
import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Language } from '../../vocabulary/codes.ts';
import type { Database } from '../database/database.ts';
import type { DiskSpace } from '../disk-space.ts';
import { KingaError } from '../errors.ts';
import { must, type Principal } from '../principal.ts';
import { answerErrors } from './failures.ts';
import { answerHealth } from './health.ts';
import { servePages } from './pages.ts';
import { endSlowBodies, letGoOfSilent, PATIENCE, type Patience } from './patience.ts';
import type { Route } from './route.ts';

/** How the door learns who asks; accounts provide it. */
export interface Gatekeeper {
  /** Nobody (`null`) when there is neither a session cookie nor a bearer token, or it is no longer good. */
  identify(request: FastifyRequest): Promise<Identity | null>;
  /** The person as a member of a mission. @throws `no_mission` */
  enter(identity: Identity, missionSlug: string): Promise<Principal>;
  /** The person in no mission, to choose one. */
  outside(identity: Identity): Principal;
  nobody: Principal;
}

export interface Identity {
  person: string;
  name: string;
  language: Language;
  session: string | null;
  /** Present for API tokens: the only mission and the only verbs it carries. */
  token?: { id: string; mission: string; scopes: readonly string[] };
}

export interface ServerOptions {
  db: Database;
  gatekeeper: Gatekeeper;
  routes: readonly Route[];
  log: Logger;
  version: string;
  /** Folder of the built pages; absent in tests of the API alone. */
  pages?: string;
  /** Requests a minute from one address. */
  perMinute?: number;
  /** Looks at the disk: files are refused when it is full. */
  space?: () => Promise<DiskSpace>;
  patience?: Patience;
  /**
   * Addresses or ranges of the TLS proxies in front: what they say of the asker's address and protocol is believed, and
   * nobody else's word. Without any, the connection itself says both.
   */
  trustProxy?: readonly string[];
}

export const API = '/api/v1';

const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  workerSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  // Kinga also runs on a loopback address without TLS; whoever puts it behind TLS sends HSTS there.
  upgradeInsecureRequests: null,
};

/**
 * On a bad line an answer in gzip comes several times sooner. An answer that holds both a secret and what somebody else
 * chose could be guessed by its length, but no other site can ask with a person's cookie (docs/decisions, 7).
 */
const SHRINKS = /^text\/(?!event-stream)|[+/]json(?:;|$)|[+/]xml(?:;|$)|mapbox-vector-tile/;

/** Builds the server; it listens only when the caller says so. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { db, gatekeeper, routes, log, patience = PATIENCE } = options;
  const app = fastify({
    ...(options.trustProxy ? { trustProxy: believed(options.trustProxy) } : {}),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 4 * 1024 * 1024,
    connectionTimeout: patience.silent,
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  // Answers alone: what is sent to us packed could unfold to any size.
  await app.register(compress, { encodings: ['gzip'], customTypes: SHRINKS, globalDecompression: false });
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fileSize: 2 * 1024 ** 3 } });
  await app.register(rateLimit, {
    max: options.perMinute ?? 1200,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) =>
      Object.assign(new KingaError('too_many_requests', { seconds: Math.ceil(context.ttl / 1000) }), {
        statusCode: 429,
      }),
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kinga',
        version: options.version,
        description: 'The operations room of people who protect civilians.',
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'kinga_session',
            description: 'Over TLS its name is __Host-kinga_session.',
          },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });

  answerErrors(app, log);
  endSlowBodies(app, patience);
  letGoOfSilent(app);
  app.addHook('onResponse', async (request, reply) => {
    // Paths name records by random ids only; queries may hold words that were searched for, so they stay out.
    log.info({
      id: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  for (const definition of routes) addRoute(app, definition, options);
  app.get(`${API}/openapi.json`, { schema: { hide: true } }, async () => app.swagger());
  answerHealth(app, { db, nobody: gatekeeper.nobody, version: options.version, space: options.space });
  if (options.pages) await servePages(app, options.pages);
  return app;
}

/** @throws `invalid_input` for what is no address; a name of a host could come to mean another one */
function believed(proxies: readonly string[]): string[] {
  const named = ['loopback', 'linklocal', 'uniquelocal'];
  const isRange = (proxy: string) => {
    const [address = '', bits, more] = proxy.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    return (
      isIP(address) !== 0 && more === undefined && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
    );
  };
  const wrong = proxies.find((proxy) => !named.includes(proxy) && !isRange(proxy));
  if (wrong !== undefined) throw new KingaError('invalid_input', { what: `“${wrong}” is no address of a proxy` });
  return [...proxies];
}

function addRoute(app: FastifyInstance, definition: Route, { db, gatekeeper, space }: ServerOptions): void {
  const { answer } = definition;
  app.route({
    method: definition.method,
    url: `${API}${definition.url}`,
    config: {
      upload: definition.upload ?? false,
      quiet: definition.quiet ?? false,
      ...(definition.perMinute ? { rateLimit: { max: definition.perMinute, timeWindow: '1 minute' } } : {}),
    },
    schema: {
      summary: definition.summary,
      tags: [definition.tag],
      operationId: operationId(definition),
      ...(definition.access === 'public' ? { security: [] } : { security: [{ session: [] }, { token: [] }] }),
      ...(definition.params ? { params: definition.params } : {}),
      ...(definition.query ? { querystring: definition.query } : {}),
      ...(definition.body ? { body: definition.body } : {}),
      response: {
        [definition.status ?? (answer === 'none' ? 204 : 200)]: answerShape(answer),
        '4xx': ErrorAnswer,
      },
    },
    preHandler: async (request) => {
      refuseOtherSites(request);
    },
    handler: async (request, reply) => {
      const who = await asker(definition, gatekeeper, request);
      // What room is left is the database's.
      if (definition.upload && (await space?.())?.state === 'full') throw new KingaError('disk_full');
      const result = await definition.handler({
        who,
        params: request.params as never,
        query: request.query as never,
        body: request.body as never,
        db,
        request,
        reply,
        again: () => asker(definition, gatekeeper, request),
      });
      if (answer === 'none') return reply.code(204).send();
      if (reply.sent || result === reply) return reply;
      return reply.code(definition.status ?? 200).send(result);
    },
  });
}

/** Streams are described, not checked: their bytes have no shape that Zod could hold against them. */
function answerShape(answer: Route['answer']): z.ZodType {
  if (answer === 'none') return z.undefined().describe('Done');
  return answer === 'stream' ? z.any().describe('A file, a tile or live events, streamed') : answer;
}

const ErrorAnswer = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  })
  .describe('What went wrong, in a sentence');

async function asker(definition: Route, gatekeeper: Gatekeeper, request: FastifyRequest): Promise<Principal> {
  const identity = await gatekeeper.identify(request);
  if (!identity) {
    if (definition.access === 'public') return gatekeeper.nobody;
    throw new KingaError('not_signed_in');
  }
  const { mission } = request.params as { mission?: string };
  if (!mission) {
    // A token is a program's in one mission. Found by a thief, it must not open the account of the person who made it.
    if (!identity.token) return gatekeeper.outside(identity);
    if (definition.access === 'public') return gatekeeper.nobody;
    throw new KingaError('not_signed_in');
  }
  const who = await gatekeeper.enter(identity, mission);
  if (definition.access !== 'member' && definition.access !== 'public') must(who, definition.access);
  return who;
}

/** A browser says where a request comes from; cookies are SameSite=Strict besides. Tokens come from programs. */
function refuseOtherSites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new KingaError('cross_site');
  const { origin, host } = request.headers;
  if (origin !== undefined && URL.parse(origin)?.host !== host) throw new KingaError('cross_site');
}

/** `GET /missions/:mission/incidents/:id` → `get_missions_incidents_by_id`. */
const operationId = ({ method, url }: Route): string =>
  `${method.toLowerCase()}${url
    .replaceAll(/\/:mission/g, '')
    .replaceAll(/\/:(\w+)/g, '_by_$1')
    .replaceAll(/[^\w]+/g, '_')}`;
