/** The moving map: it is told what to show, and tells where it looks and what is pressed. */

import type { Point } from 'geojson';
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapMouseEvent,
  setWorkerUrl,
  type VectorTileSource,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { byThePage } from '../line/tiles.ts';
import { EmptyState } from '../ui/states.tsx';
import { type Bounds, FIT_PADDING, type LonLat } from './frame.ts';
import { addHatch } from './hatch.ts';
import type { MapProps } from './map-props.ts';
import { readPalette } from './palette.ts';
import { addRings } from './rings.ts';
import { among, EVENT_LAYERS, mapStyle } from './style.ts';
import { ZoomButtons } from './zoom-buttons.tsx';
import './map.css';
import './moving.css';

setWorkerUrl(workerUrl);

/** Zoom levels that a press on a cluster comes nearer. */
const CLUSTER_STEP = 2;

export function MapView(props: MapProps) {
  const { ground, asked, bounds, home, isDark, language, pointed, selected, silent } = props;
  const tiles = byThePage(props.tiles);
  const intl = useIntl();
  const frame = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef(props);
  const looksAt = useRef(bounds);
  const wasAsked = useRef(asked);
  /** Frames that this map told of itself: they come back as `bounds`, and are no wish to look elsewhere. */
  const told = useRef(new Set([String(bounds)]));

  useEffect(() => {
    latest.current = props;
  });

  // Light and language change what nearly every layer holds: a new map at the same place is simpler than a hundred edits.
  useEffect(() => {
    if (!frame.current) return undefined;
    const tell = (seen: Bounds) => {
      told.current.add(String(seen));
      latest.current.onFrame(seen);
    };
    const palette = readPalette(isDark);
    const made = makeMap(frame.current, {
      style: mapStyle(ground, byThePage(latest.current.tiles), palette, language),
      bounds: looksAt.current,
      // The whole mission is fitted with room around it; a frame that was looked at is looked at again.
      padding: String(looksAt.current) === String(latest.current.home) ? FIT_PADDING : 0,
      locale: { 'Map.Title': intl.formatMessage({ id: 'map.title' }) },
    });
    if (!made) {
      setFailed(true);
      return undefined;
    }
    made.once('styledata', () => {
      addRings(made, palette);
      addHatch(made, palette);
    });
    made.once('load', () => {
      setMap(made);
      if (!isAsGiven(boundsOf(made), looksAt.current)) tell(boundsOf(made));
    });
    made.on('moveend', () => {
      looksAt.current = boundsOf(made);
      tell(looksAt.current);
    });
    listen(made, latest);
    return () => {
      setMap(null);
      made.remove();
    };
  }, [ground, isDark, language, intl]);

  useEffect(() => {
    const source = map?.getSource<VectorTileSource>('incidents');
    const isOld = wasAsked.current !== 0 && wasAsked.current !== asked;
    wasAsked.current = asked;
    if (source && (isOld || source.tiles[0] !== tiles)) source.setTiles([tiles]);
  }, [map, tiles, asked]);
  useEffect(() => {
    if (map && !told.current.has(String(bounds))) map.fitBounds(bounds, { padding: 0 });
  }, [map, bounds]);
  useEffect(() => void map?.setFilter('silent', among(silent)), [map, silent]);
  useEffect(() => mark(map, 'pointed', pointed), [map, pointed]);
  useEffect(() => {
    mark(map, 'selected', selected);
    if (map && selected && !map.getBounds().contains(selected)) map.easeTo({ center: selected });
  }, [map, selected]);

  if (failed) {
    return (
      <EmptyState title={intl.formatMessage({ id: 'map.failed' })}>
        <FormattedMessage id="map.failedText" />
      </EmptyState>
    );
  }
  return (
    <>
      <div className="map" ref={frame} data-ready={map ? true : undefined} />
      {map && (
        <ZoomButtons
          acts={{
            zoomIn: () => map.zoomIn(),
            zoomOut: () => map.zoomOut(),
            home: () => map.fitBounds(home, { padding: FIT_PADDING }),
          }}
        />
      )}
    </>
  );
}

function makeMap(
  container: HTMLElement,
  {
    padding,
    ...options
  }: {
    style: ReturnType<typeof mapStyle>;
    bounds: Bounds;
    padding: typeof FIT_PADDING | 0;
    locale: Record<string, string>;
  },
) {
  try {
    const map = new MapLibre({
      container,
      ...options,
      fitBoundsOptions: { padding },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      maxZoom: 16,
    });
    map.touchZoomRotate.disableRotation();
    return map;
  } catch {
    // No WebGL on this machine: the list has everything that the map has.
    return null;
  }
}

/** A reload must not move the frame by a hair, or the list would be another one. */
const isAsGiven = (seen: Bounds, given: Bounds): boolean =>
  seen.every((degrees, side) => Math.abs(degrees - (given[side] ?? 0)) < 0.01 * Math.abs(given[2] - given[0]));

function boundsOf(map: MapLibre): Bounds {
  const b = map.getBounds();
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return [
    round(b.getWest()),
    round(Math.max(-90, b.getSouth())),
    round(b.getEast()),
    round(Math.min(90, b.getNorth())),
  ];
}

function listen(map: MapLibre, latest: { current: MapProps }) {
  map.on('error', (event) => {
    // A tile that did not come: the page says that the line is down, and asks again when it is back.
    if (!('tile' in event)) console.error(event.error);
  });
  const under = (event: MapMouseEvent) => map.queryRenderedFeatures(event.point, { layers: EVENT_LAYERS })[0];
  map.on('mousemove', (event) => {
    if (!map.isStyleLoaded()) return;
    const feature = under(event);
    map.getCanvas().style.cursor = feature ? 'pointer' : '';
    latest.current.onPoint(feature?.properties.id ? String(feature.properties.id) : null);
  });
  map.on('click', (event) => {
    const feature = under(event);
    if (!feature) return;
    if (feature.properties.id) {
      latest.current.onOpen(String(feature.properties.id));
      return;
    }
    const [lon = 0, lat = 0] = (feature.geometry as Point).coordinates;
    map.easeTo({ center: [lon, lat], zoom: map.getZoom() + CLUSTER_STEP });
  });
}

function mark(map: MapLibre | null, source: 'pointed' | 'selected', point: LonLat | null) {
  const features = point
    ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: point } }]
    : [];
  map?.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
}
