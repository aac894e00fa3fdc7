import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { incidentQuery, listQuery, summaryQuery, tilesUrl } from '../../api/incidents.ts';
import { areasQuery, basemapQuery } from '../../api/places.ts';
import { useIsDark, useLanguage } from '../../app/preferences.ts';
import { without } from '../../app/search.ts';
import { useMission } from '../../app/session.ts';
import { useLater } from '../../app/use-later.ts';
import type { Bounds, LonLat } from '../../map/frame.ts';
import { Disclaimer, Legend } from '../../map/legend.tsx';
import { setMapLook, useMapLook } from '../../map/map-look.ts';
import { StillMap } from '../../map/still/still-map.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Coverage } from './coverage.tsx';
import { usePointed } from './pointed.ts';
import { useRoom } from './use-room.ts';
import { useSilence } from './use-silence.ts';

const mapView = async () => ({ default: (await import('../../map/map-view.tsx')).MapView });

/** The map of the room, in sync with its list. */
export default function RoomMap() {
  const { mission, search, filter, selected, change, open } = useRoom();
  const { bounds } = useMission();
  const intl = useIntl();
  const { pointed, setPointed } = usePointed();
  const isDark = useIsDark();
  const language = useLanguage();
  const basemap = useQuery(basemapQuery(mission));
  const areas = useQuery(areasQuery(mission));
  const pointOf = usePointOf();
  const tiles = useMemo(() => tilesUrl(mission, without(filter, 'bbox')), [mission, filter]);
  const { dataUpdatedAt: asked } = useQuery(summaryQuery(mission, without(filter, 'bbox')));
  const ground = useMemo(
    () => (basemap.data && areas.data ? { basemap: basemap.data, areas: areas.data } : null),
    [basemap.data, areas.data],
  );
  const { silent, of } = useSilence();
  const hatched = useMemo(
    () => (search.coverage === 'off' ? [] : silent.map(({ area }) => area)),
    [silent, search.coverage],
  );
  const { look, isChoice } = useMapLook();
  const MapView = useLater(mapView, { isWanted: look === 'moving' });
  const failed = basemap.error ?? areas.error;
  const Drawn = look === 'still' ? StillMap : MapView;
  if (failed && !ground)
    return <ErrorState error={failed} onRetry={() => Promise.all([basemap.refetch(), areas.refetch()])} />;
  if (!ground || !Drawn) return <Skeleton label={intl.formatMessage({ id: 'room.mapLoading' })} lines={0} />;
  return (
    <>
      <Drawn
        ground={ground}
        tiles={tiles}
        asked={asked}
        bounds={search.bbox ?? bounds}
        home={bounds}
        isDark={isDark}
        language={language}
        pointed={pointOf(pointed)}
        selected={pointOf(selected ?? null)}
        silent={hatched}
        onFrame={(bbox: Bounds) => change({ bbox }, { replace: true })}
        onPoint={(id) => id !== pointed && setPointed(id)}
        onOpen={open}
      />
      {isChoice && (
        <Button className="map-other" onPress={() => setMapLook(look === 'still' ? 'moving' : 'still')}>
          <FormattedMessage id={look === 'still' ? 'map.moving' : 'map.still'} />
        </Button>
      )}
      <Legend>
        <Coverage silent={silent} of={of} />
      </Legend>
      <Disclaimer />
    </>
  );
}

/** Where a record lies, from whatever has been fetched already. */
function usePointOf() {
  const { mission, search, filter, selected } = useRoom();
  const client = useQueryClient();
  const { data: record } = useQuery({
    ...incidentQuery(mission, selected ?? '', search.asOf),
    enabled: selected !== undefined,
  });
  return (id: string | null): LonLat | null => {
    if (!id) return null;
    if (record?.id === id) return record.core.where.point;
    const pages = client.getQueryData(listQuery(mission, filter, search.sort ?? 'newest').queryKey)?.pages;
    return pages?.flatMap((page) => page.items).find((row) => row.id === id)?.point ?? null;
  };
}
