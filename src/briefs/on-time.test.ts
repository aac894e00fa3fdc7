/** The minute's look for papers that are due: what it starts, as whom, and what it leaves alone. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { endMembership } from '../platform/accounts/store.ts';
import { latestNotices } from '../platform/notices/own.ts';
import { type Principal, systemPrincipal } from '../platform/principal.ts';
import { changeTemplate } from './commands/change-template.ts';
import { lookForDue, PREPARE_JOB, prepareOnTime, preparePaper } from './commands/prepare-papers.ts';
import { papers, templateOf } from './queries.ts';

let house: TestHouse;
let head: Principal;
let started: { who: Principal; kind: string; params: unknown }[];
let queueIsDown = false;

/** In place of the queue: what is started is written down, and a test runs it when it wants to. */
const jobs = {
  start: async (who: Principal, kind: string, params: unknown) => {
    if (queueIsDown) throw new Error('The queue is down.');
    started.push({ who, kind, params });
    return randomUUID();
  },
};

beforeAll(async () => {
  house = await testHouse(new Date('2031-03-04T07:00:00Z'));
  head = await house.member(['head_of_office'], { level: 'confidential' });
});
afterAll(() => house.close());
beforeEach(() => {
  started = [];
});

async function ask(prepare: ('en' | 'fr' | 'ar')[]): Promise<void> {
  const { version, template } = await templateOf(house.db, head);
  await changeTemplate(house.db, head, { ...template, prepare }, version);
}

const at = (time: string) => house.clock.set(new Date(`2031-03-${time}Z`));
const days = () => started.map(({ params }) => (params as { at: string }).at);

describe('a look for papers that are due', () => {
  it('starts nothing where nobody asked for any', async () => {
    at('04T09:00:00');
    await lookForDue(house.db, jobs)();
    expect(started).toEqual([]);
  });

  it('starts the daily from its minute on, once in each language, as the person who asked', async () => {
    await ask(['en', 'fr']);
    const look = lookForDue(house.db, jobs);
    at('04T07:29:00');
    await look();
    expect(started).toEqual([]);
    at('04T07:30:00');
    await look();
    at('04T07:31:00');
    await look();
    const due = { kind: 'daily', at: '2031-03-04', asOf: '2031-03-04T07:30:00.000Z' };
    expect(started.map(({ params }) => params)).toEqual([
      { ...due, language: 'en' },
      { ...due, language: 'fr' },
    ]);
    for (const { who, kind } of started)
      expect([kind, who.kind, who.person, who.level]).toEqual([PREPARE_JOB, 'job', head.person, 'confidential']);
  });

  it('tries again when the queue was down', async () => {
    const look = lookForDue(house.db, jobs);
    queueIsDown = true;
    await expect(look()).rejects.toThrow('queue');
    queueIsDown = false;
    await look();
    expect(days()).toEqual(['2031-03-04', '2031-03-04']);
  });

  it('starts none that is there, also after the server started anew', async () => {
    at('04T07:40:00');
    await lookForDue(house.db, jobs)();
    for (const { who, params } of started)
      await preparePaper({ id: randomUUID(), who, params, db: house.db, report: async () => undefined });
    const made = (await papers(house.db, head)).map(({ language, made }) => [language, made.prepared, made.byName]);
    expect(made.sort()).toEqual([
      ['en', true, head.name],
      ['fr', true, head.name],
    ]);
    const { items } = await latestNotices(house.db, head, { limit: 10 });
    expect(items.map(({ subject, kinds }) => [subject.room, kinds])).toEqual([
      ['briefs', { prepared: 1 }],
      ['briefs', { prepared: 1 }],
    ]);
    started = [];
    await lookForDue(house.db, jobs)();
    expect(started).toEqual([]);
    at('05T07:30:00');
    await lookForDue(house.db, jobs)();
    expect(days()).toEqual(['2031-03-05', '2031-03-05']);
  });

  it('starts nothing as somebody who has left', async () => {
    const admin = systemPrincipal('test', house.mission);
    await house.db.write(admin, (tx) => endMembership(tx, house.mission, head.person ?? ''));
    at('06T08:00:00');
    await lookForDue(house.db, jobs)();
    expect(started).toEqual([]);
  });
});

describe('the clock of papers', () => {
  afterEach(() => void vi.useRealTimers());

  it('looks at once and then every minute, until it is stopped', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    head = await house.member(['head_of_office'], { level: 'confidential' });
    await ask(['en']);
    at('07T07:30:00');
    const clock = prepareOnTime(house.db, jobs, pino({ level: 'silent' }));
    await vi.waitFor(() => expect(days()).toEqual(['2031-03-07']));
    at('08T07:30:00');
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(() => expect(days()).toEqual(['2031-03-07', '2031-03-08']));
    clock.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
