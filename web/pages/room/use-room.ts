/** What the room is looking at: read from the address, changed by changing the address. */
import { getRouteApi, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Filter } from '../../api/incidents.ts';
import { filterOf, type RoomSearch } from '../../app/search.ts';

// By its address and not by import: the route loads what asks here.
const room = getRouteApi('/m/$mission/room');

type Change = { [K in keyof RoomSearch]?: RoomSearch[K] | undefined };

export function useRoom() {
  const search = room.useSearch();
  const { mission } = room.useParams();
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  const filter: Filter = useMemo(() => filterOf(search), [search]);

  /** Sets some parts of the address; `undefined` takes one away. */
  const change = useCallback(
    (to: Change, { replace = false } = {}) =>
      navigate({ to: '.', search: (before) => ({ ...before, ...to }), replace, resetScroll: false }),
    [navigate],
  );

  const open = useCallback(
    (record: string, { replace = false } = {}) =>
      navigate({
        to: '/m/$mission/room/$id',
        params: { mission, id: record },
        search: (before) => ({ ...before, version: undefined, compare: undefined }),
        replace,
        resetScroll: false,
      }),
    [navigate, mission],
  );

  const close = useCallback(
    () =>
      navigate({
        to: '/m/$mission/room',
        params: { mission },
        search: (before) => ({ ...before, version: undefined, compare: undefined }),
        resetScroll: false,
      }),
    [navigate, mission],
  );

  return { mission, search, filter, selected: id, change, open, close };
}
