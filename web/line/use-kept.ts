/** Keeps what is seen for a dropped line, and locks a desk that nobody sits at while there is none. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { idleSeconds } from '../api/client.ts';
import { quiet } from '../app/quiet.ts';
import { forgetKeys } from './seal.ts';

/** As long as the server leaves a session open that nobody sits at: without a line the page must count itself. */
const IDLE_SECONDS = 30 * 60;
const LOOK_MS = 30_000;

/** What somebody turns to when the line is down: fetched before, since it cannot be fetched then. */
const fetchPages = () =>
  Promise.all([
    import('../app/commands/palette.tsx'),
    import('../pages/edit/edit-page.tsx'),
    import('../pages/record/record-panel.tsx'),
  ]).catch(() => undefined);

/** @param onLocked what was on the screen is gone: lead away */
export function useKeptForTheLine(isDown: boolean, onLocked: () => void): void {
  const client = useQueryClient();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    const keep = async () => {
      const { startKeeper } = await import('./keeper.ts');
      if (import.meta.env.PROD) startKeeper();
      // After the page stands: its store is no part of the room's shell.
      await quiet(client);
      const { keepSeen } = await import('./seen.ts');
      if (isGone) return;
      stop = keepSeen(client);
      await fetchPages();
    };
    keep().catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [client]);
  useEffect(() => {
    if (!isDown) return undefined;
    const timer = setInterval(() => {
      if (idleSeconds() < IDLE_SECONDS) return;
      forgetKeys();
      import('./keeper.ts').then(({ emptyKeeper }) => emptyKeeper());
      client.clear();
      onLocked();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isDown, client, onLocked]);
}
