import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { type Served, served } from '../../../test/support/served.ts';
import type { Level } from '../../vocabulary/codes.ts';
import { changeMember, endSessionsOf } from '../accounts/commands/members.ts';
import { openSession } from '../accounts/commands/sign-in.ts';
import { COOKIE } from '../accounts/gatekeeper.ts';
import { recordAct } from '../ledger/store.ts';
import { compartmentMask, levelNumber, type Principal } from '../principal.ts';
import { type Live, openLive } from './live.ts';
import { emit } from './outbox.ts';

let house: TestHouse;
let live: Live;
let server: Served;
let address: string;

beforeAll(async () => {
  house = await testHouse();
  live = await openLive(house.db, { heartbeat: 100 });
  server = await served(house, live.routes);
  address = await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await live.close();
  await server.close();
  await house.close();
});

interface Heard {
  event: string;
  data: Record<string, unknown>;
  text: string;
}

/** Listens as somebody, in a session of their own; `next` is what they hear next. */
async function listen(who: Principal): Promise<{ next(): Promise<Heard>; stop(): void }> {
  const { token } = await openSession(house.db, who.person ?? '', 'test');
  const leaving = new AbortController();
  const answer = await fetch(`${address}/api/v1/missions/test/events`, {
    headers: { cookie: `${COOKIE}=${token}` },
    signal: leaving.signal,
  });
  const messages = heard(answer.body as unknown as AsyncIterable<Uint8Array>);
  const next = async () => (await messages.next()).value as Heard;
  expect((await next()).event).toBe('ready');
  return { next, stop: () => leaving.abort() };
}

async function* heard(body: AsyncIterable<Uint8Array>): AsyncGenerator<Heard> {
  let text = '';
  for await (const chunk of body) {
    text += Buffer.from(chunk).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message = text.slice(0, end);
      text = text.slice(end + 2);
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1] ?? '';
      // The sign of life comes as often as it likes.
      if (field('event') && field('event') !== 'beat')
        yield { event: field('event'), data: JSON.parse(field('data')), text: message };
    }
  }
}

const tell = (who: Principal, room: string, level: Level, compartments: string[] = [], areas: string[] | null = null) =>
  house.db.write(who, async (tx) => {
    const id = crypto.randomUUID();
    const stamp = await recordAct(tx, { verb: 'test.done', room: 'test', record: id, content: {} });
    const mask = compartmentMask(who.mission ?? house.mission, compartments);
    await emit(tx, 'test.done', stamp, [
      { room, id, version: 1, level: levelNumber(level), compartments: mask, areas },
    ]);
    return stamp.first;
  });

it('says which room changed, and nothing else, to those who may see what changed', async () => {
  const writer = await house.member(['analyst'], { level: 'strictly_confidential', compartments: ['human_rights'] });
  const [reader, officer, police] = [
    await house.member(['reader'], { level: 'internal' }),
    await house.member(['human_rights_officer'], { level: 'strictly_confidential', compartments: ['human_rights'] }),
    await house.member(['analyst'], { level: 'strictly_confidential', compartments: ['police'] }),
  ];
  const [atReader, atOfficer, atPolice] = [await listen(reader), await listen(officer), await listen(police)];

  const closed = await tell(writer, 'closed', 'internal', ['human_rights']);
  const high = await tell(writer, 'high', 'confidential');
  const open = await tell(writer, 'open', 'public');

  /** All that somebody hears until they hear of the open one, which everybody does. */
  const until = async (listener: typeof atReader) => {
    const rooms = new Map<unknown, unknown>();
    while (!rooms.has('open')) {
      const { event, data, text } = await listener.next();
      expect([event, Object.keys(data).sort()]).toEqual(['changed', ['room', 'seq']]);
      expect(text).toBe(`event: changed\ndata: ${JSON.stringify(data)}`);
      rooms.set(data.room, data.seq);
    }
    return Object.fromEntries(rooms);
  };
  expect(await until(atReader)).toEqual({ open });
  expect(await until(atPolice)).toEqual({ high, open });
  expect(await until(atOfficer)).toEqual({ closed, high, open });
  for (const listener of [atReader, atOfficer, atPolice]) listener.stop();
});

it('tells nobody of another mission', async () => {
  const there = await house.otherMission('elsewhere');
  const all = { level: 'strictly_confidential' } as const;
  const [here, writer] = [await house.member(['reader'], all), await house.member(['analyst'], all)];
  const listener = await listen(here);
  await tell({ ...writer, mission: there }, 'theirs', 'public');
  const ours = await tell(writer, 'ours', 'public');
  expect((await listener.next()).data).toEqual({ room: 'ours', seq: ours });
  listener.stop();
});

it('goes silent for whoever lost their session or may now see something else, and for nobody else', async () => {
  const admin = await house.member(['administrator']);
  const [gone, less, stays] = [
    await house.member(['reader']),
    await house.member(['reader'], { level: 'confidential' }),
    await house.member(['reader']),
  ];
  const [atGone, atLess, atStays] = [await listen(gone), await listen(less), await listen(stays)];
  await endSessionsOf(house.db, admin, gone.person ?? '');
  const scope = { roles: ['reader'], level: 'internal' as const, compartments: [], areas: null };
  await changeMember(house.db, admin, less.person ?? '', scope);
  // The stream ends: there is no next message.
  expect([await atGone.next(), await atLess.next()]).toEqual([undefined, undefined]);
  const open = await tell(await house.member(['analyst']), 'open', 'public');
  expect((await atStays.next()).data).toEqual({ room: 'open', seq: open });
  atStays.stop();
});
