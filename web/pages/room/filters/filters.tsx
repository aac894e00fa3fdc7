/** The filters of the room: what each is called, what it is set to in words, how it is taken off, how it is set. */
import { lazy, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import {
  EVENT_TYPES,
  HUMAN_RIGHTS_STATUSES,
  OPERATIONAL_STATUSES,
  RECORD_KINDS,
} from '../../../../src/vocabulary/codes.ts';
import type { Filter } from '../../../api/incidents.ts';
import { useSession } from '../../../app/session.ts';
import { useTypesFirst } from '../../../app/types-first.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { dayText } from '../../../words/when.ts';
import { useDatasetName } from '../dataset-name.ts';
import { useRoom } from '../use-room.ts';
import { useAreaName } from './use-areas.ts';

type Panels = typeof import('./panels.ts');
const panel = <Name extends keyof Panels>(name: Name) =>
  lazy(async () => ({ default: (await import('./panels.ts'))[name] }));
const AreaPanel = panel('AreaPanel');
const ChooseAny = panel('ChooseAny');
const DatasetPanel = panel('DatasetPanel');
const DaysPanel = panel('DaysPanel');
const KilledPanel = panel('KilledPanel');
const TextPanel = panel('TextPanel');

export type FilterId =
  | ('days' | 'type' | 'status' | 'kind' | 'actor' | 'dataset' | 'area' | 'killed' | 'tag' | 'text')
  | ('care' | 'stale');
type Cleared = { [K in keyof Filter]?: undefined };

export interface FilterView {
  id: FilterId;
  name: string;
  /** In words; `undefined` while it filters nothing. */
  value: string | undefined;
  clear: Cleared;
  panel: ReactNode;
}

export function useFilters(): FilterView[] {
  const intl = useIntl();
  const { search, change } = useRoom();
  const { label, choices } = useVocabulary();
  const typesFirst = useTypesFirst();
  const datasetName = useDatasetName();
  const areaName = useAreaName();
  const me = useSession().person.id;
  const say = (id: string) => intl.formatMessage({ id });
  const list = (words: string[] | undefined) =>
    words?.length ? intl.formatList(words, { type: 'disjunction' }) : undefined;
  const words = (name: string, codes: readonly string[] | undefined) => list(codes?.map((code) => label(name, code)));
  const statuses = [
    words('operational-statuses', search.operational),
    words('human-rights-statuses', search.humanRights),
  ].filter((part) => part !== undefined);
  const orNone = <T,>(chosen: T[]) => (chosen.length ? chosen : undefined);

  return [
    {
      id: 'days',
      name: say('filter.days'),
      value: daysText(intl, search),
      clear: { from: undefined, to: undefined },
      panel: <DaysPanel />,
    },
    {
      id: 'type',
      name: say('filter.type'),
      value: words('event-types', search.types),
      clear: { types: undefined },
      panel: (
        <ChooseAny
          label={say('filter.type')}
          about="type"
          choices={choices('event-types', typesFirst('eventTypes', EVENT_TYPES))}
          value={search.types ?? []}
          onChange={(types) => change({ types: orNone(types) })}
        />
      ),
    },
    {
      id: 'status',
      name: say('filter.status'),
      value: statuses.length ? statuses.join(' · ') : undefined,
      clear: { operational: undefined, humanRights: undefined },
      panel: (
        <>
          <ChooseAny
            label={say('filter.operational')}
            about="operational"
            choices={choices('operational-statuses', OPERATIONAL_STATUSES)}
            value={search.operational ?? []}
            onChange={(ids) => change({ operational: orNone(OPERATIONAL_STATUSES.filter((s) => ids.includes(s))) })}
          />
          <ChooseAny
            label={say('filter.humanRights')}
            about="humanRights"
            choices={choices('human-rights-statuses', HUMAN_RIGHTS_STATUSES)}
            value={search.humanRights ?? []}
            onChange={(ids) => change({ humanRights: orNone(HUMAN_RIGHTS_STATUSES.filter((s) => ids.includes(s))) })}
          />
        </>
      ),
    },
    {
      id: 'kind',
      name: say('filter.kind'),
      value: words('record-kinds', search.kinds),
      clear: { kinds: undefined },
      panel: (
        <ChooseAny
          label={say('filter.kind')}
          about="kind"
          choices={choices('record-kinds', RECORD_KINDS)}
          value={search.kinds ?? []}
          onChange={(ids) => change({ kinds: orNone(RECORD_KINDS.filter((k) => ids.includes(k))) })}
        />
      ),
    },
    {
      id: 'actor',
      name: say('filter.actor'),
      value: search.actor,
      clear: { actor: undefined },
      panel: <TextPanel part="actor" about="actor" label={say('filter.actor')} help={say('filter.actorHelp')} />,
    },
    {
      id: 'dataset',
      name: say('filter.dataset'),
      value: list(search.datasets?.map(datasetName)),
      clear: { datasets: undefined },
      panel: <DatasetPanel />,
    },
    {
      id: 'area',
      name: say('filter.area'),
      value: search.adm1 && areaName(search.adm1),
      clear: { adm1: undefined },
      panel: <AreaPanel />,
    },
    {
      id: 'killed',
      name: say('filter.killed'),
      value: killedText(intl, search),
      clear: { minKilled: undefined, civiliansOnly: undefined },
      panel: <KilledPanel />,
    },
    {
      id: 'tag',
      name: say('filter.tag'),
      value: search.tag,
      clear: { tag: undefined },
      panel: <TextPanel part="tag" about="tag" label={say('filter.tag')} help={say('filter.tagHelp')} />,
    },
    {
      id: 'care',
      name: say('filter.care'),
      value: list([
        ...(search.assigned ? [say(search.assigned === me ? 'filter.assignedToMe' : 'filter.assigned')] : []),
        ...(search.following ? [say('filter.following')] : []),
      ]),
      clear: { assigned: undefined, following: undefined },
      panel: (
        <ChooseAny
          label={say('filter.care')}
          about="care"
          choices={[
            { id: 'assigned', label: say('filter.assignedToMe') },
            { id: 'following', label: say('filter.following') },
          ]}
          value={[...(search.assigned ? ['assigned'] : []), ...(search.following ? ['following'] : [])]}
          onChange={(ids) =>
            change({
              assigned: ids.includes('assigned') ? (search.assigned ?? me) : undefined,
              following: ids.includes('following') || undefined,
            })
          }
        />
      ),
    },
    {
      id: 'stale',
      name: say('filter.stale'),
      value: search.stale ? say('filter.stale') : undefined,
      clear: { stale: undefined },
      panel: (
        <ChooseAny
          label={say('filter.stale')}
          about="stale"
          help={say('filter.staleHelp')}
          choices={[{ id: 'stale', label: say('filter.stale') }]}
          value={search.stale ? ['stale'] : []}
          onChange={(ids) => change({ stale: ids.length > 0 || undefined })}
        />
      ),
    },
    {
      id: 'text',
      name: say('filter.text'),
      value: search.q && `“${search.q}”`,
      clear: { q: undefined },
      panel: <TextPanel part="q" about="text" label={say('filter.text')} help={say('filter.textHelp')} />,
    },
  ];
}

type Intl = ReturnType<typeof useIntl>;

function daysText(intl: Intl, { from, to }: Filter): string | undefined {
  if (from && to) return `${dayText(intl, from)} – ${dayText(intl, to)}`;
  if (from) return intl.formatMessage({ id: 'filter.since' }, { day: dayText(intl, from) });
  if (to) return intl.formatMessage({ id: 'filter.until' }, { day: dayText(intl, to) });
  return undefined;
}

function killedText(intl: Intl, { minKilled, civiliansOnly }: Filter): string | undefined {
  if (minKilled !== undefined) {
    return intl.formatMessage(
      { id: civiliansOnly ? 'filter.killedCivilians' : 'filter.killedAtLeast' },
      { n: minKilled },
    );
  }
  return civiliansOnly ? intl.formatMessage({ id: 'filter.civiliansOnly' }) : undefined;
}
