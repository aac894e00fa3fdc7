/** A small still map: first-level areas, points with numbers, a frame. Drawn as lines on paper, so it also prints. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { useMemo } from 'react';
import './small-map.css';

/** west,south,east,north in degrees; west > east crosses the antimeridian. */
type Bounds = readonly [number, number, number, number];

interface SmallMapProps {
  /** Read out instead of the drawing. */
  label: string;
  areas: FeatureCollection<Geometry> | undefined;
  bounds: Bounds;
  /** Numbered from 1 in this order, as in the list beside it. */
  points?: readonly (readonly [number, number])[];
  /** Drawn as a dashed frame. */
  frame?: Bounds;
}

const WIDTH = 400;
/** Room around the bounds, as a part of the width. */
const MARGIN = 0.04;

export function SmallMap({ label, areas, bounds, points = [], frame }: SmallMapProps) {
  const { at, height } = useMemo(() => projection(bounds), [bounds]);
  const path = useMemo(() => (areas?.features ?? []).map((area) => outline(area, at)).join(''), [areas, at]);
  return (
    <svg className="small-map" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      <path className="small-map-areas" d={path} />
      {frame && <path className="small-map-frame" d={frameOutline(frame, at)} />}
      {points.map((point, index) => {
        const [x, y] = at(point);
        return (
          <g key={point.join()} transform={`translate(${x} ${y})`}>
            <circle r="7.5" />
            <text textAnchor="middle" y="3.2">
              {index + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

type At = (point: readonly number[]) => [number, number];

/** Equirectangular around the middle parallel: true enough for one mission. */
function projection([west, south, east, north]: Bounds): { at: At; height: number } {
  const spanLon = west > east ? east + 360 - west : east - west;
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const pad = MARGIN * spanLon;
  const scale = WIDTH / (spanLon + 2 * pad);
  const padLat = pad * squeeze;
  const height = Math.round(((north - south + 2 * padLat) * scale) / squeeze);
  const round = (n: number) => Math.round(n * 10) / 10;
  const at: At = ([lon = 0, lat = 0]) => {
    const eastward = lon < west - 180 ? lon + 360 : lon;
    return [round((eastward - west + pad) * scale), round(((north + padLat - lat) * scale) / squeeze)];
  };
  return { at, height: Math.max(60, height) };
}

function outline({ geometry }: Feature<Geometry>, at: At): string {
  const polygons =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  return polygons.flatMap((rings) => rings.map((ring) => lineOf(ring, at))).join('');
}

const lineOf = (ring: readonly Position[], at: At) => `M${ring.map((corner) => at(corner).join(' ')).join('L')}Z`;

function frameOutline([west, south, east, north]: Bounds, at: At): string {
  const right = west > east ? east + 360 : east;
  return lineOf(
    [
      [west, south],
      [right, south],
      [right, north],
      [west, north],
    ],
    at,
  );
}
