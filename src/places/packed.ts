/** Large drawings that seldom change: made and compressed once, kept in memory, and sent again only when they differ. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Drawing } from './drawings.ts';

interface Packed {
  plain: Buffer;
  gzipped: Buffer;
  etag: string;
}

const KEPT = 16;
/** The promise is kept, so that two who ask at once do not both draw. */
const kept = new Map<string, Promise<Packed>>();

/** Sends a drawing gzipped where the asker takes that, or 304 when the asker has it. */
export async function sendPacked(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  drawing: Drawing,
): Promise<FastifyReply> {
  const { plain, gzipped, etag } = await remember(drawing);
  reply
    .header('etag', etag)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'cookie, authorization, accept-encoding');
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  reply.type('application/json; charset=utf-8');
  if (!takesGzip(request.headers['accept-encoding'])) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(gzipped);
}

const takesGzip = (accepted: string | string[] | undefined) =>
  String(accepted ?? '')
    .split(',')
    .some((coding) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$)|$)/i.test(coding));

function remember({ key, draw }: Drawing): Promise<Packed> {
  const before = kept.get(key);
  if (before) return before;
  const packed = pack(draw);
  kept.set(key, packed);
  packed.catch(() => kept.delete(key));
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest) kept.delete(oldest);
  return packed;
}

async function pack(draw: Drawing['draw']): Promise<Packed> {
  const plain = Buffer.from(JSON.stringify(await draw()));
  const gzipped = await promisify(gzip)(plain, { level: 9 });
  // Weak: the same drawing in two encodings.
  return { plain, gzipped, etag: `W/"${createHash('sha256').update(plain).digest('base64url')}"` };
}
