import type { IntlShape } from 'react-intl';
import type { z } from 'zod';
import type { Where } from '../../src/incidents/contract.ts';
import { isolate } from './isolate.ts';
import { placeName } from './title.ts';

/** "N'Délé, the place is exact · Bamingui-Bangoran" */
export function longWhere(intl: IntlShape, where: z.infer<typeof Where>): string {
  const name = placeName(intl, { ...where, country: where.countryName ?? where.country });
  const certainty = intl.formatMessage({ id: `where.${where.precision}` });
  const around = [where.adm2, where.adm1, where.countryName].filter((part) => part && part !== name);
  const qualified = intl.formatMessage({ id: 'words.qualified' }, { what: isolate(name), how: certainty });
  return [qualified, ...around.map((part) => isolate(part ?? ''))].join(' · ');
}

/** A square of a kilometre has two digits each way, of a metre five. */
const KILOMETRE_DIGITS = 2;

/**
 * A grid reference that is no finer than the place is known: a metre, a square kilometre, or `null` for an area.
 * @param mgrs `34N BK 31412 83458`; digits that are left out make the square larger, never another one
 */
export function gridText(mgrs: string, precision: z.infer<typeof Where>['precision']): string | null {
  if (precision === 'exact') return mgrs;
  if (precision !== 'near') return null;
  const [zone, square, east = '', north = ''] = mgrs.split(' ');
  return [zone, square, east.slice(0, KILOMETRE_DIGITS), north.slice(0, KILOMETRE_DIGITS)].join(' ');
}

const DEGREES = { style: 'unit', unit: 'degree', unitDisplay: 'narrow', maximumFractionDigits: 4 } as const;

/** "15.5541° S, 27.2469° W", latitude first, as it is read out. @param point longitude, latitude */
export function pointText(intl: IntlShape, [lon, lat]: readonly [number, number]): string {
  const degrees = (value: number) => intl.formatNumber(Math.abs(value), DEGREES);
  return intl.formatMessage(
    { id: 'where.point' },
    { lat: degrees(lat), lon: degrees(lon), south: String(lat < 0), west: String(lon < 0) },
  );
}
