import type { Principal } from './principal.ts';

/** What one may see decides what one is answered: two people with the same view can share an answer. */
export function viewOf({ mission, level, compartments, areas, verbs }: Principal): string {
  return JSON.stringify([mission?.id, level, [...compartments].sort(), areas && [...areas].sort(), [...verbs].sort()]);
}
