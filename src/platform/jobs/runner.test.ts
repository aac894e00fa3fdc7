import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { errorOf, keptLog, type Served, served } from '../../../test/support/served.ts';
import { changeMember, removeMember } from '../accounts/commands/members.ts';
import { KingaError } from '../errors.ts';
import { type Principal, systemPrincipal } from '../principal.ts';
import type { JobRun } from './contract.ts';
import { jobRoutes } from './routes.ts';
import { type JobContext, type JobHandlers, type Jobs, openJobs, runHere } from './runner.ts';
import { claimRun, insertRun, readRun, requeueAbandoned } from './store.ts';
import { becomeWorker } from './worker.ts';

/** A worker whose lock nobody holds: it died. */
const NO_PROCESS = 1;

let house: TestHouse;
let jobs: Jobs;
let server: Served;
const { log, logged } = keptLog();

/** What a run waits for before it goes on; one a test. */
let gate = Promise.withResolvers<void>();
let begun = Promise.withResolvers<JobContext>();

const handlers: JobHandlers = {
  view: async ({ who, db }) =>
    db.read(who, async ({ client }) => {
      const { rows } = await client.query(
        `select platform.my_kind() as kind, platform.my_person() as person, platform.my_level()::int as level,
           platform.my_areas() as areas, platform.i_may('jobs.read') as reads, platform.i_may('people.manage') as manages`,
      );
      return { ...rows[0], by: who.by, compartments: [...who.compartments] };
    }),
  slow: async (job) => {
    begun.resolve(job);
    await gate.promise;
    await job.report(1, 2, 'half');
    return { finished: true };
  },
  broken: async () => {
    throw new Error('the words of a record');
  },
  refused: async () => {
    throw new KingaError('unreadable_file', { why: 'it is empty' });
  },
};

beforeAll(async () => {
  house = await testHouse();
  jobs = await openJobs(house.db, house.ownerUrl, handlers, log);
  server = await served(house, jobRoutes(jobs));
});
afterAll(async () => {
  await server.close();
  await jobs.close();
  await house.close();
});
afterEach(() => {
  gate.resolve();
  [gate, begun] = [Promise.withResolvers(), Promise.withResolvers()];
});

const ended = (who: Principal, id: string): Promise<JobRun> =>
  vi.waitFor(
    async () => {
      const run = await house.db.read(who, (tx) => readRun(tx, id));
      if (!run?.endedAt) throw new Error(`The run is ${run?.state}.`);
      return run;
    },
    { timeout: 15_000, interval: 50 },
  );

describe('a run', () => {
  it('acts as whoever started it, with the view they had then', async () => {
    const scope = { level: 'confidential', compartments: ['police'], areas: ['TM01', 'TM"2'] } as const;
    const who = await house.member(['analyst'], { ...scope, compartments: ['police'], areas: [...scope.areas] });
    const { result, state, by } = await ended(who, await jobs.start(who, 'view', {}));
    expect({ state, by }).toEqual({ state: 'done', by: 'analyst' });
    expect(result).toEqual({
      ...{ kind: 'job', person: who.person, by: who.by, level: 2, areas: ['TM01', 'TM"2'] },
      ...{ compartments: ['police'], reads: true, manages: false },
    });
  });

  it('that fails says a sentence without the content of a record, and the log a code', async () => {
    const who = await house.member(['analyst']);
    const broken = await ended(who, await jobs.start(who, 'broken', {}));
    expect([broken.state, broken.note, broken.result]).toEqual(['failed', expect.stringContaining('log'), null]);
    const refused = await ended(who, await jobs.start(who, 'refused', {}));
    expect([refused.state, refused.note]).toEqual(['failed', 'The file cannot be read: it is empty']);
    expect(logged.join()).not.toContain('the words of a record');
    expect(logged.join()).toContain('unreadable_file');
  });

  it('of no known kind is not begun', async () => {
    await expect(jobs.start(await house.member(['analyst']), 'nothing', {})).rejects.toThrow('nothing');
  });
});

describe('who sees a run', () => {
  it('is its starter, and who may read jobs and sees at least as much', async () => {
    const view = { level: 'confidential', compartments: ['police', 'military'], areas: ['TM01'] } as const;
    const member = (role: string, level: 'internal' | 'confidential', compartments: string[], areas: string[] | null) =>
      house.member([role], { level, compartments, areas });
    const starter = await member('analyst', 'confidential', [...view.compartments], [...view.areas]);
    const { id } = await ended(starter, await jobs.start(starter, 'view', {}));
    const sees = async (who: Principal) => {
      const ask = await server.as(who);
      const one = await ask(`/missions/test/jobs/${id}`);
      const listed = (await ask('/missions/test/jobs')).json().items.some((run: JobRun) => run.id === id);
      expect(listed).toBe(one.statusCode === 200);
      return errorOf(one);
    };
    expect(await sees(starter)).toBe('200');
    expect(await sees(await member('analyst', 'confidential', ['military', 'police', 'civilian'], null))).toBe('200');
    expect(await sees(await member('analyst', 'confidential', ['military', 'police'], ['TM02', 'TM01']))).toBe('200');
    for (const other of [
      await member('analyst', 'internal', ['military', 'police'], null),
      await member('analyst', 'confidential', ['police'], null),
      await member('analyst', 'confidential', [], null),
      await member('analyst', 'confidential', ['military', 'police'], ['TM02']),
      await member('reader', 'confidential', ['military', 'police'], null),
    ])
      expect(await sees(other)).toBe('not_found');
  });

  it('of the whole mission, is nobody of one area', async () => {
    const starter = await house.member(['analyst']);
    const { id } = await ended(starter, await jobs.start(starter, 'view', {}));
    const ask = await server.as(await house.member(['analyst'], { areas: ['TM01'] }));
    expect(errorOf(await ask(`/missions/test/jobs/${id}`))).toBe('not_found');
  });
});

