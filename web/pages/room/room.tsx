import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommands, useKeyCommand } from '../../app/commands/registry.ts';
import { useMay } from '../../app/session.ts';
import { useLater } from '../../app/use-later.ts';
import { useIsPrinting } from '../../app/use-printing.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Choosing } from './bulk/choosing.tsx';
import { NOTHING, useChoosing } from './bulk/chosen.ts';
import { FilterBar } from './filters/filter-bar.tsx';
import { IncidentList } from './list.tsx';
import { NoRoom } from './no-room.tsx';
import { Pointed } from './pointed.ts';
import { Summary } from './summary.tsx';
import { TimeBar } from './time-bar/time-bar.tsx';
import { useRoom } from './use-room.ts';
import './room.css';

// The map is the heaviest thing in the house: the list is there, and works, before it.
const roomMap = () => import('./room-map.tsx');
const roomPrint = () => import('./room-print.tsx');
const BulkBar = lazy(() => import('./bulk/bulk-bar.tsx'));

/** List, map and time bar, for those who read records. */
export function Room() {
  const may = useMay();
  if (!may('incident.read')) return <NoRoom />;
  return (
    <Choosing>
      <OpenRoom />
    </Choosing>
  );
}

function OpenRoom() {
  const intl = useIntl();
  const { search, selected, change, close } = useRoom();
  const key = useKeyCommand();
  const [pointed, setPointed] = useState<string | null>(null);
  const pointing = useMemo(() => ({ pointed, setPointed }), [pointed]);
  const { choosing, setChoosing } = useChoosing();
  const RoomMap = useLater(roomMap);
  const leave = () => {
    if (!selected) return setChoosing(NOTHING);
    close();
    document.getElementById(`line-${selected}`)?.focus();
  };
  useCommands(() => [
    ...key('close', 'record', selected !== undefined || choosing !== NOTHING, leave),
    ...VIEWS.map((id) => ({
      ...{ id: `view.${id}`, group: 'view' as const, label: intl.formatMessage({ id: `room.${id}` }) },
      run: () => change({ view: id === 'map' ? id : undefined }, { replace: true }),
    })),
  ]);
  return (
    <Pointed value={pointing}>
      {!selected && <title>{`${intl.formatMessage({ id: 'room.title' })} · Kinga`}</title>}
      <div className="room" data-view={search.view ?? 'list'} data-record={selected ? true : undefined}>
        <h1 className="visually-hidden">
          <FormattedMessage id="room.title" />
        </h1>
        <ViewSwitch />
        <section className="room-list" aria-label={intl.formatMessage({ id: 'room.list' })}>
          <div className="room-head">
            <FilterBar />
            <Summary />
          </div>
          <IncidentList />
          <Suspense>{(choosing.all || choosing.chosen.size > 0) && <BulkBar />}</Suspense>
        </section>
        <section className="room-map" aria-label={intl.formatMessage({ id: 'room.map' })}>
          {RoomMap ? <RoomMap /> : <Skeleton label={intl.formatMessage({ id: 'room.mapLoading' })} lines={0} />}
        </section>
        <Outlet />
        <TimeBar />
        {!selected && <OnPaper />}
      </div>
    </Pointed>
  );
}

/** The room as a printed list. Fetched once the room stands: the browser's printing waits for nobody. */
function OnPaper() {
  const isPrinting = useIsPrinting();
  const Print = useLater(roomPrint, { whenQuiet: true });
  return isPrinting && Print ? <Print /> : null;
}

const VIEWS = ['list', 'map'] as const;

/** On a narrow screen list and map take turns. */
function ViewSwitch() {
  const intl = useIntl();
  const { search, change } = useRoom();
  return (
    <fieldset className="room-switch" aria-label={intl.formatMessage({ id: 'room.view' })}>
      {VIEWS.map((id) => (
        <Button
          key={id}
          look="none"
          aria-pressed={(search.view ?? 'list') === id}
          onPress={() => change({ view: id === 'map' ? id : undefined }, { replace: true })}
        >
          <FormattedMessage id={`room.${id}`} />
        </Button>
      ))}
    </fieldset>
  );
}
