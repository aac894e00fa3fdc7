/** A title for a record that nobody gave one: place, civilians first, then what happened. */
import type { IntlShape } from 'react-intl';
import type { Core } from '../../src/incidents/contract.ts';
import { bestOf, killed, killedCivilians } from './estimate.ts';
import { isolate } from './isolate.ts';
import { typeList } from './type-list.ts';

type Label = (list: string, code: string) => string;

export const placeName = (
  intl: IntlShape,
  {
    name,
    adm2,
    adm1,
    country,
  }: { name: string | null; adm2: string | null; adm1: string | null; country: string | null },
): string => name ?? adm2 ?? adm1 ?? country ?? intl.formatMessage({ id: 'place.notKnown' });

export function titleOf(intl: IntlShape, label: Label, core: Core): string {
  if (core.title) return core.title;
  const place = isolate(placeName(intl, core.where));
  const type = label(typeList(core.kind), core.type);
  const civilians = bestOf(killedCivilians(core));
  const all = bestOf(killed(core));
  if (civilians) return intl.formatMessage({ id: 'title.civilians' }, { place, type, n: civilians });
  if (all) return intl.formatMessage({ id: 'title.killed' }, { place, type, n: all });
  return intl.formatMessage({ id: 'title.plain' }, { place, type });
}
