/**
 * Puts the house together: the installation, the rooms' routes, the jobs, the pages. The only code besides `cli` and
 * `demo` that may import every room.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import packageFile from '../package.json' with { type: 'json' };
import { auditBriefs, briefJobs, briefRoutes, prepareOnTime } from './briefs/index.ts';
import {
  auditIncidents,
  incidentJobs,
  incidentRoutes,
  keyDigests,
  type Memory,
  openMemory,
  startPlacing,
} from './incidents/index.ts';
import { auditMandates, mandateRoutes } from './mandates/index.ts';
import { placeJobs, placeRoutes } from './places/index.ts';
import { makeSetUpToken } from './platform/accounts/commands/set-up.ts';
import { gatekeeper } from './platform/accounts/gatekeeper.ts';
import { peopleRoutes } from './platform/accounts/people-routes.ts';
import { accountRoutes } from './platform/accounts/routes.ts';
import { appendErasure, completeErasures } from './platform/backup/erasures.ts';
import { diskSpace, watchSpace } from './platform/disk-space.ts';
import type { KingaError } from './platform/errors.ts';
import { type Live, openLive } from './platform/events/live.ts';
import { traceOf } from './platform/failures.ts';
import { sweepHourly } from './platform/files/sweep.ts';
import { forgetAnswers } from './platform/http/remembered.ts';
import type { Route } from './platform/http/route.ts';
import { createServer, type ServerOptions } from './platform/http/server.ts';
import type { Installation } from './platform/installation.ts';
import { jobRoutes } from './platform/jobs/routes.ts';
import { type JobHandlers, type Jobs, openJobs } from './platform/jobs/runner.ts';
import { outletsFrom } from './platform/ledger/outlets.ts';
import { publishHourly } from './platform/ledger/publish.ts';
import { ledgerRoutes } from './platform/ledger/routes.ts';
import { verifyLedger } from './platform/ledger/verify.ts';
import { missionRoutes } from './platform/missions/routes.ts';
import { noticeRoutes } from './platform/notices/routes.ts';
import { becomeSoleServer, type SoleServer } from './platform/sole-server.ts';
import { scrubErased } from './platform/vault/scrub.ts';
import { viewRoutes } from './platform/views/routes.ts';

const VERSION = packageFile.version;

/** The folder of the built pages, in a checkout (`dist/web`) and in the package alike. */
const PAGES = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  import.meta.url.endsWith('.ts') ? '../dist/web' : './web',
);

export interface House {
  app: FastifyInstance;
  jobs: Jobs;
  memory: Memory;
  close(): Promise<void>;
}

/** Files that people bring, until a job has read them; below the data folder. */
export const uploadsOf = (installation: Installation): string => path.join(installation.dataDir, 'uploads');

/** Rows that imports did not take, each with its reason: kept a month for whoever brought them. */
const refusedOf = (installation: Installation): string => path.join(installation.dataDir, 'refused');

/** Every kind of long work. */
function jobHandlers(installation: Installation): JobHandlers {
  return {
    ...incidentJobs({ refused: refusedOf(installation) }),
    ...placeJobs,
    ...briefJobs,
    'ledger.verify': async ({ params, report }) => {
      const { checkpoint } = params as { checkpoint?: string };
      const result = await verifyLedger(installation.ownerUrl, {
        keys: [installation.keys.ledger],
        auditors: [auditIncidents, auditMandates, auditBriefs],
        checkpoints: checkpoint ? [checkpoint] : [],
        progress: (done, total) => report(done, total),
      });
      return { ...result };
    },
  };
}

/** Lists erasures outside backups, and has the disk forget the keys. @returns what lies beyond it, in words */
async function afterErasure({ dataDir, ownerUrl, db }: Installation, subjects: readonly string[]): Promise<string[]> {
  for (const subject of subjects) await appendErasure(dataDir, subject, db.clock.now().toISOString());
  forgetAnswers();
  return scrub(ownerUrl);
}

/** Tries again for as long as an older transaction may still need a key. */
async function scrub(ownerUrl: string): Promise<string[]> {
  const { done, beyond } = await scrubErased(ownerUrl);
  if (!done) setTimeout(() => scrub(ownerUrl).catch(() => undefined), SCRUB_AGAIN).unref();
  return beyond;
}

const SCRUB_AGAIN = 60_000;

