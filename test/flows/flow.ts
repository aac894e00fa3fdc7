/** The whole house behind its HTTP door, jobs included, as people and programs meet it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { ImportChoices, ImportPreview, ImportResult } from '../../src/incidents/import/contract.ts';
import { openHouse } from '../../src/main.ts';
import type { Installation } from '../../src/platform/installation.ts';
import type { JobRun } from '../../src/platform/jobs/contract.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { type Ask, askers, keptLog, type Served } from '../support/served.ts';

export interface Flow {
  house: TestHouse;
  dataDir: string;
  served: Omit<Served, 'close'>;
  as(who: Principal): Promise<Ask>;
  close(): Promise<void>;
}

export async function openFlow(): Promise<Flow> {
  const house = await testHouse();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kinga-flow-'));
  const { log, logged } = keptLog();
  const installation: Installation = {
    ...{ dataDir, db: house.db, clock: house.clock, clockSetting: { kind: 'system' }, keys: house.keys },
    ...{ ownerUrl: house.ownerUrl, revive: async () => undefined, close: async () => undefined },
  };
  const { app, close } = await openHouse(installation, log, { memoryFrom: 0 });
  const asking = askers(house, app);
  return {
    house,
    dataDir,
    served: { ...asking, logged },
    as: asking.as,
    async close() {
      await close();
      await house.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Below the mission of `testHouse`. */
export const at = (rest: string): string => `/missions/test/${rest}`;

/** The answer's content. @throws when it is not the status that was expected, with what it said */
export function told<T>(answer: LightMyRequestResponse, status = 200): T {
  expect(answer.statusCode, answer.body.slice(0, 2000)).toBe(status);
  return (answer.body === '' ? undefined : answer.json()) as T;
}

export const get = async <T>(ask: Ask, rest: string): Promise<T> => told<T>(await ask(at(rest)));

/** A query from what is given; lists parted by commas. */
function query(of: Record<string, unknown>): string {
  const given = Object.entries(of).filter(([, value]) => value !== undefined);
  return new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString();
}

/** All pages of a list. */
export async function wholeList<T>(ask: Ask, filter: Record<string, unknown> = {}): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: { items: T[]; next: string | null } = await get(ask, `incidents?${query({ ...filter, cursor })}`);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

/** Brings a file as a browser does. */
export async function upload(ask: Ask, name: string, content: string | Uint8Array): Promise<LightMyRequestResponse> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]), name);
  const request = new Response(form);
  return ask({
    method: 'POST',
    url: at('imports'),
    body: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  });
}

type Choices = Partial<ImportChoices> & { rememberAs?: string };

/** Starts a run of an uploaded file. */
export async function start(ask: Ask, id: string, choices: Choices = {}): Promise<string> {
  const answer = await ask({ method: 'POST', url: at(`imports/${id}/run`), body: choices });
  return told<{ job: string }>(answer, 202).job;
}

const ENDED: readonly string[] = ['done', 'failed', 'cancelled'];

/** Looks at a run until it has ended. */
export async function ended(ask: Ask, job: string): Promise<JobRun> {
  for (;;) {
    const run = await get<JobRun>(ask, `jobs/${job}`);
    if (ENDED.includes(run.state)) return run;
    await sleep(25);
  }
}

export interface Brought {
  preview: ImportPreview;
  job: string;
  result: ImportResult;
}

/** Uploads a file, runs its import and waits for the result. */
export async function bring(
  ask: Ask,
  name: string,
  content: string | Uint8Array,
  choices: Choices = {},
): Promise<Brought> {
  const preview = told<ImportPreview>(await upload(ask, name, content), 201);
  const job = await start(ask, preview.id, choices);
  const run = await ended(ask, job);
  expect(run.state, run.note ?? '').toBe('done');
  return { preview, job, result: run.result as ImportResult };
}

/** A table as CSV. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n');
