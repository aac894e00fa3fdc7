import { useSearch } from '@tanstack/react-router';

/** The words that the room is searched for; empty on other pages. */
export function useTextFilter(): string {
  const search: { q?: unknown } = useSearch({ strict: false });
  return typeof search.q === 'string' ? search.q : '';
}
