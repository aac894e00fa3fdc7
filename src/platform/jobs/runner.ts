/**
 * Runs jobs: queued through pg-boss (which carries a run's id and nothing else) and worked on in this process or, with
 * `worker: false` here, in another. A job acts as the person who started it, with the view they had.
 */
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import { askToCancel, claimRun, endRun, insertRun, noteProgress, requeueAbandoned } from './store.ts';

export interface JobContext {
  id: string;
  who: Principal;
  db: Database;
  params: unknown;
  /** Notes how far it is, at most a few times a second. @throws `JobCancelled` when somebody asked to stop */
  report(done: number, total: number | null, note?: string): Promise<void>;
}

/** Does the work; what it returns is the run's result. Must be safe to run twice. */
export type JobHandler = (context: JobContext) => Promise<Record<string, unknown>>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export class JobCancelled extends Error {
  constructor() {
    super('It was cancelled; what it had written by then stays.');
    this.name = 'JobCancelled';
  }
}

export interface Jobs {
  /** Queues a run and answers its id. */
  start(who: Principal, kind: string, params: unknown): Promise<string>;
  cancel(who: Principal, id: string): Promise<void>;
  close(): Promise<void>;
}

const QUEUE = 'kinga-run';
const house = systemPrincipal('jobs');

/** @param ownerUrl pg-boss keeps its own schema; it never sees a record */
export async function openJobs(
  db: Database,
  ownerUrl: string,
  handlers: JobHandlers,
  log: Logger,
  { worker = true }: { worker?: boolean } = {},
): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 3, application_name: 'kinga-jobs' });
  boss.on('error', (error) => log.error({ kind: error.name }, 'the job queue had an error'));
  await boss.start();
  await boss.createQueue(QUEUE);
  if (worker) {
    for (const id of await db.write(house, requeueAbandoned)) await boss.send(QUEUE, { id });
    await boss.work<{ id: string }>(QUEUE, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
      if (job) await workOn(db, handlers, job.data.id, log);
    });
  }
  return {
    async start(who, kind, params) {
      if (!handlers[kind]) throw new Error(`There is no job of kind ${kind}.`);
      const id = await db.write(who, (tx) => insertRun(tx, kind, params));
      await boss.send(QUEUE, { id });
      return id;
    },
    cancel: (who, id) => db.write(who, (tx) => askToCancel(tx, id)),
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

/**
 * Runs a job here and now, as the command line does; it shows among the others.
 * @param signal stops it as if somebody had cancelled it
 * @returns its result. @throws `JobCancelled`
 */
export async function runHere(
  db: Database,
  who: Principal,
  kind: string,
  handler: JobHandler,
  params: unknown,
  progress: (done: number, total: number | null, note?: string) => void,
  signal?: AbortSignal,
): Promise<Record<string, unknown>> {
  const id = await db.write(who, (tx) => insertRun(tx, kind, params));
  await db.write(house, (tx) => claimRun(tx, id));
  return perform(db, handler, { id, kind, params, who }, progress, signal);
}

async function workOn(db: Database, handlers: JobHandlers, id: string, log: Logger): Promise<void> {
  const run = await db.write(house, (tx) => claimRun(tx, id));
  const handler = run && handlers[run.kind];
  if (!run || !handler) return;
  // What went wrong stands in the run; a second try by the queue would only repeat it.
  await perform(db, handler, run, () => undefined).catch((error: unknown) => {
    if (!(error instanceof JobCancelled))
      log.warn({ job: id, kind: run.kind, error: error instanceof KingaError ? error.code : 'internal' });
  });
}

async function perform(
  db: Database,
  handler: JobHandler,
  run: { id: string; params: unknown; who: Principal; kind: string },
  progress: (done: number, total: number | null, note?: string) => void,
  signal?: AbortSignal,
): Promise<Record<string, unknown>> {
  let last = 0;
  const report: JobContext['report'] = async (done, total, note) => {
    progress(done, total, note);
    if (signal?.aborted) throw new JobCancelled();
    if (Date.now() - last < 300) return;
    last = Date.now();
    if (await db.write(house, (tx) => noteProgress(tx, run.id, done, total, note ?? null))) throw new JobCancelled();
  };
  try {
    const result = await handler({ id: run.id, who: run.who, db, params: run.params, report });
    await db.write(house, (tx) => endRun(tx, run.id, 'done', null, result));
    return result;
  } catch (error) {
    const cancelled = error instanceof JobCancelled;
    const note = cancelled
      ? null
      : error instanceof KingaError
        ? error.message
        : 'Something went wrong on our side; the log names the place.';
    await db.write(house, (tx) => endRun(tx, run.id, cancelled ? 'cancelled' : 'failed', note, null));
    throw error;
  }
}
