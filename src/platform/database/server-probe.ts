import pg from 'pg';
import type { Address } from './server-address.ts';
import { ownerUrl } from './server-address.ts';
import type { Cluster } from './server-cluster.ts';
import { readPidFile } from './server-pidfile.ts';

/** Whether a server answers for a cluster: it does, it is busy starting or stopping, or nobody answers. */
export type Probe = { state: 'ready'; address: Address } | { state: 'busy' } | { state: 'absent' };

/** PostgreSQL's code for "the database system is starting up", "shutting down" and "in recovery mode". */
const CANNOT_CONNECT_NOW = '57P03';

/** Asks the server that `postmaster.pid` names, and believes it only if it serves this very data folder. */
export async function probe(cluster: Cluster): Promise<Probe> {
  const file = await readPidFile(cluster);
  if (!file) return { state: 'absent' };
  try {
    const folder = await withOwner(await ownerUrl(cluster, file.address), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows[0]?.data_directory;
    });
    const same = folder?.replaceAll('/', '\\') === cluster.data.replaceAll('/', '\\');
    return same ? { state: 'ready', address: file.address } : { state: 'absent' };
  } catch (error) {
    return { state: (error as { code?: string }).code === CANNOT_CONNECT_NOW ? 'busy' : 'absent' };
  }
}

/** Runs `work` on one connection as the owner and closes it. */
export async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, ssl: false });
  // A server that stops while we are connected reports it as an event; the pending query fails as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
