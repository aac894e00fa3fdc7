/** What the tests of this folder share. */
import { IncidentInput } from '../contract.ts';
import type { Adapted, ImportContext } from './types.ts';

/** A small world: Aland lies at 10–20 E, 0–9 N; Beland at 30–40 E, 10–20 N; everything else is sea. */
const WORLD = [
  { iso3: 'AAA', name: 'Aland', west: 10, east: 20, south: 0, north: 9 },
  { iso3: 'BBB', name: 'Beland', west: 30, east: 40, south: 10, north: 20 },
];
const KM = 111;

export const locator: NonNullable<ImportContext['locator']> = {
  locate(lon, lat) {
    const country = WORLD.find((c) => lon >= c.west && lon <= c.east && lat >= c.south && lat <= c.north);
    return country ? { iso3: country.iso3, name: country.name, seaKm: 0 } : null;
  },
  kmOutside(iso3, lon, lat, withinKm) {
    const country = WORLD.find((c) => c.iso3 === iso3);
    if (!country) return null;
    const east = Math.max(country.west - lon, 0, lon - country.east);
    const north = Math.max(country.south - lat, 0, lat - country.north);
    const km = Math.hypot(east, north) * KM;
    return km <= withinKm ? km : null;
  },
};

export function contextFor(headers: readonly string[], more: Partial<ImportContext> = {}): ImportContext {
  return {
    headers,
    dataset: 'test-data',
    iso3FromName: (name) => WORLD.find((country) => country.name === name || country.iso3 === name)?.iso3 ?? null,
    locator,
    today: '2026-06-30',
    ...more,
  };
}

/** @throws when the row was refused: the tests that expect that look at `refused` themselves */
export function accepted(adapted: Adapted) {
  if (adapted.refused !== undefined) throw new Error(`refused: ${adapted.refused}`);
  return adapted;
}

/** What the contract has against a draft; `null` when it takes it. */
export function contractSays(adapted: Adapted): string | null {
  const { input } = accepted(adapted);
  const parsed = IncidentInput.safeParse({ id: '00000000-0000-4000-8000-000000000000', ...input });
  if (parsed.success) return null;
  return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}
