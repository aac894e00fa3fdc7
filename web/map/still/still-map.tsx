/**
 * The map for machines that would draw a moving one by the processor: the same ground, events and frame, drawn once as
 * lines and circles. A press on a cluster comes nearer, as there.
 */
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { radiusOf } from '../../../src/incidents/tiles/contract.ts';
import type { Language } from '../../../src/vocabulary/codes.ts';
import { severity } from '../../words/estimate.ts';
import type { MapProps } from '../map-props.ts';
import { ZoomButtons } from '../zoom-buttons.tsx';
import { middleOf, outline, pathOf } from './drawing.ts';
import { type Spot, useSpots } from './events.ts';
import { type Size, type View, viewOf } from './view.ts';
import '../map.css';
import './still-map.css';

/** How much of the frame a press shows. */
const NEARER = 0.5;
const TO_CLUSTER = 0.25;

export function StillMap(props: MapProps) {
  const { ground, tiles, asked, bounds, home, language, pointed, selected, silent, onFrame, onPoint, onOpen } = props;
  const intl = useIntl();
  const [frame, size] = useSize();
  const isWhole = String(bounds) === String(home);
  const view = useMemo(() => size && viewOf(bounds, size, isWhole), [bounds, size, isWhole]);
  const { spots, isWhole: isDrawn } = useSpots(tiles, asked, view);
  const press = ({ id, point }: Spot) => (id ? onOpen(id) : view && onFrame(view.around(TO_CLUSTER, point)));
  return (
    <div className="map still" ref={frame} data-ready={isDrawn || undefined}>
      {view && (
        <svg
          viewBox={`0 0 ${view.size.width} ${view.size.height}`}
          role="img"
          aria-label={intl.formatMessage({ id: 'map.stillTitle' })}
          direction="ltr"
        >
          <Ground ground={ground} view={view} silent={silent} language={language} />
          {spots.map((spot) => (
            // The list holds the same records for the keyboard; here a press is a shorter way.
            // biome-ignore lint/a11y/noStaticElementInteractions: as the moving map
            <g
              key={spot.key}
              className="still-event"
              data-step={severity(spot.killed) ?? 0}
              data-vague={spot.isVague || undefined}
              transform={`translate(${spot.x} ${spot.y})`}
              onClick={() => press(spot)}
              onPointerEnter={() => onPoint(spot.id)}
              onPointerLeave={() => onPoint(null)}
            >
              <circle r={radiusOf(spot.n)} />
              {spot.n >= NUMBERED_FROM && (
                <text textAnchor="middle" dy="0.35em">
                  {spot.n}
                </text>
              )}
            </g>
          ))}
          {[pointed, selected].map(
            (point, i) =>
              point && <circle key={String(i)} className="still-ring" r={i === 0 ? 11 : 15} {...centre(view, point)} />,
          )}
        </svg>
      )}
      {view && (
        <ZoomButtons
          acts={{
            zoomIn: () => onFrame(view.around(NEARER)),
            zoomOut: () => onFrame(view.around(1 / NEARER)),
            home: () => onFrame(home),
          }}
        />
      )}
    </div>
  );
}

const NUMBERED_FROM = 5;

const centre = (view: View, point: readonly number[]) => {
  const [cx, cy] = view.at(point);
  return { cx, cy };
};

interface GroundProps extends Pick<MapProps, 'ground' | 'silent' | 'language'> {
  view: View;
}

/** Apart from the events, which change as somebody points at them. */
const Ground = memo(function Ground({ ground: { basemap, areas }, view, silent, language }: GroundProps) {
  const drawn = useMemo(
    () => ({
      land: pathOf(basemap.countries, view),
      home: pathOf(areas, view),
      rivers: basemap.ground ? pathOf(only(basemap.ground, 'river'), view) : '',
      roads: basemap.ground ? pathOf(only(basemap.ground, 'road'), view) : '',
      borders: outline({ geometry: basemap.borders }, view),
      names: areas.features.map(({ properties, geometry }) => ({ properties, middle: middleOf(geometry, view) })),
    }),
    [basemap, areas, view],
  );
  const hatched = areas.features.filter(({ properties }) => silent.includes(String(properties?.code)));
  return (
    <>
      <defs>
        <pattern id="still-hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V9" />
        </pattern>
      </defs>
      <path className="still-land" d={drawn.land} />
      <path className="still-home" d={drawn.home} />
      <path className="still-river" d={drawn.rivers} />
      <path className="still-road" d={drawn.roads} />
      {hatched.map((area) => (
        <path
          key={String(area.properties?.code)}
          className="still-silent"
          fill="url(#still-hatch)"
          d={outline(area, view)}
        />
      ))}
      <path className="still-areas" d={drawn.home} />
      <path className="still-borders" d={drawn.borders} />
      {drawn.names.map(
        ({ properties, middle }) =>
          middle && (
            <text key={String(properties?.code)} className="still-name" textAnchor="middle" x={middle[0]} y={middle[1]}>
              {nameOf(properties, language)}
            </text>
          ),
      )}
    </>
  );
});

const only = ({ features, ...rest }: NonNullable<MapProps['ground']['basemap']['ground']>, kind: string) => ({
  ...rest,
  features: features.filter(({ properties }) => properties?.kind === kind),
});

function nameOf(properties: Record<string, unknown> | null, language: Language): string {
  const names = properties?.names as Partial<Record<Language, string>> | undefined;
  return String(properties?.[language] ?? names?.[language] ?? properties?.name ?? '');
}

/** The size of an element, as long as it is there. */
function useSize() {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const look = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) => {
        if (width < 1 || height < 1) return null;
        return before?.width === width && before.height === height ? before : { width, height };
      });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, size] as const;
}
