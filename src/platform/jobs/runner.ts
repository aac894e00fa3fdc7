/**
 * Runs jobs: queued through pg-boss (which carries a run's id and nothing else) and worked on in this process or, with
 * `worker: false` here, in another. A job acts as the person who started it, with the view they had, for as long as they
 * have it.
 */
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import { asKnownFailure } from '../failures.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import {
  askToCancel,
  claimRun,
  endRun,
  insertRun,
  noteProgress,
  requeueAbandoned,
  stillMay,
  waitingRuns,
} from './store.ts';
import { becomeWorker } from './worker.ts';

export interface JobContext {
  id: string;
  who: Principal;
  db: Database;
  params: unknown;
  /**
   * Notes how far it is, at most a few times a second.
   * @throws `JobCancelled` when somebody asked to stop, `rights_lost` when the person may no longer what they could
   */
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
  /** Stops at once. What is being worked on stands still where it is, and is taken up again at the next start. */
  close(): Promise<void>;
}

const QUEUE = 'kinga-run';
const house = systemPrincipal('jobs');
/** The queue gives a run up after a quarter of an hour unless told; ours end by themselves. */
const LONG = { expireInSeconds: 23 * 3600 };
/** How often runs of processes that died are looked for. */
const LOOK_EVERY = 30_000;

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
  const working = worker ? await work(boss, { db, handlers, log }) : null;
  return {
    async start(who, kind, params) {
      if (!handlers[kind]) throw new Error(`There is no job of kind ${kind}.`);
      const id = await db.write(who, (tx) => insertRun(tx, kind, params));
      // It waits in the database already: a queue that cannot be told is told when waiting runs are next looked for.
      await boss.send(QUEUE, { id }, LONG).catch(() => log.warn({ job: id }, 'the job queue could not be told'));
      return id;
    },
    cancel: (who, id) => db.write(who, (tx) => askToCancel(tx, id)),
    async close() {
      await working?.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
      await working?.release();
    },
  };
}

interface Workshop {
  db: Database;
  handlers: JobHandlers;
  log: Logger;
}

async function work(boss: PgBoss, { db, handlers, log }: Workshop) {
  const worker = await becomeWorker(db.url);
  const active = new Set<string>();
  const stopped = Promise.withResolvers<void>();
  let stopping = false;
  let told = new Set<string>();
  const place: Place = { worker: worker.number, stopping: () => stopping };

  async function workOn(id: string): Promise<void> {
    // Noted before it is claimed: whoever looks for abandoned runs in between must not find this one.
    active.add(id);
    try {
      const run = await db.write(house, (tx) => claimRun(tx, id, worker.number));
      const handler = run && handlers[run.kind];
      if (run && handler) await perform(db, handler, run, () => undefined, place);
    } catch (error) {
      // What went wrong stands in the run; a second try by the queue would only repeat it.
      if (!(error instanceof JobCancelled)) log.warn({ job: id, error: asKnownFailure(error)?.code ?? 'internal' });
    } finally {
      active.delete(id);
    }
  }

  /** Takes up what others left, and tells the queue of what waits and it may not know of; telling it twice does no harm. */
  async function look(): Promise<void> {
    const { left, waiting } = await db.write(house, async (tx) => ({
      left: await requeueAbandoned(tx, { worker: worker.number, active: [...active] }),
      waiting: await waitingRuns(tx),
    }));
    for (const id of waiting) if (left.includes(id) || !told.has(id)) await boss.send(QUEUE, { id }, LONG);
    told = new Set(waiting);
  }

  await look();
  const looking = setInterval(() => {
    look().catch(() => log.warn('abandoned runs could not be looked for'));
  }, LOOK_EVERY);
  await boss.work<{ id: string }>(QUEUE, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
    if (job && !stopping) await Promise.race([workOn(job.data.id), stopped.promise]);
  });
  return {
    async stop() {
      stopping = true;
      clearInterval(looking);
      stopped.resolve();
    },
    release: () => worker.release(),
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
  const worker = await becomeWorker(db.url);
  try {
    // Queued and claimed in one step, so that a running server does not take it.
    const id = await db.write(who, (tx) => insertRun(tx, kind, params, worker.number));
    const place: Place = { worker: worker.number, stopping: () => false, ...(signal ? { signal } : {}) };
    return await perform(db, handler, { id, params, who }, progress, place);
  } finally {
    await worker.release();
  }
}

interface Place {
  worker: number;
  stopping(): boolean;
  /** Stops the run as if somebody had cancelled it. */
  signal?: AbortSignal;
}

async function perform(
  db: Database,
  handler: JobHandler,
  run: { id: string; params: unknown; who: Principal },
  progress: (done: number, total: number | null, note?: string) => void,
  { stopping, signal }: Place,
): Promise<Record<string, unknown>> {
  let last = 0;
  const stop = async (tell: () => Promise<boolean>) => {
    // A house that closes leaves the run as a crash would: its files stay, and the next start takes it up.
    if (stopping()) await new Promise(() => undefined);
    if (await tell()) throw new JobCancelled();
  };
  const report: JobContext['report'] = async (done, total, note) => {
    progress(done, total, note);
    if (signal?.aborted) throw new JobCancelled();
    if (Date.now() - last < 300) return stop(async () => false);
    last = Date.now();
    await stop(() => db.write(house, (tx) => noteProgress(tx, run.id, done, total, note ?? null)));
    await refuseIfLess(db, run.who);
  };
  try {
    await refuseIfLess(db, run.who);
    const result = await handler({ id: run.id, who: run.who, db, params: run.params, report });
    await db.write(house, (tx) => endRun(tx, run.id, 'done', null, result));
    return result;
  } catch (error) {
    if (stopping()) throw error;
    const cancelled = error instanceof JobCancelled;
    const sentence = asKnownFailure(error)?.message ?? 'Something went wrong on our side; the log names the place.';
    const [state, note] = cancelled ? (['cancelled', null] as const) : (['failed', sentence] as const);
    await db.write(house, (tx) => endRun(tx, run.id, state, note, null));
    throw error;
  }
}

/** @throws `rights_lost` */
async function refuseIfLess(db: Database, who: Principal): Promise<void> {
  if (!(await db.read(house, (tx) => stillMay(tx, who)))) throw new KingaError('rights_lost');
}