describe('cancelling', () => {
  const cancel = async (who: Principal, id: string) =>
    errorOf(await (await server.as(who))({ method: 'POST', url: `/missions/test/jobs/${id}/cancel` }));

  it('stops a run where it is; what has ended stays ended', async () => {
    const who = await house.member(['human_rights_officer']);
    const id = await jobs.start(who, 'slow', {});
    await begun.promise;
    expect(await cancel(who, id)).toBe('204');
    expect(await cancel(who, id)).toBe('204');
    gate.resolve();
    expect((await ended(who, id)).state).toBe('cancelled');
    expect(await cancel(who, id)).toBe('state_conflict');
  });

  it('of another’s needs the verb, and to see it', async () => {
    const who = await house.member(['analyst'], { level: 'confidential' });
    const id = await jobs.start(who, 'slow', {});
    await begun.promise;
    const level = { level: 'confidential' } as const;
    expect(await cancel(await house.member(['duty_officer'], level), id)).toBe('forbidden');
    expect(await cancel(await house.member(['analyst'], { level: 'internal' }), id)).toBe('not_found');
    expect(await cancel(await house.member(['analyst'], level), id)).toBe('204');
    gate.resolve();
    expect((await ended(who, id)).state).toBe('cancelled');
  });
});

it('what a crash left behind is done after the restart, but for what was to be cancelled', async () => {
  const who = await house.member(['analyst']);
  const system = systemPrincipal('test');
  const start = (params: object) => house.db.write(who, (tx) => insertRun(tx, 'view', params));
  const [running, waiting, cancelling] = [await start({}), await start({}), await start({})];
  for (const id of [running, cancelling]) await house.db.write(system, (tx) => claimRun(tx, id, NO_PROCESS));
  await jobs.cancel(who, cancelling);
  const restarted = await openJobs(house.db, house.ownerUrl, handlers, log);
  try {
    expect((await ended(who, running)).state).toBe('done');
    expect((await ended(who, waiting)).state).toBe('done');
    expect((await ended(who, cancelling)).state).toBe('cancelled');
  } finally {
    await restarted.close();
  }
});

describe('a run that another living process works on', () => {
  const system = systemPrincipal('test');

  it('stays its own until it dies', async () => {
    const who = await house.member(['analyst']);
    const worker = await becomeWorker(house.db.url);
    const id = await house.db.write(who, (tx) => insertRun(tx, 'view', {}, worker.number));
    const look = () => house.db.write(system, (tx) => requeueAbandoned(tx, { worker: NO_PROCESS, active: [] }));
    expect(await look()).not.toContain(id);
    await worker.release();
    expect(await look()).toContain(id);
    await house.db.write(system, (tx) => claimRun(tx, id, NO_PROCESS));
  });

  it('is done once, though a server starts meanwhile', async () => {
    const who = await house.member(['analyst']);
    const slow = handlers.slow ?? (async () => ({}));
    const here = runHere(house.db, who, 'slow', slow, {}, () => undefined);
    const { id } = await begun.promise;
    const server2 = await openJobs(house.db, house.ownerUrl, { slow: async () => ({ twice: true }) }, log);
    gate.resolve();
    expect(await here).toEqual({ finished: true });
    await server2.close();
    expect((await ended(who, id)).result).toEqual({ finished: true });
  });
});

describe('a run whose person', () => {
  it('left meanwhile is not begun, and one who became less is stopped', async () => {
    const [gone, less] = [await house.member(['analyst']), await house.member(['analyst'], { level: 'confidential' })];
    const admin = await house.member(['administrator']);
    const id = await jobs.start(less, 'slow', {});
    await begun.promise;
    const queued = await jobs.start(gone, 'view', {});
    await removeMember(house.db, admin, gone.person ?? '');
    await changeMember(house.db, admin, less.person ?? '', {
      ...{ roles: ['analyst'], level: 'internal', compartments: [], areas: null },
    });
    gate.resolve();
    for (const [who, run] of [
      [less, id],
      [gone, queued],
    ] as const)
      expect(await ended(who, run)).toMatchObject({ state: 'failed', note: new KingaError('rights_lost').message });
  });

  it('has more now goes on with what they had', async () => {
    const who = await house.member(['analyst'], { areas: ['TM01'] });
    const admin = await house.member(['administrator']);
    const id = await jobs.start(who, 'slow', {});
    await begun.promise;
    await changeMember(house.db, admin, who.person ?? '', {
      ...{ roles: ['analyst', 'duty_officer'], level: 'confidential', compartments: ['police'], areas: null },
    });
    gate.resolve();
    expect((await ended(who, id)).state).toBe('done');
  });
});

it('what a house works on when it closes is taken up by the next one, not ended', async () => {
  await jobs.close();
  const who = await house.member(['analyst']);
  const closing = await openJobs(house.db, house.ownerUrl, handlers, log);
  const id = await closing.start(who, 'slow', {});
  await begun.promise;
  const closed = closing.close();
  gate.resolve();
  await closed;
  expect((await house.db.read(who, (tx) => readRun(tx, id)))?.state).toBe('running');
  jobs = await openJobs(house.db, house.ownerUrl, handlers, log);
  expect(await ended(who, id)).toMatchObject({ state: 'done', result: { finished: true } });
});
