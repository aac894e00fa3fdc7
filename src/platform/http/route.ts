/**
 * How a room says what it answers. A route is data: its address, who may ask, the shapes in and out, and a handler.
 * Because routes are data, the leak matrix can enumerate them and the OpenAPI document cannot forget one.
 */
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Principal } from '../principal.ts';

/**
 * Who may ask:
 * `public` anybody; `signed-in` a person with a session (in no mission); `member` anybody in the mission;
 * otherwise a verb that the person must have in the mission (`incident.read`).
 */
export type Access = 'public' | 'signed-in' | 'member' | (string & {});

export interface Ask<P, Q, B> {
  who: Principal;
  params: P;
  query: Q;
  body: B;
  db: Database;
  request: FastifyRequest;
  reply: FastifyReply;
  /** Who asks, looked up again: for answers that last. @throws as the door does, when they may no longer */
  again(): Promise<Principal>;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`; an address that begins with `/missions/:mission/` is asked in that mission. */
  url: string;
  access: Access;
  /** One line for the OpenAPI document. */
  summary: string;
  tag: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The shape of the answer; `stream` for files, tiles and live events, `none` for 204. */
  answer: z.ZodType | 'stream' | 'none';
  /** Status of a success; 200 unless said (201 for what was made). */
  status?: 200 | 201 | 202;
  /** Asked by a page without anybody sitting at it (live events): it keeps no session open. */
  quiet?: boolean;
  /** Files come as multipart streams instead of a JSON body. */
  upload?: boolean;
  /** Requests a minute from one address, where fewer than the house's limit are sensible (sign-in). */
  perMinute?: number;
  handler(ask: Ask<never, never, never>): Promise<unknown>;
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

/** Declares a route with types inferred from its shapes. */
export function route<
  const P extends z.ZodType | undefined = undefined,
  const Q extends z.ZodType | undefined = undefined,
  const B extends z.ZodType | undefined = undefined,
  const A extends z.ZodType | 'stream' | 'none' = 'none',
>(
  definition: Omit<Route, 'params' | 'query' | 'body' | 'answer' | 'handler'> & {
    params?: P;
    query?: Q;
    body?: B;
    answer: A;
    handler(
      ask: Ask<Out<P>, Out<Q>, Out<B>>,
    ): A extends 'none' ? Promise<void> : Promise<A extends z.ZodType ? z.output<A> : Readable | Buffer | FastifyReply>;
  },
): Route {
  return definition as unknown as Route;
}
