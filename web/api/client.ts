/** The one way out of the pages to the server: JSON under `/api/v1`, answers checked against their contract. */
import { z } from 'zod';

// Zod would compile parsers with `new Function`; the Content-Security-Policy forbids that, and rightly.
z.config({ jitless: true });

export const API = '/api/v1';

/** A refusal in the server's own words: a stable code and a sentence for a person. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

interface Request<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The version that a change was made on; the server answers 412 when somebody was faster. */
  ifMatch?: number;
  signal?: AbortSignal;
  answer: z.ZodType<T>;
}

/** For answers without a body. */
export const Nothing = z.unknown().transform(() => undefined);

/**
 * @param path from `/api/v1` on, with its query
 * @throws ApiError `offline` when the server cannot be reached, `unreadable` when its answer is not what the contract says
 */
export async function call<T>(path: string, { method = 'GET', body, ifMatch, signal, answer }: Request<T>): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...inLanguage(), ...sinceLastTouch() };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (ifMatch !== undefined) headers['if-match'] = String(ifMatch);
  const response = await fetch(`${API}${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, 'offline', '');
  });
  const json: unknown = await response.json().catch(() => undefined);
  const read = readAnswer(response.status, json, answer);
  if (method !== 'GET') tellDone({ method, path, body });
  return read;
}

/** Something that a person did and the server took. */
export interface Done {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
}

const hearers = new Set<(done: Done) => void>();

/** Hears of every act that succeeds in this browser, until it is told to stop. */
export function hearDone(hear: (done: Done) => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

export function tellDone(done: Done) {
  for (const hear of hearers) hear(done);
}

/** When somebody last touched this page: what it asks by itself must not keep a session open that nobody sits at. */
let touched = Date.now();
for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const)
  globalThis.addEventListener?.(sign, () => (touched = Date.now()), { passive: true, capture: true });

/** Seconds since then. */
export const idleSeconds = () => Math.floor((Date.now() - touched) / 1000);
const sinceLastTouch = () => ({ 'kinga-idle': String(idleSeconds()) });

/** The server writes its sentences in the language of the page. */
export const inLanguage = () => ({ 'kinga-language': document.documentElement.lang });

/** @throws ApiError when the server refused, or answered something else than the contract says */
export function readAnswer<T>(status: number, json: unknown, answer: z.ZodType<T>): T {
  if (status >= 400) {
    const refusal = Refusal.safeParse(json);
    const { code, message } = refusal.success ? refusal.data.error : { code: `http_${status}`, message: '' };
    throw new ApiError(status, code, message);
  }
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw new ApiError(status, 'unreadable', z.prettifyError(parsed.error));
  return parsed.data;
}

/** A query string without what is absent: `{ types: ['a','b'], q: undefined }` → `?types=a%2Cb`. */
export function query(values: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text !== undefined && text !== null && text !== '' && text !== false) params.set(key, String(text));
  }
  const text = params.toString();
  return text && `?${text}`;
}
