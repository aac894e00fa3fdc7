/** `/health`, for whoever watches the server: whether it and its database answer, and whether the disk runs full. No content. */
import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import type { DiskSpace } from '../disk-space.ts';
import type { Principal } from '../principal.ts';

interface HealthOptions {
  db: Database;
  nobody: Principal;
  version: string;
  space?: (() => Promise<DiskSpace>) | undefined;
}

/** `ok`, `warning` (both 200: it serves) or `down` (503). */
export function answerHealth(app: FastifyInstance, { db, nobody, version, space }: HealthOptions): void {
  app.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    const [database, disk] = await Promise.all([
      db
        .read(nobody, (tx) => tx.client.query('select 1'))
        .then(
          () => 'ok',
          () => 'away',
        ),
      space?.().catch(() => null),
    ]);
    const status = database === 'away' ? 'down' : disk && disk.state !== 'enough' ? 'warning' : 'ok';
    return reply
      .code(status === 'down' ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ status, version, database, ...(disk ? { disk } : {}) });
  });
}
