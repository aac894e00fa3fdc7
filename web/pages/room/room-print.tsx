/** The room on paper: its filters in words, its sums, who is silent, where it was, and the lines that the list has. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { IncidentRow } from '../../../src/incidents/contract.ts';
import { listQuery, summaryQuery } from '../../api/incidents.ts';
import { areasQuery } from '../../api/places.ts';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { SmallMap } from '../../map/small-map.tsx';
import { Table } from '../../ui/table.tsx';
import { bestOf, countText } from '../../words/estimate.ts';
import { silenceText } from '../../words/silence.ts';
import { placeName } from '../../words/title.ts';
import { typeList } from '../../words/type-list.ts';
import { shortWhen } from '../../words/when.ts';
import { useDatasetName } from './dataset-name.ts';
import { useFilters } from './filters/filters.tsx';
import { useAreaName } from './filters/use-areas.ts';
import { useRoom } from './use-room.ts';
import { useSilence } from './use-silence.ts';
import './room-print.css';

/** Numbers that can still be told apart on a map of a sheet's width. */
const MAPPED = 25;
/** Sheets that somebody still turns; more is what an export is for. */
const LINES = 300;

export default function RoomPrint() {
  const intl = useIntl();
  const { mission, search, filter } = useRoom();
  const { bounds } = useMission();
  const list = useInfiniteQuery({ ...listQuery(mission, filter, search.sort ?? 'newest'), enabled: false });
  const areas = useQuery({ ...areasQuery(mission), enabled: false });
  const rows = (list.data?.pages.flatMap((page) => page.items) ?? []).slice(0, LINES);
  const points = rows.slice(0, MAPPED).flatMap(({ point }) => (point ? [point] : []));
  const numbered = new Map(
    rows
      .slice(0, MAPPED)
      .filter(({ point }) => point)
      .map(({ id }, i) => [id, i + 1]),
  );
  const isWhole = !list.hasNextPage && rows.length < LINES;
  return (
    <div className="print-only room-print">
      <h1>
        <FormattedMessage id="print.room" />
      </h1>
      <Filters />
      <Sums />
      <Silent />
      <SmallMap
        label={intl.formatMessage({ id: 'print.map' })}
        areas={areas.data}
        bounds={bounds}
        points={points}
        {...(search.frame !== 'off' && search.bbox ? { frame: search.bbox } : {})}
      />
      <p className="small">
        <FormattedMessage id="map.disclaimer" />
      </p>
      <h2>
        <FormattedMessage
          id={isWhole ? 'print.lines' : 'print.firstLines'}
          values={{ n: rows.length, order: intl.formatMessage({ id: `sort.${search.sort ?? 'newest'}` }) }}
        />
      </h2>
      <Lines rows={rows} numbered={numbered} />
    </div>
  );
}

/** Every filter that is set, in words: who reads the sheet must know what is not on it. */
function Filters() {
  const intl = useIntl();
  const { search } = useRoom();
  const set = useFilters().filter(({ value }) => value !== undefined);
  const frame = search.frame === 'off' || !search.bbox ? [] : [intl.formatMessage({ id: 'print.frame' })];
  const words = [...set.map(({ name, value }) => `${name}: ${value}`), ...frame];
  return (
    <p>
      {words.length > 0
        ? intl.formatMessage({ id: 'print.filters' }, { list: words.join(' · ') })
        : intl.formatMessage({ id: 'print.noFilters' })}
    </p>
  );
}

function Sums() {
  const intl = useIntl();
  const { mission, filter } = useRoom();
  const datasetName = useDatasetName();
  const { label } = useVocabulary();
  const { data } = useQuery({ ...summaryQuery(mission, filter), enabled: false });
  const column = (id: 'incidents' | 'killedCivilians' | 'killed') => ({
    ...{ id, title: intl.formatMessage({ id: `print.${id}` }), numeric: true },
    cell: (row: Record<typeof id, number>) => intl.formatNumber(row[id]),
  });
  return (
    <Table
      caption={intl.formatMessage({ id: 'print.sums' })}
      rows={data?.rows ?? []}
      rowKey={(row) => `${row.dataset} ${row.operational}`}
      columns={[
        {
          ...{ id: 'set', title: intl.formatMessage({ id: 'filter.dataset' }) },
          cell: (row) => `${datasetName(row.dataset)} · ${label('operational-statuses', row.operational)}`,
        },
        column('incidents'),
        column('killedCivilians'),
        column('killed'),
      ]}
    />
  );
}

function Silent() {
  const intl = useIntl();
  const areaName = useAreaName();
  const { silent, of } = useSilence();
  if (of === 0 || silent.length === 0) return null;
  const words = silent.map((one) => `${areaName(one.area)} (${silenceText(intl, one)})`);
  return (
    <p>
      <b>
        <FormattedMessage id="silence.title" />
      </b>
      {': '}
      {words.join(' · ')}
    </p>
  );
}

function Lines({ rows, numbered }: { rows: readonly IncidentRow[]; numbered: ReadonlyMap<string, number> }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const datasetName = useDatasetName();
  const say = (id: string) => intl.formatMessage({ id });
  return (
    <Table
      caption={say('room.list')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: 'when', title: say('filter.days') },
          cell: ({ from, to, timePrecision }) => shortWhen(intl, { from, to, precision: timePrecision }),
        },
        { id: 'map', title: say('print.number'), numeric: true, cell: ({ id }) => numbered.get(id) ?? '' },
        {
          ...{ id: 'where', title: say('form.place') },
          cell: (row) => placeName(intl, { ...row, name: row.place }),
        },
        { id: 'what', title: say('filter.type'), cell: ({ kind, type }) => label(typeList(kind), type) },
        {
          ...{ id: 'civilians', title: say('print.killedCivilians'), numeric: true },
          cell: ({ killedCivilians }) => countText(intl, bestOf(killedCivilians)),
        },
        {
          ...{ id: 'killed', title: say('print.killed'), numeric: true },
          cell: ({ killed }) => countText(intl, bestOf(killed)),
        },
        {
          ...{ id: 'status', title: say('filter.status') },
          cell: ({ dataset, operational }) =>
            `${dataset === 'own' ? '' : `${datasetName(dataset)} · `}${label('operational-statuses', operational)}`,
        },
      ]}
    />
  );
}
