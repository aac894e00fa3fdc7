import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { type Ask, errorOf, type Served, served } from '../../../test/support/served.ts';
import { OPERATIONAL_STATUSES } from '../../vocabulary/codes.ts';
import { framework } from '../../vocabulary/index.ts';
import { MissionSettings } from '../accounts/contract.ts';
import { accountRoutes } from '../accounts/routes.ts';
import { missionRoutes } from './routes.ts';

let house: TestHouse;
let server: Served;
let ask: Ask;

beforeAll(async () => {
  house = await testHouse();
  server = await served(house, [...accountRoutes, ...missionRoutes]);
  ask = await server.as(await house.member(['administrator']));
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const mission = async () => (await ask('/missions/test')).json();
const change = async (what: object, basedOn?: number) =>
  ask({ method: 'PATCH', url: '/missions/test', body: { ...what, basedOn: basedOn ?? (await mission()).version } });

describe('the settings of a mission', () => {
  it('has a sane default for what nobody has set, in the session too', async () => {
    const { settings } = await mission();
    expect(settings).toEqual(MissionSettings.parse({}));
    expect(Object.keys(settings.staleAfterDays)).toEqual([...OPERATIONAL_STATUSES]);
    expect((await ask('/session?mission=test')).json().mission).toMatchObject({
      settings,
      levels: framework('civilian_unarmed').levels,
    });
  });

  it('changes what is given, and leaves the rest', async () => {
    const staleAfterDays = { unconfirmed: 1, being_confirmed: 2, confirmed: 90, disproved: null };
    expect((await change({ settings: { staleAfterDays } })).statusCode).toBe(204);
    expect((await change({ settings: { language: 'fr' } })).statusCode).toBe(204);
    expect((await mission()).settings).toEqual({ language: 'fr', staleAfterDays });
  });

  it.each([
    ['a status that there is not', { staleAfterDays: { unconfirmed: 1 } }],
    ['no whole days', { staleAfterDays: { unconfirmed: 0, being_confirmed: 1, confirmed: 1, disproved: 1 } }],
    ['a language that the house does not speak', { language: 'de' }],
    ['a setting that there is not', { colour: 'red' }],
  ])('refuses %s', async (_, settings) => {
    expect(errorOf(await change({ settings }))).toBe('invalid_input');
  });

  it('refuses whoever looked at an older version, and whoever does not manage the mission', async () => {
    expect(errorOf(await change({ settings: { language: 'ar' } }, 1))).toBe('version_conflict');
    const reader = await server.as(await house.member(['reader']));
    const body = { basedOn: (await mission()).version, settings: { language: 'ar' } };
    expect(errorOf(await reader({ method: 'PATCH', url: '/missions/test', body }))).toBe('forbidden');
  });
});

describe('the framework of a mission', () => {
  it('is edited as a copy', async () => {
    const { document } = await mission();
    const name = { en: 'Ours', fr: 'Le nôtre', ar: 'إطارنا' };
    expect((await change({ document: { ...document, name } })).statusCode).toBe(204);
    expect((await mission()).framework).toEqual({ code: 'civilian_unarmed', names: name });
    expect(framework('civilian_unarmed').name).not.toEqual(name);
  });

  it('is chosen again: the copy begins anew', async () => {
    expect((await change({ framework: 'ceasefire_grey_zone' })).statusCode).toBe(204);
    const { document, framework: named } = await mission();
    expect(document).toEqual(framework('ceasefire_grey_zone'));
    expect(named.code).toBe('ceasefire_grey_zone');
  });

  it('is not chosen and edited at once', async () => {
    const { document } = await mission();
    expect(errorOf(await change({ document, framework: 'civilian_unarmed' }))).toBe('invalid_input');
  });
});
