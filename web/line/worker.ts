/**
 * The service worker. Two things and no more: the shell (HTML, scripts, styles, letters; no answer of the API) is served
 * from the browser when, and only when, the network fails; and for the blink between a page and its reload the keys of
 * what is kept lie in this memory, which ends with the browser and after half a minute of silence.
 */
import type { DeskKeys } from './seal.ts';

interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
  request: Request;
  data: { hold?: DeskKeys | null; give?: true; keep?: string[] };
  ports: readonly MessagePort[];
}

interface Scope {
  location: Location;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: string, heard: (event: WorkerEvent) => void): void;
}

const scope = globalThis as unknown as Scope;
const SHELL = 'kinga-shell';
const PAGE = '/';
/** What a proxy says whose server is away. */
const AWAY = [502, 503, 504];

let keys: DeskKeys | null = null;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('message', (event) => {
  const { hold, give, keep } = event.data;
  if (hold !== undefined) keys = hold;
  if (keep) event.waitUntil(keepShell(keep));
  if (give) event.ports[0]?.postMessage(keys);
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (isShell(pathname)) event.respondWith(part(request));
});

const isShell = (pathname: string) => pathname.startsWith('/assets/') || /^\/(layers\.css|icon\.svg)$/.test(pathname);

/** From the network; the kept one only where there is none. */
async function page(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => null);
  if (answer?.ok) {
    if (answer.headers.get('content-type')?.startsWith('text/html')) await keepPage(answer.clone());
    return answer;
  }
  if (answer && !AWAY.includes(answer.status)) return answer;
  const kept = await (await caches.open(SHELL)).match(PAGE);
  return kept ?? answer ?? Response.error();
}

/** Another build has other scripts: what belongs to the one before goes with its page. */
async function keepPage(answer: Response): Promise<void> {
  const shell = await caches.open(SHELL);
  const [before, now] = [await (await shell.match(PAGE))?.text(), await answer.text()];
  if (before === now) return;
  await caches.delete(SHELL);
  const headers = new Headers(answer.headers);
  await (await caches.open(SHELL)).put(PAGE, new Response(now, { headers }));
}

/** Scripts have their digest in their name: what is kept is right. The two others are asked for first. */
async function part(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request.url);
  if (kept && request.url.includes('/assets/')) return kept;
  return fetch(request).catch(() => kept ?? Response.error());
}

async function keepShell(urls: readonly string[]): Promise<void> {
  const shell = await caches.open(SHELL);
  if (!(await shell.match(PAGE))) await shell.add(PAGE).catch(() => undefined);
  const wanted = urls.filter((url) => url.startsWith(scope.location.origin) && isShell(new URL(url).pathname));
  for (const url of new Set(wanted)) if (!(await shell.match(url))) await shell.add(url).catch(() => undefined);
}
