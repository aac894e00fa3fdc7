/**
 * How errors leave: `{ error: { code, message, details } }` in the asker's language; what is unexpected leaves without its
 * content, under a number that the log has too.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { LANGUAGES, type Language } from '../../vocabulary/codes.ts';
import { type ErrorCategory, KingaError } from '../errors.ts';
import { asKnownFailure, traceOf } from '../failures.ts';

const HTTP_STATUS: Record<ErrorCategory, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  too_much: 413,
  unavailable: 503,
  internal: 500,
};

/** What the server's own parsers refuse, in words instead of their codes. */
const REFUSED: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'the body should be JSON (content-type: application/json)',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'the body is empty, and should be JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'the body is not valid JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'the body is shorter or longer than it says',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'send a form with a file (multipart/form-data)',
  FST_PARTS_LIMIT: 'the form has too many parts',
  FST_FILES_LIMIT: 'the form has too many files',
};

/** Seconds after which a server that is unavailable may be asked again. */
const COME_AGAIN = 5;

export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((request, reply) => send(new KingaError('no_such_route'), request, reply));
  app.setErrorHandler((error, request, reply) => {
    const known = asKnownFailure(error);
    if (known) {
      if (known.category === 'unavailable') note(log, request, error, known.code);
      return send(known, request, reply);
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const what = error.validation
        .map((v) => `${v.instancePath.slice(1).replaceAll('/', '.') || '–'}: ${v.message}`)
        .slice(0, 5)
        .join('; ');
      return send(new KingaError('invalid_input', { what }), request, reply);
    }
    const { statusCode, code = '' } = error as { statusCode?: number; code?: string };
    if (statusCode === 413) return send(new KingaError('file_too_large', { limit: '4 MB' }), request, reply);
    if (statusCode && statusCode >= 400 && statusCode < 500)
      return send(new KingaError('invalid_input', { what: REFUSED[code] ?? 'the request' }), request, reply);
    note(log, request, error, code);
    return send(new KingaError('internal', { reference: request.id }), request, reply);
  });
}

function note(log: Logger, request: FastifyRequest, error: unknown, code: string): void {
  log.error({
    id: request.id,
    route: request.routeOptions.url,
    code,
    ...traceOf(error),
  });
}

function send(error: KingaError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.code === 'too_many_requests' ? 429 : HTTP_STATUS[error.category];
  if (status === 503) reply.header('retry-after', COME_AGAIN);
  // What a handler meant for its answer must not be kept as if it were one.
  reply.removeHeader('etag').header('cache-control', 'no-store');
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer((x: unknown) => JSON.stringify(x))
    .send({ error: { code: error.code, message: error.in(languageOf(request)), details: error.details } });
}

/** The language of the page that asks (`Kinga-Language`), else the browser's. */
export function languageOf(request: FastifyRequest): Language {
  const asked = String(request.headers['kinga-language'] ?? request.headers['accept-language'] ?? 'en').slice(0, 2);
  return LANGUAGES.find((l) => l === asked) ?? 'en';
}
