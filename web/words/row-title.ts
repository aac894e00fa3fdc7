/** What a record is called where only its line of a list is known: its title, or what happened, where and when. */
import type { IntlShape } from 'react-intl';
import type { IncidentRow } from '../../src/incidents/contract.ts';
import { isolate } from './isolate.ts';
import { placeName } from './title.ts';
import { typeList } from './type-list.ts';
import { shortWhen } from './when.ts';

type Label = (list: string, code: string) => string;

export function rowTitle(intl: IntlShape, label: Label, row: IncidentRow): string {
  const place = isolate(placeName(intl, { ...row, name: row.place }));
  const what = row.title ? isolate(row.title) : label(typeList(row.kind), row.type);
  const when = shortWhen(intl, { from: row.from, to: row.to, precision: row.timePrecision });
  return intl.formatMessage({ id: row.title ? 'row.titled' : 'row.plain' }, { what, place, when });
}
