/** Serves the built pages: hashed assets for ever, `index.html` for every address of the pages. */
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { KingaError } from '../errors.ts';

/** @param folder what the web build wrote: `index.html` and `assets/` */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.resolve(folder),
    wildcard: false,
    cacheControl: false,
    // The build wrote them compressed beside the plain ones.
    preCompressed: true,
    setHeaders: (response, file) => {
      const hashed = file.includes(`${path.sep}assets${path.sep}`);
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/')) throw new KingaError('no_such_route');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
