import type { FieldPath } from '../../../../src/incidents/import/contract.ts';
import type { Explained } from '../../../../src/vocabulary/codes.ts';

const ABOUT: Readonly<Record<string, Explained>> = {
  adm1: 'area',
  adm2: 'area',
  best: 'best',
  date: 'firstDay',
  date_to: 'lastDay',
  high: 'high',
  latitude: 'latitude',
  longitude: 'longitude',
  low: 'low',
  narrative: 'narrative',
  notes: 'notes',
  party: 'party',
  perpetrator: 'party',
  place: 'place',
  place_description: 'placeDescription',
  place_precision: 'placePrecision',
  source: 'sourceName',
  source_date: 'sourceDate',
  source_reference: 'reference',
  tags: 'tags',
  target: 'party',
  time_precision: 'timePrecision',
  title: 'title',
  type: 'type',
};

/** What explains the field that a column fills: that field, or what filling one means. */
export function aboutPath(path: FieldPath | null): Explained {
  if (path === null) return 'columnMeaning';
  const [, , part] = path.split('.');
  return ABOUT[part ?? path] ?? (part ? 'sexAge' : 'columnMeaning');
}
