/**
 * How each address is asked. An address of the house that is not here fails the build: whoever adds one says here how
 * somebody who must not would try to learn from it.
 */
import type { Request } from '../support/served.ts';
import { MANDATES } from './asks-mandates.ts';
import { SEES_ALL } from './watchers.ts';
import type { Asking, Watched, World } from './world.ts';

const HERE = '/missions/test';
const PASSPHRASE = 'not the passphrase of anybody';
const FORM = 'multipart/form-data; boundary=form';

const get = (url: string): Request => ({ url });
const post = (url: string, body?: unknown, headers = {}): Request => ({ method: 'POST', url, body, headers });
const put = (url: string, body: unknown, headers = {}): Request => ({ method: 'PUT', url, body, headers });
const del = (url: string): Request => ({ method: 'DELETE', url });

const fixed =
  (...requests: Request[]): Asking =>
  () =>
    requests;
/** In the mission, and in one where most who ask are not. */
const both = (url: string) => [get(`${HERE}${url}`), get(`/missions/elsewhere${url}`)];
const stranger = crypto.randomUUID();

const upload = (text: string, name = 'table.csv') => ({
  body: `--form\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--form--\r\n`,
  headers: { 'content-type': FORM },
});

/** Words that this person must not see, of as many kinds as there are: what a curious person would search for. */
function hiddenWords({ canaries, watched }: World, { watcher }: Watched, most: number): string[] {
  const hidden = canaries.all().filter((canary) => / of “/.test(canary.what) && !canary.sees(watcher));
  const turn = watched.findIndex((w) => w.watcher === watcher);
  const step = Math.max(1, Math.floor(hidden.length / most));
  return hidden
    .filter((_, i) => (i + turn) % step === 0)
    .slice(0, most)
    .map((canary) => canary.word);
}

/** Every way to narrow records down, hidden words among them. */
export function filters(world: World, by: Watched, most = 6): string[] {
  const [first = 'zq000000q', ...more] = hiddenWords(world, by, most);
  return [
    ...['', 'kinds=incident', 'types=attack_on_civilians,sexual_violence', 'datasets=own', 'datasets=outside-set'],
    ...['operational=unconfirmed', 'humanRights=not_examined', 'adm1=TM01', 'adm1=TM02', 'country=CAF', 'minKilled=20'],
    ...['civiliansOnly=true', 'from=2030-06-01&to=2030-09-30', 'bbox=20,6,21,7', 'bbox=21.2,6,-170,7'],
    ...[`tag=${first}`, `actor=${first}`, `adm1=${first}`, `asOf=60`, `q=${first} or attack`],
    ...more.flatMap((word) => [`q=${word}`, `actor=${word}`]),
  ];
}

const list = `${HERE}/incidents`;
const narrowed =
  (url: string, most?: number): Asking =>
  (world, by) => [
    ...filters(world, by, most).map((filter) => get(`${list}${url}?${filter}`)),
    get(`/missions/elsewhere/incidents${url}`),
  ];
const records = ({ records: all }: World) => all.map(({ id }) => id);
/** One's place in the line of those who ask: what is too much for each is shared out among all. */
const turnOf = ({ watched }: World, { watcher }: Watched) => watched.findIndex((w) => w.watcher === watcher);
/** Of every kind of record some, others for each who asks; and one that there is not. */
const some = (world: World, by: Watched) => [
  ...records(world).filter((_, i, all) => (i + turnOf(world, by)) % (i < all.length - SPECIAL ? 12 : 2) === 0),
  stranger,
];
/** The last ones planted are each of a kind of their own. */
const SPECIAL = 10;
const elsewhere = ({ records: all }: World, id: string) => all.some((r) => r.id === id && r.groups.core.in === 'there');
/** One's own run and a third of the others'; who sees all asks for all. */
const someRuns =
  (url: string, request: (url: string) => Request): Asking =>
  (world, by) => {
    const chosen = world.runs.filter(
      (run, i) => run.by === by.watcher || by.watcher === SEES_ALL || (i + turnOf(world, by)) % 3 === 0,
    );
    return [...chosen, { id: stranger, by: null }].flatMap(({ id, by: maker }) => {
      const there = request(`/missions/elsewhere${url.replace(':id', id)}`);
      return [request(`${HERE}${url.replace(':id', id)}`), ...(maker?.in === 'there' ? [there] : [])];
    });
  };

