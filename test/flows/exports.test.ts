/** What leaves the house over HTTP: exact, read again by readers that are not ours, taken in again as the same records. */
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Incident, IncidentInput, IncidentList } from '../../src/incidents/contract.ts';
import { EXPORT_COLUMNS, EXPORT_HEADERS } from '../../src/incidents/export-columns.ts';
import { anyInput } from '../../src/incidents/import/incident.test-help.ts';
import { writeMany } from '../../src/incidents/index.ts';
import { openSession } from '../../src/platform/accounts/commands/sign-in.ts';
import { COOKIE } from '../../src/platform/accounts/gatekeeper.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { API } from '../../src/platform/http/server.ts';
import { canonical } from '../../src/platform/ledger/line.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { COMPARTMENTS } from '../../src/vocabulary/codes.ts';
import { plainText } from '../fuzz/cells.ts';
import { incidentInput } from '../support/incidents.ts';
import type { Ask } from '../support/served.ts';
import { at, bring, type Flow, get, openFlow, wholeList } from './flow.ts';

const FULL = { level: 'strictly_confidential', compartments: [...COMPARTMENTS] } as const;

let flow: Flow;
let who: Principal;
let ask: Ask;
let known: Map<string, Incident>;

beforeAll(async () => {
  flow = await openFlow();
  who = await flow.house.member(['analyst', 'human_rights_officer'], { ...FULL, compartments: [...FULL.compartments] });
  ask = await flow.as(who);
  await record(fc.sample(anyInput, { seed: 5, numRuns: 60 }));
  known = new Map();
  for (const { id } of await wholeList<{ id: string }>(ask)) known.set(id, await get(ask, `incidents/${id}`));
  expect(known.size).toBe(60);
}, 120_000);
afterAll(() => flow.close());

const record = (inputs: readonly IncidentInput[]) =>
  flow.house.db.write(who, (tx) =>
    writeMany(
      tx,
      inputs.map((input) => ({ verb: 'incident.record', input })),
    ),
  );
const out = async (format: string, rest = '') => (await ask(at(`incidents/export?format=${format}${rest}`))).rawPayload;

const cellsOf = (incident: Incident) =>
  EXPORT_COLUMNS.map(({ name, of }) => ({ name, cell: of(incident) })).filter(
    ({ cell }) => cell !== null && cell !== '',
  );
/** Lists are JSON, in whatever order of names. */
const asSaid = (name: string, cell: unknown) =>
  name.startsWith('kinga_') && /^[[{]/.test(String(cell)) ? canonical(JSON.parse(String(cell))) : cell;
/** Text that a table may guard with an apostrophe. */
const told = (name: string, cell: string | undefined, sent: string | number | null) =>
  cell === `'${sent}` || asSaid(name, cell) === String(asSaid(name, sent));

it('CSV and HXL hold every record whole, for any reader', async () => {
  for (const format of ['csv', 'hxl']) {
    const rows = parse(await out(format), { bom: true, columns: true }) as Record<string, string>[];
    if (format === 'hxl') expect(rows.shift()).toMatchObject({ kinga_id: '#event+id', latitude: '#geo+lat' });
    expect(new Set(rows.map((row) => row.kinga_id))).toEqual(new Set(known.keys()));
    for (const row of rows) {
      const wrong = cellsOf(known.get(row.kinga_id ?? '') as Incident).filter(
        ({ name, cell }) => !told(name, row[name], cell),
      );
      expect(wrong).toEqual([]);
    }
  }
}, 120_000);

it('GeoJSON and the workbook hold every record whole, for any reader', async () => {
  const { features } = JSON.parse(String(await out('geojson'))) as {
    features: { geometry: { coordinates: unknown } | null; properties: Record<string, unknown> }[];
  };
  expect(features).toHaveLength(known.size);
  for (const { geometry, properties } of features) {
    const incident = known.get(String(properties.kinga_id)) as Incident;
    expect(geometry?.coordinates ?? null).toEqual(incident.core.where.point);
    for (const { name, cell } of cellsOf(incident)) expect(asSaid(name, properties[name])).toBe(asSaid(name, cell));
  }
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await out('xlsx')) as never);
  const sheet = book.worksheets[0];
  expect(sheet?.rowCount).toBe(known.size + 1);
  sheet?.eachRow((row, n) => {
    const value = (name: string) => row.getCell(EXPORT_HEADERS.indexOf(name) + 1).value;
    if (n === 1) return;
    const incident = known.get(String(value('kinga_id'))) as Incident;
    for (const { name, cell } of cellsOf(incident))
      expect(asSaid(name, plainText(value(name)))).toBe(asSaid(name, cell));
  });
}, 120_000);

