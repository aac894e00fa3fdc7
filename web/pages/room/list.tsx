import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { IncidentRow } from '../../../src/incidents/contract.ts';
import { listQuery } from '../../api/incidents.ts';
import { useCommands, useKeyCommand } from '../../app/commands/registry.ts';
import { useMay, VERBS } from '../../app/session.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { NOTHING, stretched, toggled, useChoosing } from './bulk/chosen.ts';
import { Nothing } from './nothing.tsx';
import { usePointed } from './pointed.ts';
import { IncidentLine } from './row.tsx';
import { useRoom } from './use-room.ts';
import './list.css';

/** Height of a line in rem; the stylesheet has the same. */
const LINE_REM = 3.5;
/** Ask for the next page while this many lines are still below the screen. */
const AHEAD = 30;

export function IncidentList() {
  const intl = useIntl();
  const { mission, search, filter, selected, open } = useRoom();
  const { pointed, setPointed } = usePointed();
  const { choosing, setChoosing } = useChoosing();
  const may = useMay();
  const list = useInfiniteQuery(listQuery(mission, filter, search.sort ?? 'newest'));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);

  const frame = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 12,
  });
  const drawn = lines.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > rows.length - AHEAD) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);

  const move = (step: 1 | -1) => {
    const here = rows.findIndex(({ id }) => id === (pointed ?? selected));
    const index = here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + step));
    const row = rows[index];
    if (!row) return;
    setPointed(row.id);
    lines.scrollToIndex(index);
    if (selected) open(row.id, { replace: true });
  };
  const canChoose = search.asOf === undefined && (may(VERBS.edit) || may(VERBS.confirm) || may(VERBS.comment));
  const choose = (row: IncidentRow | undefined, isRange = false) => {
    if (canChoose && row) setChoosing(isRange ? stretched(choosing, rows, row) : toggled(choosing, row));
  };
  // What is chosen was chosen among these: another filter or moment begins anew.
  const among = JSON.stringify({ ...filter, bbox: undefined });
  const [chosenAmong, setChosenAmong] = useState(among);
  useEffect(() => {
    if (among === chosenAmong) return;
    setChosenAmong(among);
    setChoosing(NOTHING);
  }, [among, chosenAmong, setChoosing]);
  const key = useKeyCommand();
  useCommands(() => [
    ...key('next', 'list', rows.length > 0, () => move(1)),
    ...key('previous', 'list', rows.length > 0, () => move(-1)),
    ...key('open', 'list', pointed !== null, () => pointed && open(pointed)),
    ...key('choose', 'list', canChoose && pointed !== null, () => choose(rows.find(({ id }) => id === pointed))),
  ]);

  if (list.isPending) return <Skeleton lines={12} label={intl.formatMessage({ id: 'room.listLoading' })} />;
  if (list.isLoadingError) return <ErrorState error={list.error} onRetry={() => list.refetch()} />;
  if (rows.length === 0) return <Nothing />;
  return (
    <div
      className="lines"
      ref={frame}
      data-old={list.isPlaceholderData || undefined}
      data-choosing={choosing.all || choosing.chosen.size > 0 || undefined}
    >
      <ul style={{ blockSize: lines.getTotalSize() }}>
        {drawn.map(({ index, key, start }) => {
          const row = rows[index];
          return row ? (
            <li
              key={key}
              aria-setsize={hasNextPage ? -1 : rows.length}
              aria-posinset={index + 1}
              style={{ insetBlockStart: start }}
            >
              <IncidentLine row={row} onRange={canChoose ? () => choose(row, true) : undefined} />
              {canChoose && (
                <input
                  type="checkbox"
                  className="line-choose"
                  aria-label={intl.formatMessage({ id: 'bulk.choose' })}
                  aria-describedby={`line-${row.id}`}
                  checked={choosing.all || choosing.chosen.has(row.id)}
                  onChange={({ nativeEvent }) => choose(row, (nativeEvent as PointerEvent).shiftKey)}
                />
              )}
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