/** A plausible record of one's own, without any canary, at one's own level. */
function ownRecord({ watcher }: Watched, id: string) {
  const when = { from: '2031-02-01', to: '2031-02-01', precision: 'day' };
  const where = { point: [20.4, 6.4], precision: 'near', name: 'A village' };
  const { level } = watcher;
  return {
    id,
    core: { kind: 'observation', type: 'rumour', when, where },
    account: { narrative: 'Somebody heard something.' },
    levels: { core: level, account: level, protected: level },
  };
}

export const ASKS: Readonly<Record<string, Asking | 'live'>> = {
  'GET /setup': fixed(get('/setup')),
  'POST /setup': fixed(
    post('/setup', {
      ...{ token: 'a'.repeat(43), name: 'A', email: 'a@example.org', passphrase: PASSPHRASE },
      ...{ missionName: 'A', missionSlug: 'test', framework: 'civilian_unarmed', timeZone: 'UTC' },
    }),
  ),
  'POST /session': ({ canaries }, { watcher }) =>
    watcher.in !== 'nowhere'
      ? []
      : canaries
          .all()
          .filter((c) => c.what.startsWith('the address of'))
          .slice(0, 3)
          .map((c) => post('/session', { email: `${c.word}@example.org`, passphrase: PASSPHRASE })),
  'POST /session/link': fixed(post('/session/link', { token: 'a'.repeat(43) })),
  'GET /session': fixed(get('/session'), get('/session?mission=test'), get('/session?mission=elsewhere')),
  // Whoever asks goes on asking afterwards; nobody has nothing to lose.
  'DELETE /session': (_, { who }) => (who ? [] : [del('/session')]),
  'GET /sessions': fixed(get('/sessions')),
  'DELETE /sessions/:id': fixed(del(`/sessions/${stranger}`)),
  'POST /totp/offer': fixed(post('/totp/offer')),
  'POST /totp': fixed(post('/totp', { secret: 'GEZDGNBVGY3TQOJQ'.repeat(2), code: 'abcdef', passphrase: PASSPHRASE })),
  'POST /totp/off': (_, { watcher }) => (watcher.scopes ? [post('/totp/off', { passphrase: PASSPHRASE })] : []),
  'POST /passphrase': (_, { watcher }) =>
    watcher.scopes ? [post('/passphrase', { current: PASSPHRASE, next: PASSPHRASE })] : [],
  'POST /invitations/accept': fixed(
    post('/invitations/accept', { token: 'a'.repeat(43), name: 'A', email: 'a@example.org', passphrase: PASSPHRASE }),
  ),

  'POST /invitations/join': fixed(post('/invitations/join', { token: 'a'.repeat(43) })),

  'GET /missions/:mission/roles': fixed(...both('/roles')),
  'GET /missions/:mission/people': fixed(...both('/people')),
  'PUT /missions/:mission/people/:id': ({ elsewhere }) =>
    [elsewhere.person, stranger].map((id) =>
      put(`${HERE}/people/${id}`, { roles: ['reader'], level: 'public', compartments: [], areas: null }),
    ),
  'DELETE /missions/:mission/people/:id': ({ elsewhere }) => [del(`${HERE}/people/${elsewhere.person}`)],
  'DELETE /missions/:mission/people/:id/sessions': ({ elsewhere }) => [
    del(`${HERE}/people/${elsewhere.person}/sessions`),
  ],
  'GET /missions/:mission/invitations': fixed(...both('/invitations')),
  'POST /missions/:mission/invitations': fixed(
    post(`${HERE}/invitations`, { roles: ['reader'], level: 'public', compartments: [], areas: null }),
  ),
  'GET /missions/:mission/tokens': fixed(...both('/tokens')),
  'POST /missions/:mission/tokens': fixed(post(`${HERE}/tokens`, { name: 'a program', scopes: ['incident.read'] })),
  'DELETE /missions/:mission/invitations/:id': fixed(
    del(`${HERE}/invitations/${stranger}`),
    del(`/missions/elsewhere/invitations/${stranger}`),
  ),
  'DELETE /missions/:mission/tokens/:id': ({ elsewhere }) => [
    del(`${HERE}/tokens/${stranger}`),
    del(`${HERE}/tokens/${elsewhere.invitation}`),
  ],

  'GET /vocabulary': fixed(get('/vocabulary')),
  'GET /vocabulary/fields': fixed(get('/vocabulary/fields')),
  'GET /missions/:mission': fixed(...both('')),
  'PATCH /missions/:mission': fixed({ method: 'PATCH', url: HERE, body: { basedOn: 999_999, timeZone: 'UTC' } }),
  'POST /missions/:mission/compartments': fixed(
    post(`${HERE}/compartments`, { code: 'civilian', labels: { en: 'A', fr: 'A', ar: 'A' } }),
  ),

  'GET /missions/:mission/ledger': (world, by) => [
    ...both('/ledger?limit=500'),
    get(`${HERE}/ledger?before=30&limit=5`),
    ...some(world, by).map((id) => get(`${HERE}/ledger?record=${id}`)),
  ],
  'GET /missions/:mission/ledger/deliveries': fixed(...both('/ledger/deliveries')),
  'POST /missions/:mission/ledger/checkpoint': fixed(post(`${HERE}/ledger/checkpoint`)),
  'GET /missions/:mission/ledger/proof/:seq': fixed(
    get(`${HERE}/ledger/proof/1`),
    get(`${HERE}/ledger/proof/50`),
    get(`${HERE}/ledger/proof/999999`),
  ),
  'POST /missions/:mission/ledger/verify': (_, { watcher }) =>
    // One run is enough for all.
    watcher.name === 'analyst' || watcher.name === 'nobody' ? [post(`${HERE}/ledger/verify`, {})] : [],

  'GET /missions/:mission/jobs': fixed(...both('/jobs')),
  'GET /missions/:mission/jobs/:id': someRuns('/jobs/:id', get),
  'POST /missions/:mission/jobs/:id/cancel': someRuns('/jobs/:id/cancel', (url) => post(url)),
  'GET /missions/:mission/events': 'live',

  'GET /missions/:mission/notices': fixed(...both('/notices'), get(`${HERE}/notices?limit=2`)),
  'GET /missions/:mission/notices/unread': fixed(...both('/notices/unread')),
  // Up to the beginning: what waits goes on waiting.
  'POST /missions/:mission/notices/read': fixed(
    ...[HERE, '/missions/elsewhere'].map((mission) => post(`${mission}/notices/read`, { upTo: 0 })),
  ),

  'GET /missions/:mission/basemap': fixed(...both('/basemap')),
  'GET /missions/:mission/areas': fixed(...both('/areas?level=1'), get(`${HERE}/areas?level=0`)),
  'GET /missions/:mission/places': ({ canaries }) => {
    const places = canaries.all().filter((c) => /^(a village|a town|the name of TM01) there/.test(c.what));
    return [
      ...places.map(({ word }) => get(`${HERE}/places?q=${word}`)),
      ...['zq', 'zq0000', '20.5,6.5', 'TM01'].flatMap((q) => both(`/places?q=${q}&limit=50`)),
    ];
  },
  'GET /missions/:mission/mgrs': fixed(...both('/mgrs?lon=20.5&lat=6.5'), get(`${HERE}/mgrs?text=34NHK`)),
  'GET /missions/:mission/boundary-sets': fixed(...both('/boundary-sets')),
  'POST /missions/:mission/boundary-sets': fixed(post(`${HERE}/boundary-sets`, upload('{}').body, upload('').headers)),
  'POST /missions/:mission/boundary-sets/:id/activate': ({ elsewhere }) =>
    [elsewhere.boundaries, stranger].map((id) => post(`${HERE}/boundary-sets/${id}/activate`)),
  'GET /missions/:mission/gazetteers': fixed(...both('/gazetteers')),
  'POST /missions/:mission/gazetteers': fixed(post(`${HERE}/gazetteers`, '--form--\r\n', { 'content-type': FORM })),

  'POST /missions/:mission/imports': ({ headings }) => {
    const { body, headers } = upload(`${headings}\n1,a,b\n`);
    return [HERE, '/missions/elsewhere'].map((mission) => post(`${mission}/imports`, body, headers));
  },
  'GET /missions/:mission/imports/:id': ({ upload: id }) =>
    [id, stranger].flatMap((one) => both(`/imports/${one}?sheet=S`)),
  'POST /missions/:mission/imports/:id/form': ({ upload: id, headings }) => {
    const { body, headers } = upload(`${headings}\n1,a,b\n`);
    return [id, stranger].flatMap((one) =>
      [HERE, '/missions/elsewhere'].map((mission) => post(`${mission}/imports/${one}/form`, body, headers)),
    );
  },
  'POST /missions/:mission/imports/:id/look': ({ upload: id }) =>
    [id, stranger].flatMap((one) =>
      [HERE, '/missions/elsewhere'].map((mission) => post(`${mission}/imports/${one}/look`, { schema: 'generic' })),
    ),
  'POST /missions/:mission/imports/:id/run': ({ upload: id }) => [
    // The one who brought it would really import it.
    post(`${HERE}/imports/${stranger}/run`, { dryRun: true }),
    ...[id].map((theirs) => post(`/missions/elsewhere/imports/${theirs}/run`, { dryRun: true })),
  ],
  // A run of the asker's own would really be taken back, so theirs are asked for in the other mission only.
  'POST /missions/:mission/imports/:id/withdraw': (world, { watcher }) => [
    post(`${HERE}/imports/${stranger}/withdraw`),
    ...world.runs
      .filter(({ by }) => by !== watcher)
      .map(({ id }) => post(`/missions/elsewhere/imports/${id}/withdraw`)),
  ],
  'GET /missions/:mission/imports/:id/refused': someRuns('/imports/:id/refused', get),

  'GET /missions/:mission/incidents': (world, by) => [
    ...narrowed('')(world, by),
    ...['oldest', 'killed', 'recorded'].map((sort) => get(`${list}?sort=${sort}&limit=3`)),
    get(`${list}?limit=200`),
  ],
  'GET /missions/:mission/incidents/summary': narrowed('/summary', 2),
  'GET /missions/:mission/incidents/timeline': narrowed('/timeline', 2),
  'GET /missions/:mission/incidents/coverage': fixed(
    ...both('/incidents/coverage?to=2030-09-30'),
    get(`${list}/coverage?to=2030-09-30&from=2030-06-01&datasets=own`),
    get(`${list}/coverage?to=2030-09-30&asOf=60`),
  ),
  'GET /missions/:mission/incidents/tiles/:z/:x/:y': (world, by) => [
    ...narrowed('/tiles/0/0/0.mvt', 2)(world, by),
    get(`${list}/tiles/8/142/123.mvt`),
    get(`${list}/tiles/0/9/9.mvt`),
  ],
  'GET /missions/:mission/incidents/export': (world, by) => [
    ...['csv', 'xlsx', 'geojson', 'hxl'].map((format) => get(`${list}/export?format=${format}`)),
    ...hiddenWords(world, by, 2).map((word) => get(`${list}/export?format=csv&q=${word}`)),
    get('/missions/elsewhere/incidents/export?format=csv'),
  ],
  'GET /missions/:mission/incidents/held': fixed(...both('/incidents/held?limit=200')),
  'GET /missions/:mission/incidents/:id': (world, by) => [
    ...[...records(world), stranger].map((id) => get(`${list}/${id}`)),
    ...some(world, by).map((id) => get(`${list}/${id}?asOf=60`)),
  ],
  'GET /missions/:mission/incidents/:id/versions': (world, by) =>
    some(world, by).map((id) => get(`${list}/${id}/versions`)),
  'POST /missions/:mission/incidents': (world, by) =>
    // An id of another mission is free here, and would be taken.
    [...some(world, by).filter((id) => !elsewhere(world, id)), crypto.randomUUID()].map((id) =>
      post(list, ownRecord(by, id)),
    ),
  'PUT /missions/:mission/incidents/:id': (world, by) =>
    some(world, by).map((id) => put(`${list}/${id}`, ownRecord(by, id), { 'if-match': '"999"' })),
  'POST /missions/:mission/incidents/:id/confirm': (world, by) =>
    some(world, by).map((id) => post(`${list}/${id}/confirm`, { status: 'confirmed' }, { 'if-match': '"999"' })),
  'POST /missions/:mission/incidents/:id/verify': (world, by) =>
    some(world, by).map((id) => post(`${list}/${id}/verify`, { status: 'allegation' }, { 'if-match': '"999"' })),
  // Only what was erased already: who may erase would really do it.
  'POST /missions/:mission/incidents/:id/erase': (world) =>
    [...world.records.filter((r) => r.what === 'erased').map(({ id }) => id), stranger].map((id) =>
      post(`${list}/${id}/erase`, { reason: 'asked by the person' }),
    ),

  // A filter that is nowhere, and records on a version that there is not.
  'POST /missions/:mission/incidents/bulk': (world, by) => {
    const chosen = some(world, by).map((id) => ({ id, version: 999 }));
    const changes = [
      { act: 'tag', add: ['seen'] },
      { act: 'status', status: 'disproved' },
      { act: 'close', levels: { core: 'strictly_confidential' }, compartments: ['civilian'] },
    ];
    return [HERE, '/missions/elsewhere'].flatMap((mission) => [
      ...changes.map((change) => post(`${mission}/incidents/bulk`, { records: chosen, change })),
      post(`${mission}/incidents/bulk`, { filter: { q: 'zqzzzzzzq' }, change: changes[0] }),
    ]);
  },
  'GET /missions/:mission/incidents/:id/comments': (world, by) => [
    ...(by.watcher === SEES_ALL ? records(world) : some(world, by)).flatMap((id) => [
      get(`${list}/${id}/comments`),
      get(`${list}/${id}/comments?limit=1&asOf=70`),
    ]),
    ...records(world)
      .filter((id) => elsewhere(world, id))
      .map((id) => get(`/missions/elsewhere/incidents/${id}/comments`)),
  ],
  'POST /missions/:mission/incidents/:id/comments': (world, by) =>
    some(world, by).flatMap((id) =>
      ['Somebody heard something.', `@[${stranger}] look`, `@[${world.elsewhere.person}] look`].map((text) =>
        post(`${list}/${id}/comments`, { id: crypto.randomUUID(), text }),
      ),
    ),
  'PUT /missions/:mission/incidents/:id/comments/:comment': (world, by) =>
    commentsOn(world, by, (url) => put(url, { text: 'Something else.' }, { 'if-match': '"999"' })),
  'DELETE /missions/:mission/incidents/:id/comments/:comment': (world, by) =>
    commentsOn(world, by, (url) => ({ ...del(url), headers: { 'if-match': '"999"' } })),
  'GET /missions/:mission/incidents/:id/people': (world, by) =>
    some(world, by).map((id) => get(`${list}/${id}/people`)),
  'GET /missions/:mission/incidents/:id/assignment': (world, by) =>
    some(world, by).map((id) => get(`${list}/${id}/assignment`)),
  'PUT /missions/:mission/incidents/:id/assignment': (world, by) =>
    some(world, by).map((id) =>
      put(`${list}/${id}/assignment`, { person: world.elsewhere.person }, { 'if-match': '"999"' }),
    ),
  'GET /missions/:mission/incidents/:id/following': (world, by) =>
    some(world, by).map((id) => get(`${list}/${id}/following`)),
  'PUT /missions/:mission/incidents/:id/following': (world, by) =>
    some(world, by).map((id) => put(`${list}/${id}/following`, { following: true })),

  'GET /missions/:mission/views': fixed(...both('/views')),
  'PUT /missions/:mission/views/:id': ({ views }) =>
    [...views, stranger].map((id) =>
      put(`${HERE}/views/${id}`, { name: 'A view', address: '?q=attack' }, { 'if-match': '"999"' }),
    ),
  'DELETE /missions/:mission/views/:id': (_, { watcher }) =>
    // Whose it is would really drop it.
    [stranger].map((id) => del(`/missions/${watcher.in === 'there' ? 'elsewhere' : 'test'}/views/${id}`)),

  ...MANDATES,

  'GET /missions/:mission/papers': fixed(...both('/papers')),
  'GET /missions/:mission/papers/preview': (world, by) => [
    ...['weekly&at=2030-W29', 'daily&at=2030-07-16&maxLevel=public'].flatMap((kind) =>
      both(`/papers/preview?kind=${kind}`),
    ),
    get(`${HERE}/papers/preview?kind=weekly&at=2030-W29&asOf=60`),
    ...some(world, by)
      .slice(-6)
      .map((id) => get(`${HERE}/papers/preview?kind=flash&at=${id}`)),
  ],
  'GET /missions/:mission/papers/preview/file': (world, by) => [
    ...both('/papers/preview/file?kind=weekly&at=2030-W29&format=json'),
    ...some(world, by)
      .slice(0, 2)
      .map((id) => get(`${HERE}/papers/preview/file?kind=flash&at=${id}&format=json`)),
  ],
  'POST /missions/:mission/papers': (world, by) =>
    [HERE, '/missions/elsewhere'].map((mission) =>
      post(`${mission}/papers`, { id: crypto.randomUUID(), kind: 'flash', at: some(world, by)[0], language: 'en' }),
    ),
  'GET /missions/:mission/papers/:id': (world) => papersOf(world, '', get),
  'GET /missions/:mission/papers/:id/versions': (world) => papersOf(world, '/versions', get),
  'GET /missions/:mission/papers/:id/readers': (world) => papersOf(world, '/readers', get),
  'GET /missions/:mission/papers/:id/file': (world) => papersOf(world, '/file?format=json', get),
  'PUT /missions/:mission/papers/:id': (world) =>
    papersOf(world, '', (url) => put(url, { words: { comment: 'Nothing to add.' } }, { 'if-match': '"999"' })),
  'POST /missions/:mission/papers/:id/send': (world) =>
    papersOf(world, '/send', (url) => post(url, { to: [stranger] }, { 'if-match': '"999"' })),
  'GET /missions/:mission/paper-template': fixed(...both('/paper-template')),
  'PUT /missions/:mission/paper-template': fixed(
    put(
      `${HERE}/paper-template`,
      { sections: { flash: ['situation'], daily: ['situation'], weekly: ['situation'] } },
      { 'if-match': '"999"' },
    ),
  ),
};

/** A comment that there is, asked for at its record and at others; and one that there is not. */
const commentsOn = (world: World, by: Watched, request: (url: string) => Request): Request[] =>
  some(world, by).flatMap((id) =>
    [world.comments.get(id) ?? stranger, stranger].map((comment) => request(`${list}/${id}/comments/${comment}`)),
  );

/** Papers that somebody who sees all has kept, and one that there is not. */
const papersOf = ({ papers }: World, rest: string, request: (url: string) => Request): Request[] =>
  [...papers, stranger].flatMap((id) =>
    [HERE, '/missions/elsewhere'].map((mission) => request(`${mission}/papers/${id}${rest}`)),
  );

/** What the house answers besides its routes. */
export const BESIDES = ['//api/v1/openapi.json', '//health', '//api/v1/no-such-address', '//'].map(get);
