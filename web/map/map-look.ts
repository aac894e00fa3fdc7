/** How this browser draws the map: moving where a graphics card does it, still where the processor would have to. */
import { useEffect, useSyncExternalStore } from 'react';
import { fromBrowser, keepInBrowser, subscribe } from '../app/preferences.ts';

export type MapLook = 'moving' | 'still';

/** Asked once a browser; a moving map drawn by the processor keeps it busy for seconds, and the whole page with it. */
function lookForCard(): void {
  const worker = new Worker(new URL('./card.worker.ts', import.meta.url), { type: 'module' });
  const told = (has: boolean) => {
    worker.terminate();
    keepInBrowser('card', has ? 'yes' : 'no');
  };
  worker.onmessage = ({ data }) => told(data === true);
  // Where it cannot be asked: the still map works everywhere, and its button offers the other.
  worker.onerror = () => told(false);
}

const hasCard = (): boolean | null => {
  const told = fromBrowser('card');
  return told === null ? null : told === 'yes';
};

function current(): MapLook | null {
  const wished = fromBrowser('map');
  if (wished === 'moving' || wished === 'still') return wished;
  const has = hasCard();
  if (has === null) return null;
  return has ? 'moving' : 'still';
}

/**
 * What the person chose for this browser, or what the machine can do; `null` until that is known.
 * @returns whether there is a choice: with a graphics card the moving map is as quick
 */
export function useMapLook(): { look: MapLook | null; isChoice: boolean } {
  const look = useSyncExternalStore(subscribe, current);
  const has = useSyncExternalStore(subscribe, hasCard);
  useEffect(() => {
    if (has === null) lookForCard();
  }, [has]);
  return { look, isChoice: has === false };
}

export const setMapLook = (look: MapLook) => keepInBrowser('map', look);
