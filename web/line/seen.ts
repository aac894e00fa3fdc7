/**
 * The last list, sums, histogram and record that were on the screen, kept so that the room opens without a line. Only the
 * last of each: this is no copy of the mission, and names of people are never in it.
 */
import type { Query, QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/session.ts';
import { desk } from './desk.ts';
import { type DeskKeys, heldKeys, sealJson, unsealJson } from './seal.ts';

/** How many of each kind; the rest of a page's answers is asked again. */
const MOST: Record<string, number> = {
  session: 2,
  vocabulary: 1,
  mission: 1,
  list: 1,
  summary: 4,
  timeline: 2,
  coverage: 2,
  record: 3,
  basemap: 1,
  areas: 1,
};
/** Pages of a list that was read on for long. */
const PAGES = 3;
const GATHER_MS = 1500;
/** As long as a session may last at most. */
const LONGEST_MS = 12 * 3_600_000;
/** Beside the kinds, the address of the room as it was shown. */
const ROOM = 'room';

interface Answer {
  key: readonly unknown[];
  data: unknown;
  at: number;
}

interface Seen {
  room: string | null;
  /** When anything of it was seen last. */
  at: number;
}

/** `['incidents', mission, 'list', …]` → `list`; `['vocabulary']` → `vocabulary`. */
const kindOf = (key: readonly unknown[]): string =>
  key[0] === 'incidents' || key[0] === 'places' ? String(key[2]) : String(key[0]);

/** Without what names people, and not the whole of a list that was read on for long. */
function forKeeping(kind: string, data: unknown): unknown {
  if (kind === 'session') return { ...(data as object), desk: undefined };
  if (kind === 'record') return { ...(data as object), protected: undefined };
  if (kind !== 'list') return data;
  const { pages, pageParams } = data as { pages: unknown[]; pageParams: unknown[] };
  return { pages: pages.slice(0, PAGES), pageParams: pageParams.slice(0, PAGES) };
}

/** The newest of each kind, one answer put in. */
function withAnswer(answers: readonly Answer[], answer: Answer): Answer[] {
  const kind = kindOf(answer.key);
  const most = MOST[kind] ?? 0;
  const name = JSON.stringify(answer.key);
  const others = answers.filter(({ key }) => JSON.stringify(key) !== name);
  const same = others.filter(({ key }) => kindOf(key) === kind).slice(0, Math.max(0, most - 1));
  const rest = others.filter(({ key }) => kindOf(key) !== kind);
  return most === 0 ? rest : [{ ...answer, data: forKeeping(kind, answer.data) }, ...same, ...rest];
}

/** Keeps what the pages are answered from now on. @returns stops it */
export function keepSeen(client: QueryClient): () => void {
  let answers: Answer[] = [];
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = async (key: string, value: unknown) => {
    if (!heldKeys()) return;
    const sealed = await sealJson('seen', value);
    if (heldKeys()) await desk.seen.put({ key, sealed, at: Date.now() });
  };
  // Kind by kind, and what is new only: to seal all of it at once holds up whoever types.
  const write = async () => {
    timer = undefined;
    const kinds = [...changed];
    changed.clear();
    if (location.pathname.endsWith('/room')) await put(ROOM, location.pathname + location.search);
    for (const kind of kinds)
      await put(
        kind,
        answers.filter(({ key }) => kindOf(key) === kind),
      );
  };
  const note = ({ queryKey, state }: Query) => {
    if (state.data === undefined || state.data === null) return;
    const kind = kindOf(queryKey);
    if (!(kind in MOST)) return;
    changed.add(kind);
    answers = withAnswer(answers, { key: queryKey, data: state.data, at: state.dataUpdatedAt });
    timer ??= setTimeout(() => write().catch(() => undefined), GATHER_MS);
  };
  for (const query of client.getQueryCache().getAll()) note(query);
  const stop = client.getQueryCache().subscribe((event) => {
    const isAnswer = event.type === 'updated' && event.action.type === 'success';
    // An answer that was looked up in the drawer is not kept a second time.
    if (isAnswer && !('manual' in event.action && event.action.manual)) note(event.query);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/**
 * Lays what was seen last before the pages, as old as it is.
 * @returns when it was seen and where; `null` where there is nothing, or nothing that this session may read
 */
export async function layOutSeen(client: QueryClient, keys: DeskKeys): Promise<Seen | null> {
  const rows = (await desk.seen.toArray()).filter(({ at }) => Date.now() - at <= LONGEST_MS);
  const opened = await Promise.all(
    rows.map(async (row) => ({ ...row, value: await unsealJson<unknown>('seen', row.sealed) })),
  );
  // What another session sealed stays closed.
  const kept = opened.filter(({ value }) => value !== null);
  const answers = kept.flatMap(({ key, value }) => (key in MOST ? (value as Answer[]) : []));
  if (answers.length === 0) return null;
  for (const { key, data, at } of answers) {
    const whole = kindOf(key) === 'session' ? { ...(data as object), desk: keys } : data;
    client.setQueryData(key, whole, { updatedAt: at });
  }
  // The first mission of a person is asked for without its name.
  const first = answers.find(({ key }) => key[0] === 'session');
  if (first && !client.getQueryData(sessionQuery().queryKey))
    client.setQueryData(sessionQuery().queryKey, { ...(first.data as object), desk: keys } as never);
  const room = kept.find(({ key }) => key === ROOM)?.value;
  return { room: typeof room === 'string' ? room : null, at: Math.max(...kept.map(({ at }) => at)) };
}
