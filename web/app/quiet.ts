import type { QueryClient } from '@tanstack/react-query';

const LOOK_MS = 150;
/** Something may always be asked for: ahead of use is still ahead. */
const MOST_MS = 8_000;

/**
 * Resolves once the page has what it asked for and the browser has nothing to do: what is fetched ahead of its use must not
 * stand in the way of what is looked at now, least of all on a bad line.
 */
export const quiet = (client: QueryClient): Promise<void> =>
  new Promise((done) => {
    const until = Date.now() + MOST_MS;
    const look = () => {
      if (client.isFetching() > 0 && Date.now() < until) setTimeout(look, LOOK_MS);
      else if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: MOST_MS });
      else done();
    };
    setTimeout(look, LOOK_MS);
  });
