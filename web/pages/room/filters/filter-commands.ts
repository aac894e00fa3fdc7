/** Every filter of the room as a command: opened, set to one value, taken off. */
import { useIntl } from 'react-intl';
import {
  EVENT_TYPES,
  HUMAN_RIGHTS_STATUSES,
  OPERATIONAL_STATUSES,
  RECORD_KINDS,
} from '../../../../src/vocabulary/codes.ts';
import { type Command, useCommands } from '../../../app/commands/registry.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { useRoom } from '../use-room.ts';
import type { FilterId, FilterView } from './filters.tsx';
import { SPANS, useDaysBack } from './spans.ts';
import { useAreas } from './use-areas.ts';

/** @param open shows the panel of a filter */
export function useFilterCommands(filters: readonly FilterView[], open: (id: FilterId) => void): void {
  const intl = useIntl();
  const { search, change } = useRoom();
  const { choices } = useVocabulary();
  const areas = useAreas();
  const daysBack = useDaysBack();
  const set = (filter: FilterId, of: { id: string; label: string }, run: () => unknown): Command => ({
    ...{ id: `filter.${filter}.${of.id}`, group: 'filter', label: of.label, run },
    detail: filters.find(({ id }) => id === filter)?.name,
  });
  useCommands(() => [
    ...filters.flatMap(({ id, name, value, clear }): Command[] => [
      { id: `filter.${id}`, group: 'filter', label: name, detail: value, run: () => open(id) },
      ...(value === undefined
        ? []
        : [
            {
              ...{ id: `filter.${id}.off`, group: 'filter' as const },
              label: intl.formatMessage({ id: 'filter.clear' }, { name }),
              run: () => change(clear),
            },
          ]),
    ]),
    set('days', { id: 'frame', label: intl.formatMessage({ id: 'filter.frame' }) }, () =>
      change({ frame: search.frame === 'off' ? undefined : 'off' }),
    ),
    ...SPANS.map((n) =>
      set('days', { id: `last-${n}`, label: intl.formatMessage({ id: 'filter.lastDays' }, { n }) }, () =>
        change({ from: daysBack(n), to: undefined }),
      ),
    ),
    ...choices('event-types', EVENT_TYPES).map((one) => set('type', one, () => change({ types: [one.id] }))),
    ...OPERATIONAL_STATUSES.flatMap((id) =>
      choices('operational-statuses', [id]).map((one) => set('status', one, () => change({ operational: [id] }))),
    ),
    ...HUMAN_RIGHTS_STATUSES.flatMap((id) =>
      choices('human-rights-statuses', [id]).map((one) => set('status', one, () => change({ humanRights: [id] }))),
    ),
    ...RECORD_KINDS.flatMap((id) =>
      choices('record-kinds', [id]).map((one) => set('kind', one, () => change({ kinds: [id] }))),
    ),
    ...areas.map((one) => set('area', one, () => change({ adm1: one.id }))),
  ]);
}
