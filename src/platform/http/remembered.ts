/**
 * Answers that rest on a ledger line are the same for everybody with the same view, until something is written: a record
 * that is closed is closed in its past too. So they carry an ETag, and the last ones are kept in memory (a cache: the
 * server may lose it), by the line they rest on and by the last one there is.
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database, Tx } from '../database/database.ts';
import { type AsOf, resolveAsOf } from '../ledger/store.ts';
import type { Principal } from '../principal.ts';
import { viewOf } from '../view.ts';

const KEPT = 400;
const kept = new Map<string, unknown>();

/** After an erasure: what was erased must not be answered out of memory. */
export const forgetAnswers = (): void => kept.clear();

/**
 * Answers from memory or computes; sets the ETag, and answers 304 when the asker has it already.
 * @param fresh computed for this asker and this moment alone: nothing of it is kept
 * @param compute must depend on nothing but the asker's view, the request's address and what is written by now
 */
export async function remembered<T>(
  { db, who, request, reply }: { db: Database; who: Principal; request: FastifyRequest; reply: FastifyReply },
  asked: string | undefined,
  compute: (tx: Tx, asOf: AsOf) => Promise<T>,
  fresh = false,
): Promise<T | FastifyReply> {
  return db.read(who, async (tx) => {
    const asOf = await resolveAsOf(tx, asked);
    if (fresh) {
      reply.header('cache-control', 'no-store');
      return compute(tx, asOf);
    }
    const { seq: last } = asked ? await resolveAsOf(tx) : asOf;
    const key = createHash('sha256')
      .update(`${viewOf(who)}\n${request.url}\n${asOf.seq}\n${last}`)
      .digest('base64url');
    reply
      .header('etag', `W/"${key}"`)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'cookie, authorization');
    if (request.headers['if-none-match']?.includes(key)) return reply.code(304).send();
    const before = kept.get(key);
    if (before !== undefined) return before as T;
    const answer = await compute(tx, asOf);
    kept.set(key, answer);
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
    if (oldest) kept.delete(oldest);
    return answer;
  });
}