/** Every route of the house, in the order of its rooms: what the leak matrix enumerates. */
export function houseRoutes(installation: Installation, jobs: Jobs, live: Live, memory: Memory): Route[] {
  const uploads = uploadsOf(installation);
  return [
    ...accountRoutes,
    ...peopleRoutes,
    ...missionRoutes,
    ...ledgerRoutes(jobs),
    ...jobRoutes(jobs),
    ...live.routes,
    ...noticeRoutes,
    ...viewRoutes,
    ...placeRoutes({ jobs, uploads, afterBoundaries: (who) => startPlacing(jobs, who) }),
    ...incidentRoutes({
      jobs,
      uploads,
      refused: refusedOf(installation),
      memory,
      afterErasure: (subjects) => afterErasure(installation, subjects),
    }),
    ...mandateRoutes,
    ...briefRoutes,
  ];
}

export interface HouseOptions extends Pick<ServerOptions, 'pages' | 'perMinute' | 'trustProxy'> {
  /** Missions with so many versions are held in memory. */
  memoryFrom?: number;
}

/**
 * Builds the server of an installation without listening.
 * @param options folder of the built pages, where there are any; requests a minute from one address; proxies in front
 */
export async function openHouse(
  installation: Installation,
  log: Logger,
  { memoryFrom, ...options }: HouseOptions = {},
): Promise<House> {
  await mkdir(uploadsOf(installation), { recursive: true, mode: 0o700 });
  const { db, ownerUrl } = installation;
  const jobs = await openJobs(db, ownerUrl, jobHandlers(installation), log);
  const live = await openLive(db);
  const memory = openMemory(db, {
    ...(memoryFrom === undefined ? {} : { from: memoryFrom }),
    held: (what) => log.info(what, 'sums and maps are answered from memory'),
    failed: (error) => log.warn(traceOf(error), 'sums and maps are answered by the database alone'),
  });
  const app = await createServer({
    db,
    gatekeeper: gatekeeper(db),
    routes: houseRoutes(installation, jobs, live, memory),
    log,
    version: VERSION,
    space: () => diskSpace(installation.dataDir),
    ...options,
  });
  return {
    app,
    jobs,
    memory,
    async close() {
      await live.close();
      // Whoever is being answered is answered to the end, within reason: a slow download must not keep a house open.
      const enough = setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS);
      await app.close();
      clearTimeout(enough);
      await memory.close();
      await jobs.close();
    },
  };
}

const LAST_ANSWERS = 15_000;
const HOUR = 3_600_000;

export interface Serving {
  address: string;
  /** The one-time link that makes the administrator; `null` when somebody is there. */
  setUpLink: string | null;
  /** Settles when this server can go on no longer, with the reason. */
  lost: Promise<KingaError>;
  close(): Promise<void>;
}

/** Serves until closed. @throws `already_running` when another server has this data folder */
export async function serve(
  installation: Installation,
  {
    port,
    host,
    log,
    trustProxy,
  }: { port: number; host: string; log: Logger; trustProxy?: readonly string[] | undefined },
): Promise<Serving> {
  const { dataDir } = installation;
  const sole: SoleServer = await becomeSoleServer(dataDir, installation.ownerUrl, {
    revive: installation.revive,
    log: (sentence) => log.warn(sentence),
  });
  try {
    // A crash between an erasure and its listing is mended here, before anything is answered.
    if ((await completeErasures(installation.ownerUrl, dataDir)) > 0) await scrub(installation.ownerUrl);
    await keyDigests(installation.ownerUrl, installation.keys);
    const house = await openHouse(installation, log, { pages: PAGES, ...(trustProxy ? { trustProxy } : {}) });
    await house.app.listen({ port, host });
    const bound = house.app.addresses().find((a) => typeof a === 'object');
    const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
    const address = `http://${name}:${bound?.port ?? port}`;
    await sole.announce(address);
    const hourly = [
      publishHourly(installation.db, outletsFrom(dataDir, process.env), log),
      watchSpace(dataDir, log),
      sweepHourly({ [uploadsOf(installation)]: 24 * HOUR, [refusedOf(installation)]: 30 * 24 * HOUR }),
      prepareOnTime(installation.db, house.jobs, log),
    ];
    const token = await makeSetUpToken(installation.db);
    return {
      address,
      setUpLink: token && `${address}/setup#${token}`,
      lost: sole.lost,
      async close() {
        for (const each of hourly) each.stop();
        await house.close();
        await sole.release();
      },
    };
  } catch (error) {
    await sole.release();
    throw error;
  }
}
