/** Boundaries, the quiet ground of the map, and the search for a place by name. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FeatureCollection, Geometry, MultiLineString } from 'geojson';
import { z } from 'zod';
import { MgrsAnswer, PlaceHit } from '../../src/places/contract.ts';
import { call, query } from './client.ts';

// GeoJSON is drawn, not read: MapLibre checks what it needs, and parsing 400 kB of corners here would only cost time.
const shapes = z.custom<FeatureCollection<Geometry>>((x) => typeof x === 'object' && x !== null && 'features' in x);
const lines = z.custom<MultiLineString>((x) => typeof x === 'object' && x !== null && 'coordinates' in x);

/** Settlements that help the eye: points with `name`, and `names` by language where known; rivers and roads: lines with `kind`. */
const Basemap = z.object({ countries: shapes, borders: lines, places: shapes.optional(), ground: shapes.optional() });
const Hits = z.object({ items: z.array(PlaceHit) });

export type Basemap = z.infer<typeof Basemap>;

const forSession = { staleTime: Number.POSITIVE_INFINITY };

export const basemapQuery = (mission: string) =>
  queryOptions({
    queryKey: ['places', mission, 'basemap'],
    queryFn: ({ signal }) => call(`/missions/${mission}/basemap`, { signal, answer: Basemap }),
    ...forSession,
  });

/** First-level areas of the mission's boundary set, as shapes with `code` and `name`. */
export const areasQuery = (mission: string) =>
  queryOptions({
    queryKey: ['places', mission, 'areas', 1],
    queryFn: ({ signal }) => call(`/missions/${mission}/areas?level=1`, { signal, answer: shapes }),
    ...forSession,
  });

export const placeSearch = (mission: string, q: string, signal: AbortSignal) =>
  call(`/missions/${mission}/places${query({ q, limit: 8 })}`, { signal, answer: Hits });

/** Hits for what is being typed; those before stay until the next are there. */
export const placeHitsQuery = (mission: string, q: string) =>
  queryOptions({
    queryKey: ['places', mission, 'hits', q],
    queryFn: ({ signal }) => placeSearch(mission, q, signal),
    select: ({ items }) => items,
    enabled: q !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

/** A position as a military grid reference; a refusal near the poles, where the grid ends. @param point longitude, latitude */
export const gridQuery = (mission: string, [lon, lat]: readonly [number, number]) =>
  queryOptions({
    queryKey: ['places', mission, 'grid', lon, lat],
    queryFn: ({ signal }) => call(`/missions/${mission}/mgrs${query({ lon, lat })}`, { signal, answer: MgrsAnswer }),
    select: ({ mgrs }) => mgrs,
    ...forSession,
  });
