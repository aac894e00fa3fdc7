import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { incidentInput } from '../../test/support/incidents.ts';
import { withOwner } from '../platform/database/server-probe.ts';
import type { Principal } from '../platform/principal.ts';
import { recordIncident } from './commands/record-incident.ts';
import { exportIncidents } from './export.ts';
import { INVENTED } from './export-columns.ts';

let house: TestHouse;
let analyst: Principal;

beforeAll(async () => {
  house = await testHouse();
  analyst = await house.member(['analyst', 'duty_officer']);
  for (let i = 0; i < 3; i++) await recordIncident(house.db, analyst, incidentInput());
}, 120_000);
afterAll(() => house.close());

async function out(format: 'csv' | 'geojson' | 'hxl') {
  const told: number[] = [];
  const { bytes, fileName } = await exportIncidents(house.db, analyst, {}, format, (done) => told.push(done));
  return { text: Buffer.concat(await Array.fromAsync(bytes)).toString(), fileName, told };
}

const times = (text: string, part: string) => text.split(part).length - 1;
const simulated = (is: boolean) =>
  withOwner(house.ownerUrl, (owner) => owner.query('update platform.mission set simulated = $1', [is]));

it.each(['csv', 'geojson', 'hxl'] as const)(
  'says in every row of %s that a simulated mission is invented',
  async (format) => {
    await simulated(false);
    const real = await out(format);
    expect(real.text).not.toContain(INVENTED.name);
    expect(real.fileName).not.toContain('invented');
    await simulated(true);
    const invented = await out(format);
    expect(times(invented.text, INVENTED.cell)).toBe(3);
    expect(invented.fileName).toContain('-invented');
    if (format === 'hxl') expect(invented.text).toContain(INVENTED.hxl);
  },
);

it('tells how far it is', async () => {
  expect((await out('csv')).told).toEqual([3]);
});
