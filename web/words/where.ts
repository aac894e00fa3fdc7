import type { IntlShape } from 'react-intl';
import type { z } from 'zod';
import type { Where } from '../../src/incidents/contract.ts';
import { placeName } from './title.ts';

/** "N'Délé, the place is exact · Bamingui-Bangoran" */
export function longWhere(intl: IntlShape, where: z.infer<typeof Where>): string {
  const name = placeName(intl, { ...where, country: where.countryName ?? where.country });
  const certainty = intl.formatMessage({ id: `where.${where.precision}` });
  const around = [where.adm2, where.adm1, where.countryName].filter((part) => part && part !== name);
  return [`${name}, ${certainty}`, ...around].join(' · ');
}

/** Places that are only known to an area: drawn dashed and pale. */
export const isVague = (precision: z.infer<typeof Where>['precision']) => precision !== 'exact' && precision !== 'near';
