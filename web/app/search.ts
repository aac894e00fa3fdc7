/**
 * The page's address is its state: every filter stands in the query string, in the same words as the API's.
 * TanStack Router would write JSON there; people read, share and mend addresses, so ours are plain.
 */
import { z } from 'zod';
import { IncidentFilter } from '../../src/incidents/contract.ts';
import { query } from '../api/client.ts';
import type { Filter, Sort } from '../api/incidents.ts';

export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
export const stringifySearch = (values: Record<string, unknown>): string => query(values);

export const SORTS = ['newest', 'oldest', 'killed', 'recorded'] as const satisfies readonly Sort[];

const RoomOnly = z.object({
  sort: z.enum(SORTS).optional(),
  /** `off`: the list shows everything, in the map's frame or not. */
  frame: z.literal('off').optional(),
  /** A version of the open record, and the one to lay beside it. */
  version: z.coerce.number().int().min(1).optional(),
  compare: z.coerce.number().int().min(1).optional(),
  /** `off`: areas that nobody reports from are not hatched. */
  coverage: z.literal('off').optional(),
  /** On a narrow screen only one of the two is in view. */
  view: z.enum(['list', 'map']).optional(),
});

/** Everything that an address of the room may hold. */
const RoomAddress = IncidentFilter.extend(RoomOnly.shape);
export type RoomSearch = Filter & Partial<z.infer<typeof RoomOnly>>;

/** Absent and `false` are left out, so that two addresses of the same view are the same text. */
const tidy = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, v]) => v !== undefined && v !== false && !(Array.isArray(v) && v.length === 0)),
  ) as Partial<T>;

/** @throws ZodError naming the part of the address that cannot be read */
export const readRoomSearch = (raw: Record<string, unknown>): RoomSearch => tidy(RoomAddress.parse(raw)) as RoomSearch;

const FILTER_KEYS = Object.keys(IncidentFilter.shape) as (keyof Filter)[];

/** The part of the address that the API understands; `bbox` only while the list follows the map. */
export function filterOf(search: RoomSearch): Filter {
  const filter = Object.fromEntries(
    FILTER_KEYS.flatMap((key) => (search[key] === undefined ? [] : [[key, search[key]]])),
  ) as Filter;
  if (search.frame === 'off') delete filter.bbox;
  return filter;
}

/** A filter without some of its parts. */
export function without<K extends keyof Filter>(filter: Filter, ...keys: K[]): Omit<Filter, K> {
  const rest = { ...filter };
  for (const key of keys) delete rest[key];
  return rest;
}
