/** How the addresses of mandates are asked. */
import type { Request } from '../support/served.ts';
import type { PlantedMandate } from './plant-mandates.ts';
import type { Asking, Watched, World } from './world.ts';

const HERE = '/missions/test/mandates';
const THERE = '/missions/elsewhere/mandates';
const stranger = crypto.randomUUID();
const get = (url: string): Request => ({ url });
const post = (url: string, body?: unknown, headers = {}): Request => ({ method: 'POST', url, body, headers });
const LATE = { 'if-match': '"999"' };

const NOBODY: PlantedMandate = { id: stranger, in: 'here', provision: stranger, line: 60 };

/** Every mandate, at home and in the other mission; and one that there is not. */
const each =
  (ask: (url: string, mandate: PlantedMandate) => Request[]): Asking =>
  ({ mandates }) =>
    [...mandates, NOBODY].flatMap((mandate) => [
      ...ask(`${HERE}/${mandate.id}`, mandate),
      ...(mandate.in === 'there' ? ask(`${THERE}/${mandate.id}`, mandate) : []),
    ]);

/** A few, others for each who asks. */
const few =
  (ask: (url: string, mandate: PlantedMandate) => Request[]): Asking =>
  (world, by) => {
    const turn = world.watched.findIndex(({ watcher }) => watcher === by.watcher);
    const chosen = world.mandates.filter((_, i) => (i + turn) % 4 === 0);
    return [...chosen, NOBODY].flatMap((mandate) => ask(`${HERE}/${mandate.id}`, mandate));
  };

const text = 'The Security Council,\n\n1. Decides to remain seized of the matter.\n';
const about = (by: Watched) => ({
  ...{ kind: 'other_text', symbol: 'A text', date: '2030-01-01', own: false, level: by.watcher.level },
});
const own = (by: Watched, id: string) => ({ id, text, ...about(by) });
const none = { act: 'correct', codes: [], qualifiers: [] };

/** An id of the other mission is free here, and would be taken. */
const taken = ({ mandates }: World) => mandates.filter((mandate) => mandate.in === 'here').slice(0, 3);

/** Answers that are made from several mandates: now, and as they were at the line of each. */
const answered =
  (path: string, ...queries: string[]): Asking =>
  ({ mandates }) =>
    queries.flatMap((query) => [
      ...[HERE, THERE].map((url) => get(`${url}/${path}?${query}`)),
      ...mandates.slice(0, 6).map(({ line }) => get(`${HERE}/${path}?${query}&asOf=${line}`)),
    ]);

export const MANDATES: Readonly<Record<string, Asking>> = {
  'GET /missions/:mission/mandates/compare': ({ mandates }) =>
    [...mandates, NOBODY].flatMap(({ id }, i) => {
      const other = mandates[(i + 1) % mandates.length]?.id ?? stranger;
      return [HERE, THERE].map((url) => get(`${url}/compare?before=${id}&after=${other}`));
    }),
  'GET /missions/:mission/mandates/years': answered('years', '', 'date=2031-01-01'),
  'GET /missions/:mission/mandates/matrix': answered('matrix', ''),
  'GET /missions/:mission/mandates/theme': answered('theme', '', 'theme=use_of_force'),
  'GET /missions/:mission/mandates/authority': answered(
    'authority',
    'task=CivilianProtection',
    'task=HumanRights&date=2031-01-01',
  ),
  'GET /missions/:mission/papers/card': ({ mandates }) =>
    ['', 'date=2031-01-01', ...mandates.slice(0, 4).map(({ line }) => `asOf=${line}`)].flatMap((query) =>
      ['/missions/test', '/missions/elsewhere'].map((mission) => get(`${mission}/papers/card?${query}`)),
    ),
  'GET /missions/:mission/papers/card/file': () =>
    ['/missions/test', '/missions/elsewhere'].map((mission) => get(`${mission}/papers/card/file?format=docx`)),
  'GET /missions/:mission/mandates/ask': answered('ask', 'sentence=may%20we%20protect%20civilians', 'sentence=hello'),
  'GET /missions/:mission/mandates': ({ mandates }) => [
    ...[get(HERE), get(THERE), get(`${HERE}?asOf=60`)],
    ...mandates.map(({ line }) => get(`${HERE}?asOf=${line}`)),
  ],
  'POST /missions/:mission/mandates': (world, by) => [
    ...taken(world).map(({ id }) => post(HERE, own(by, id))),
    ...[HERE, THERE].map((url) => post(url, own(by, crypto.randomUUID()))),
  ],
  'POST /missions/:mission/mandates/preview': () => [HERE, THERE].map((url) => post(`${url}/preview`, { text })),
  'POST /missions/:mission/mandates/text': () => [HERE, THERE].map((url) => post(`${url}/text`)),
  'GET /missions/:mission/mandates/:id': each((url, { line }) => [get(url), get(`${url}?asOf=${line}`)]),
  'PUT /missions/:mission/mandates/:id': (world, by) =>
    few((url) => [{ method: 'PUT', url, body: about(by), headers: LATE }])(world, by),
  // By the rules that read it last nothing is read again.
  'POST /missions/:mission/mandates/:id/read-again': few((url) => [post(`${url}/read-again`)]),
  'POST /missions/:mission/mandates/:id/withdraw': few((url) => [post(`${url}/withdraw`, { note: 'Why.' }, LATE)]),
  'POST /missions/:mission/mandates/:id/provisions/review': few((url, { provision }) => [
    post(`${url}/provisions/review`, { provisions: [provision, stranger].map((id) => ({ id, version: 999 })) }),
  ]),
  'GET /missions/:mission/mandates/:id/provisions/:provision/versions': each((url, { provision, line }) =>
    ['', `?asOf=${line}`].map((asOf) => get(`${url}/provisions/${provision}/versions${asOf}`)),
  ),
  'POST /missions/:mission/mandates/:id/provisions/:provision/review': few((url, { provision }) =>
    [{ act: 'confirm' }, none].map((body) => post(`${url}/provisions/${provision}/review`, body, LATE)),
  ),
};
