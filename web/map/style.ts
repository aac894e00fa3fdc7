/** The map as data: quiet ground below, events above. No glyph server: the browser's own fonts draw every script. */

import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { RADII } from '../../src/incidents/tiles/contract.ts';
import type { Language } from '../../src/vocabulary/codes.ts';
import { SEVERITY_EDGES } from '../words/estimate.ts';
import { GROUND, HATCH } from './ground.ts';
import type { Ground } from './map-props.ts';
import type { Palette } from './palette.ts';

const FONT = ['IBM Plex Sans', 'IBM Plex Sans Arabic', 'sans-serif'];
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

const killed: ExpressionSpecification = ['to-number', ['get', 'killed'], 0];
const events: ExpressionSpecification = ['to-number', ['get', 'n'], 1];
const vague: ExpressionSpecification = ['==', ['get', 'precision'], 'vague'];

/** One value for each step of the sequential scale. */
function bySeverity(values: readonly [string, string, string, string, string]): ExpressionSpecification {
  const [first, ...rest] = values;
  const stops = rest.flatMap((value, i) => [SEVERITY_EDGES[i] ?? 0, value]);
  return ['step', killed, first, ...stops] as ExpressionSpecification;
}

const radius: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', events], ...RADII.flat()];
/** The same for the drawn rings, which are 24 px in radius at size 1. */
export const RING_RADIUS = 24;
const ringSize: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['sqrt', events],
  1,
  6 / RING_RADIUS,
  Math.sqrt(10),
  10 / RING_RADIUS,
  10,
  15 / RING_RADIUS,
  Math.sqrt(1000),
  22 / RING_RADIUS,
];
/** A number that another circle would cover is left out, and so is a name: what cannot be read says nothing. */
const CLEAR_OF_OTHERS = 0.85;
const NUMBERED_FROM = 5;

export function mapStyle(ground: Ground, tiles: string, palette: Palette, language: Language): StyleSpecification {
  const named: ExpressionSpecification = [
    'coalesce',
    ['get', language],
    ['get', language, ['object', ['get', 'names'], ['literal', {}]]],
    ['get', 'name'],
    '',
  ];
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: ground.basemap.countries },
      borders: { type: 'geojson', data: ground.basemap.borders },
      areas: { type: 'geojson', data: ground.areas },
      ground: { type: 'geojson', data: ground.basemap.ground ?? NOTHING },
      settlements: { type: 'geojson', data: ground.basemap.places ?? NOTHING },
      incidents: { type: 'vector', tiles: [tiles], maxzoom: 14 },
      pointed: { type: 'geojson', data: NOTHING },
      selected: { type: 'geojson', data: NOTHING },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': palette.land } },
      { id: 'coast', type: 'line', source: 'countries', paint: { 'line-color': palette.line, 'line-width': 0.8 } },
      // Below the fills that cover its inner half: what is left is the outline of all areas together.
      { id: 'outline', type: 'line', source: 'areas', paint: { 'line-color': palette.border, 'line-width': 2.6 } },
      { id: 'home', type: 'fill', source: 'areas', paint: { 'fill-color': palette.home } },
      ...groundLayers(palette),
      { id: 'silent', type: 'fill', source: 'areas', filter: among([]), paint: { 'fill-pattern': HATCH } },
      { id: 'areas', type: 'line', source: 'areas', paint: { 'line-color': palette.line, 'line-width': 0.8 } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': palette.border, 'line-width': 1.1 } },
      {
        id: 'area-names',
        type: 'symbol',
        source: 'areas',
        maxzoom: 9,
        layout: {
          'text-field': named,
          'text-font': FONT,
          'text-size': 11,
          'text-letter-spacing': language === 'ar' ? 0 : 0.06,
          'text-max-width': 8,
          'text-padding': 12,
        },
        paint: { 'text-color': palette.border, 'text-halo-color': palette.home, 'text-halo-width': 1.5 },
      },
      {
        id: 'settlement-dots',
        type: 'circle',
        source: 'settlements',
        paint: { 'circle-radius': 1.6, 'circle-color': palette.label },
      },
      {
        id: 'events',
        type: 'circle',
        source: 'incidents',
        'source-layer': 'incidents',
        filter: ['!', vague],
        layout: { 'circle-sort-key': killed },
        paint: {
          'circle-radius': radius,
          'circle-color': bySeverity(palette.steps),
          'circle-opacity': 0.9,
          'circle-stroke-width': 1,
          'circle-stroke-color': palette.home,
        },
      },
      {
        id: 'events-vague',
        type: 'symbol',
        source: 'incidents',
        'source-layer': 'incidents',
        filter: vague,
        layout: {
          'icon-image': bySeverity(['ring-0', 'ring-1', 'ring-2', 'ring-3', 'ring-4']),
          'icon-size': ringSize,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
      {
        id: 'settlement-names',
        type: 'symbol',
        source: 'settlements',
        layout: {
          'text-field': named,
          'text-font': FONT,
          'text-size': 11.5,
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.9,
          'text-justify': 'auto',
          'symbol-sort-key': ['*', -1, ['to-number', ['get', 'population'], 0]],
        },
        paint: { 'text-color': palette.label, 'text-halo-color': palette.home, 'text-halo-width': 1.6 },
      },
      // Above the names, since what lies higher is given its place first.
      {
        id: 'event-counts',
        type: 'symbol',
        source: 'incidents',
        'source-layer': 'incidents',
        layout: {
          'icon-image': GROUND,
          'icon-size': ['*', CLEAR_OF_OTHERS, ringSize],
          'icon-allow-overlap': true,
          'icon-padding': 0,
          'text-field': ['case', ['>=', events, NUMBERED_FROM], ['to-string', ['get', 'n']], ''],
          'text-font': FONT,
          'text-size': 11,
          'text-optional': true,
          'text-padding': 0,
          'symbol-sort-key': ['*', -1, events],
        },
        paint: { 'text-color': ['case', vague, palette.ink, bySeverity(palette.onSteps)] },
      },
      ring('pointed', palette, 1.5, 11),
      ring('selected', palette, 2, 15),
    ],
  };
}

/** Rivers in the colour of the sea, roads a shade above the land: seen when looked for, and never before an event. */
function groundLayers(palette: Palette): LayerSpecification[] {
  const only = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]];
  const width = (far: number, near: number): ExpressionSpecification => [
    'interpolate',
    ['exponential', 1.4],
    ['zoom'],
    6,
    far,
    12,
    near,
  ];
  const line = (id: string, kind: string, color: string, size: ExpressionSpecification, minzoom = 0) =>
    ({
      id,
      type: 'line',
      source: 'ground',
      filter: only(kind),
      minzoom,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': size },
    }) as const;
  return [
    line('streams', 'stream', palette.water, width(0.7, 2)),
    line('rivers', 'river', palette.water, width(1.6, 5)),
    line('tracks', 'track', palette.line, width(0.7, 1.6), 7),
    line('roads', 'road', palette.road, width(1, 3)),
  ];
}

const ring = (source: 'pointed' | 'selected', palette: Palette, width: number, size: number) =>
  ({
    id: source,
    type: 'circle',
    source,
    paint: {
      'circle-radius': size,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': palette.ink,
      'circle-stroke-width': width,
    },
  }) as const;

/** Areas of these codes. */
export const among = (codes: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', 'code'],
  ['literal', [...codes]],
];

/** Layers that answer to the pointer. */
export const EVENT_LAYERS = ['events', 'events-vague'];