it('a CSV at full access comes home without changing anything, and makes the same records elsewhere', async () => {
  const csv = await out('csv');
  const home = await bring(ask, 'home.csv', csv);
  expect(home.preview.schema).toBe('kinga');
  expect(home.result).toMatchObject({ read: 60, added: 0, changed: 0, unchanged: 60, refused: 0 });
  expect(Object.keys(home.result.warnings).filter((sentence) => /group|differs/.test(sentence))).toEqual([]);

  const other = await openFlow();
  try {
    const there = await other.as(
      await other.house.member(['analyst', 'human_rights_officer'], { ...FULL, compartments: [...FULL.compartments] }),
    );
    expect((await bring(there, 'away.csv', csv)).result).toMatchObject({ read: 60, added: 60, refused: 0 });
    for (const [id, { core, account, protected: names, levels, compartments }] of known)
      expect(await get(there, `incidents/${id}`)).toMatchObject({
        ...{ core, levels, compartments },
        ...(account && { account }),
        ...(names && { protected: names }),
      });
  } finally {
    await other.close();
  }
}, 120_000);

it('a name that somebody corrected in the file is a change, and the rest of the file is none', async () => {
  const [, named] = [...known].find(([, i]) => (i.protected?.people.length ?? 0) > 0) ?? [];
  const people = JSON.stringify([{ name: 'Amina Corrected', role: 'witness', note: null }]);
  const rows = parse(await out('csv'), { bom: true }) as string[][];
  const column = EXPORT_HEADERS.indexOf('kinga_people');
  for (const row of rows) if (row[0] === named?.id) row[column] = people;
  const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  expect((await bring(ask, 'corrected.csv', text)).result).toMatchObject({ changed: 1, unchanged: 59 });
  expect((await get<Incident>(ask, `incidents/${named?.id}`)).protected?.people[0]?.name).toBe('Amina Corrected');
}, 120_000);

it('each way out is a line in the ledger before the first byte, also of what has no rows', async () => {
  const lines = () =>
    withOwner(flow.house.ownerUrl, async (owner) => {
      const { rows } = await owner.query(
        `select l.by, a.content from platform.ledger l join platform.act a using (seq) where l.verb = 'incidents.export' order by seq`,
      );
      return rows as { by: string; content: string }[];
    });
  const before = (await lines()).length;
  await out('csv', '&country=XXX');
  await out('geojson', '&q=zorvak');
  const added = (await lines()).slice(before);
  expect(added.map(({ by }) => by)).toEqual([who.by, who.by]);
  expect(added.map(({ content }) => JSON.parse(content))).toMatchObject([
    { format: 'csv', filter: { country: 'XXX' } },
    { format: 'geojson', filter: { q: 'zorvak' } },
  ]);
}, 120_000);

it('is of one ledger line from the first page to the last, whatever is written meanwhile', async () => {
  const before = (await get<IncidentList>(ask, 'incidents?limit=1')).asOf.seq;
  const ids = (csv: Buffer) =>
    (parse(csv, { bom: true, columns: true }) as Record<string, string>[]).map((row) => row.kinga_id);
  const more = Array.from({ length: 1200 }, (_, n) => incidentInput({ place: `Later ${n}`, day: '2031-01-01' }));
  const [then, now] = await Promise.all([out('csv', `&asOf=${before}`), record(more).then(() => out('csv'))]);
  expect(ids(then).toSorted()).toEqual([...known.keys()].toSorted());
  expect(ids(now)).toHaveLength(known.size + 1200);
  expect(new Set(ids(now)).size).toBe(known.size + 1200);
}, 120_000);

it('a reader who hangs up in the middle leaves nothing open', async () => {
  const { app } = flow.served;
  await app.listen({ port: 0, host: '127.0.0.1' });
  const port = (app.server.address() as { port: number }).port;
  const cookie = `${COOKIE}=${(await openSession(flow.house.db, who.person ?? '', 'test')).token}`;
  const hangUp = () =>
    new Promise<void>((resolve, reject) => {
      const asking = request(
        { port, host: '127.0.0.1', path: `${API}${at('incidents/export?format=csv')}`, headers: { cookie } },
        (answer) => {
          if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}`));
          answer.once('data', () => {
            answer.destroy();
            resolve();
          });
        },
      );
      asking.on('error', reject);
      asking.end();
    });
  // More than the house has connections: were one kept, the last would wait for ever.
  await Promise.all(Array.from({ length: 14 }, hangUp));
  expect((await get<IncidentList>(ask, 'incidents?limit=1')).items).toHaveLength(1);
  const open = () =>
    withOwner(flow.house.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ n: string }>(
        `select count(*) as n from pg_stat_activity where datname = current_database() and application_name = 'kinga'
          and state <> 'idle'`,
      );
      return Number(rows[0]?.n);
    });
  while ((await open()) > 0) await sleep(20);
}, 120_000);
