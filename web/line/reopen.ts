/** Opens the house without a line, with what was seen last, where this browser still has the keys to it. */
import { onlineManager, type QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/client.ts';

/** The server, or the way to it, is not there. A refusal is something else. */
export const isLineDown = (error: unknown): boolean =>
  error instanceof ApiError && [0, 502, 503, 504].includes(error.status);

interface Reopened {
  /** When it was seen, in milliseconds. */
  at: number;
  /** The address of the room as it was shown. */
  room: string | null;
}

let reopened: Reopened | null = null;

/** `null` while the house stands on answers of the server. */
export const reopenedFrom = (): Reopened | null => reopened;

/** The line is back. */
export const noLongerReopened = (): void => {
  reopened = null;
};

/** @returns whether there was something to open with */
export async function reopen(client: QueryClient): Promise<boolean> {
  const [{ keysFromKeeper }, { holdKeys }, { layOutSeen }] = await Promise.all([
    import('./keeper.ts'),
    import('./seal.ts'),
    import('./seen.ts'),
  ]);
  const keys = await keysFromKeeper();
  if (!keys) return false;
  holdKeys(keys);
  reopened = await layOutSeen(client, keys);
  // Questions wait for the line instead of failing: `app/live.ts` says when it is there.
  if (reopened) onlineManager.setOnline(false);
  return reopened !== null;
}
