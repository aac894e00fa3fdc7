/** What a map of the room is told and tells, whichever way it draws. It knows nothing of the room. */
import type { FeatureCollection } from 'geojson';
import type { Language } from '../../src/vocabulary/codes.ts';
import type { Basemap } from '../api/places.ts';
import type { Bounds, LonLat } from './frame.ts';

export interface Ground {
  basemap: Basemap;
  areas: FeatureCollection;
}

export interface MapProps {
  ground: Ground;
  tiles: string;
  /** Changes when the same tiles may hold something else. */
  asked: number;
  /** Where to look first, and the whole of the mission. */
  bounds: Bounds;
  home: Bounds;
  isDark: boolean;
  language: Language;
  pointed: LonLat | null;
  selected: LonLat | null;
  /** Codes of areas that nobody reports from. */
  silent: readonly string[];
  onFrame: (bounds: Bounds) => void;
  onPoint: (id: string | null) => void;
  onOpen: (id: string) => void;
}
