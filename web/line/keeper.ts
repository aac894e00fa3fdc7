/** The page's side of the service worker (`worker.ts`): hands it the keys when the page leaves, and asks for them back. */
import { type DeskKeys, heldKeys } from './seal.ts';

/** A worker that was stopped in the meantime starts anew, and knows nothing. */
const PATIENCE_MS = 1500;

const worker = () => globalThis.navigator?.serviceWorker?.controller;

/** Registers it, has it keep the scripts of this page, and hands it the keys whenever the page is left. */
export async function startKeeper(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  window.addEventListener('pagehide', () => worker()?.postMessage({ hold: heldKeys() }));
  await navigator.serviceWorker.register('/sw.js', { type: 'module' }).catch(() => undefined);
  const { active } = await navigator.serviceWorker.ready;
  const tell = () => active?.postMessage({ keep: performance.getEntriesByType('resource').map(({ name }) => name) });
  tell();
  new PerformanceObserver(tell).observe({ type: 'resource' });
}

/** The keys of the page that was here a moment ago: after a reload without a line nobody else has them. */
export function keysFromKeeper(): Promise<DeskKeys | null> {
  const there = worker();
  if (!there) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(resolve, PATIENCE_MS, null);
    port1.onmessage = ({ data }: MessageEvent<DeskKeys | null>) => {
      clearTimeout(timer);
      resolve(data);
    };
    there.postMessage({ give: true }, [port2]);
  });
}

/** At signing out. */
export const emptyKeeper = () => worker()?.postMessage({ hold: null });
