/** Asks every address as everybody, and says who learned what they must not. */
import type { LightMyRequestResponse } from 'fastify';
import type { Request } from '../support/served.ts';
import { ASKS, BESIDES } from './asks.ts';
import { textOf } from './texts.ts';
import type { Watched, World } from './world.ts';

export interface Finding {
  who: string;
  asked: string;
  /** What was planted and seen, or what else was wrong. */
  found: string;
}

export interface Told {
  findings: Finding[];
  /** Words that were seen by somebody who may. */
  seen: Set<string>;
  requests: number;
}

export interface Choice {
  routes?: (route: string) => boolean;
  watched?: (watched: Watched) => boolean;
}

/** As many ask at the same time as on a busy day; each one thing after another. */
const AT_ONCE = 4;

export async function askAll(world: World, { routes = () => true, watched = () => true }: Choice = {}): Promise<Told> {
  const told: Told = { findings: [], seen: new Set(), requests: 0 };
  const chosen = Object.entries(ASKS).flatMap(([route, asking]) =>
    routes(route) && asking !== 'live' ? [asking] : [],
  );
  const waiting = world.watched.filter(watched);
  const askInTurn = async () => {
    for (let by = waiting.shift(); by; by = waiting.shift())
      for (const asking of [...chosen, () => BESIDES])
        for (const request of asking(world, by)) await askOne(world, by, request, told);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
  return told;
}

async function askOne(world: World, by: Watched, request: Request, told: Told): Promise<void> {
  const answer = await by.ask(request);
  told.requests += 1;
  const asked = `${request.method ?? 'GET'} ${request.url}`;
  for (const found of await wrongIn(world, by, request, answer, told.seen))
    told.findings.push({ who: by.watcher.name, asked, found });
}

async function wrongIn(
  { canaries, records }: World,
  { watcher }: Watched,
  request: Request,
  answer: LightMyRequestResponse,
  seen: Set<string>,
): Promise<string[]> {
  const wrong: string[] = [];
  if (answer.statusCode >= 500) wrong.push(`an internal error (${answer.statusCode})`);
  const text = await textOf(answer);
  for (const canary of canaries.in(text)) {
    if (canary.sees(watcher)) seen.add(canary.word);
    // What somebody sent is theirs already: an answer may name it back.
    else if (!sent(request).includes(canary.word)) wrong.push(canary.what);
  }
  for (const record of records) {
    const inOther = record.groups.core.in !== watcher.in;
    if (inOther && text.includes(record.id) && !sent(request).includes(record.id))
      wrong.push(`the id of “${record.what}” in another mission`);
  }
  return wrong;
}

const sent = (request: Request): string => `${request.url} ${JSON.stringify(request.body ?? '')}`;
