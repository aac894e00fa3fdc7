/** What an ACLED row is with us: the vocabulary knows today's types, this file how older releases called them. */
import { type FromAcled, fromAcled } from '../../vocabulary/index.ts';
import { entry, remembered } from './cells.ts';

/** Event types up to 2019, which had no sub-events, by today's. */
const FORMER: Readonly<Record<string, readonly [eventType: string, subEventType: string]>> = {
  'battle-no change of territory': ['Battles', 'Armed clash'],
  'battle-government regains territory': ['Battles', 'Government regains territory'],
  'battle-non-state actor overtakes territory': ['Battles', 'Non-state actor overtakes territory'],
  'remote violence': ['Explosions/Remote violence', ''],
  'riots/protests': ['Riots', ''],
  'strategic development': ['Strategic developments', ''],
  'headquarters or base established': ['Strategic developments', 'Headquarters or base established'],
  'non-violent transfer of territory': ['Strategic developments', 'Non-violent transfer of territory'],
};

const SEPARATOR = '\n';

/** Looks each combination up once. */
export function acledTypes(): (eventType: string, subEventType: string, civiliansTargeted: boolean) => FromAcled {
  const read = remembered((key: string) => {
    const [eventType = '', subEventType = '', targeted = ''] = key.split(SEPARATOR);
    const [type, sub] = entry(FORMER, eventType.toLowerCase()) ?? [eventType, subEventType];
    return fromAcled(type, sub, { civiliansTargeted: targeted === 'targeted' });
  });
  return (eventType, subEventType, civiliansTargeted) =>
    read([eventType, subEventType, civiliansTargeted ? 'targeted' : ''].join(SEPARATOR));
}
