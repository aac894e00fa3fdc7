/** Goal G3 of TRUST.md in small. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../src/incidents/contract.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { incidentInput } from '../support/incidents.ts';
import { type Ask, errorOf, incidentsOf, type Served, served } from '../support/served.ts';
import { identicalAtOnce } from './at-once.ts';
import { at, get, told, wholeList } from './flow.ts';
import { type HistoriesOptions, type HistoriesResult, histories } from './histories.ts';

async function playing(options: Omit<HistoriesOptions, 'house'>): Promise<HistoriesResult> {
  const house = await testHouse();
  try {
    return await histories({ ...options, house });
  } finally {
    await house.close();
  }
}

it('20 offline histories end with exactly what was written, and everybody is told success', async () => {
  const { divergences, operations, requests, restarts } = await playing({ count: 20, seed: 1 });
  expect(divergences).toEqual([]);
  expect(restarts).toBe(4);
  // The line was bad: many more requests than operations.
  expect(requests).toBeGreaterThan(operations * 1.3);
}, 300_000);

describe('a house that broke its promise', () => {
  const isRecord = (request: Parameters<Ask>[0]) =>
    typeof request !== 'string' && request.method === 'POST' && request.url === at('incidents');

  it('by saying “saved” before it was would be seen', async () => {
    // Of some records every time, so that no later copy can make the lie true.
    const never = (request: Parameters<Ask>[0]) =>
      isRecord(request) && /^[0-3]/.test((request as { body: { id: string } }).body.id);
    const fault =
      (ask: Ask): Ask =>
      (request) =>
        ask(never(request) ? at('incidents?limit=1') : request);
    expect((await playing({ count: 2, seed: 1, fault })).divergences).not.toEqual([]);
  }, 300_000);

  it('by taking a repetition for something new would be seen', async () => {
    const fault =
      (ask: Ask): Ask =>
      (request) =>
        typeof request === 'string' || !isRecord(request)
          ? ask(request)
          : ask({ ...request, body: { ...(request.body as object), compartments: [[], ['civilian']][++sent % 2] } });
    let sent = 0;
    expect((await playing({ count: 1, seed: 1, fault })).divergences).not.toEqual([]);
  }, 300_000);
});

describe('at once', () => {
  let house: TestHouse;
  let server: Served;
  let duty: Ask;
  let other: Ask;

  beforeAll(async () => {
    house = await testHouse();
    server = await served(house, incidentsOf(house));
    duty = await server.as(await house.member(['duty_officer'], { level: 'confidential' }));
    other = await server.as(await house.member(['duty_officer'], { level: 'internal' }));
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  const record = (ask: Ask, input: object) => ask({ method: 'POST', url: at('incidents'), body: input });

  it('32 identical records are one row, and all 32 are told success', async () => {
    expect(await identicalAtOnce(duty, 3)).toEqual([]);
    expect((await wholeList<{ place: string }>(duty)).filter(({ place }) => place === 'Round 1')).toHaveLength(1);
  });

  it('16 identical edits, or confirmations, are one version, and all are told success', async () => {
    const input = incidentInput();
    told(await record(duty, input), 201);
    const edit = {
      method: 'PUT',
      url: at(`incidents/${input.id}`),
      body: { ...incidentInput({ id: input.id, killed: 3 }) },
    } as const;
    const edits = await Promise.all(
      Array.from({ length: 16 }, () => duty({ ...edit, headers: { 'if-match': '"1"' } })),
    );
    expect(edits.map(errorOf)).toEqual(Array(16).fill('200'));
    const body = { status: 'confirmed', note: 'Seen.' };
    const confirm = {
      method: 'POST',
      url: at(`incidents/${input.id}/confirm`),
      body,
      headers: { 'if-match': '"2"' },
    } as const;
    const steps = await Promise.all(Array.from({ length: 16 }, () => duty(confirm)));
    expect(steps.map(errorOf)).toEqual(Array(16).fill('200'));
    expect((await get<{ items: unknown[] }>(duty, `incidents/${input.id}/versions`)).items).toHaveLength(3);
  });

  it('16 different edits of one version: one is taken, the others are told whose turn it was', async () => {
    const input = incidentInput();
    told(await record(duty, input), 201);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        duty({
          ...{ method: 'PUT', url: at(`incidents/${input.id}`), headers: { 'if-match': '"1"' } },
          body: incidentInput({ id: input.id, killed: n }),
        }),
      ),
    );
    expect(answers.map(errorOf).sort()).toEqual(['200', ...Array(15).fill('version_conflict')]);
  });

  it('an id that is taken is a conflict told to its sender, also where they do not see whose it is', async () => {
    const levels = { core: 'confidential', account: 'confidential', protected: 'strictly_confidential' };
    const input = incidentInput({ levels, place: 'Hidden' });
    told(await record(duty, input), 201);
    const mine = incidentInput({ id: input.id, place: 'Mine' });
    for (const answer of await Promise.all([record(other, mine), record(other, mine)])) {
      expect(errorOf(answer)).toBe('id_conflict');
      expect(answer.body).not.toContain('Hidden');
    }
    expect((await get<Incident>(duty, `incidents/${input.id}`)).core.where.name).toBe('Hidden');
    const { items } = await get<{ items: { id: string }[] }>(duty, 'incidents/held');
    expect(items.filter(({ id }) => id === input.id).length).toBeLessThanOrEqual(1);
  });
});
