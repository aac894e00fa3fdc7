/** What can be asked about in a mission: its places, names, areas, records, days and ledger lines. */
import { tamrin } from '../src/demo/tamrin/index.ts';
import { Rng } from '../src/demo/tamrin/rng.ts';
import type { IncidentList } from '../src/incidents/contract.ts';
import { withOwner } from '../src/platform/database/server-probe.ts';
import type { AskServer } from '../test/support/real-server.ts';

export interface World {
  /** Longitude and latitude. */
  places: readonly (readonly [number, number])[];
  names: readonly string[];
  actors: readonly string[];
  adm1: readonly string[];
  records: readonly string[];
  /** Filters that end in the mark of a later page. */
  pages: readonly Record<string, string>[];
  /** Instants. */
  firstDay: number;
  lastDay: number;
  /** How many lines the ledger has. */
  lines: number;
}

const RECORDS = 400;
const WALKS = 12;
const PAGES_A_WALK = 3;

export async function readWorld(ownerUrl: string, ask: AskServer, below: string, seed: number): Promise<World> {
  const country = tamrin({ seed, incidents: 100 });
  const ids = await withOwner(ownerUrl, (owner) =>
    // Ids are random, so the first of them are a sample.
    owner.query<{ id: string }>(
      'select distinct id from (select id from incidents.core where compartments = 0 order by mission, id limit $1) c',
      [2 * RECORDS],
    ),
  );
  const first = await page(ask, below, { limit: '1', sort: 'oldest' });
  const last = await page(ask, below, { limit: '1' });
  return {
    places: country.places.map(({ lon, lat }) => [lon, lat] as const),
    names: country.places.flatMap(({ names }) => [names.en, names.fr, names.ar]),
    actors: country.actors.map(({ names }) => names.en),
    adm1: country.boundaries.adm1.features.map(({ properties }) => properties.ADM1_PCODE ?? ''),
    records: ids.rows.map(({ id }) => id).toSorted(),
    pages: await laterPages(ask, below, seed),
    firstDay: Date.parse(first.items[0]?.from ?? ''),
    lastDay: Date.parse(last.items[0]?.from ?? ''),
    lines: last.asOf.seq,
  };
}

/** Pages are reached as people reach them: by going on from the first. */
async function laterPages(ask: AskServer, below: string, seed: number): Promise<Record<string, string>[]> {
  const pages: Record<string, string>[] = [];
  for (let walk = 0; walk < WALKS; walk++) {
    const rng = Rng.of(seed, 'pages', walk);
    const filter: Record<string, string> = { sort: rng.pick(['newest', 'oldest', 'killed', 'recorded']) };
    let mark: Record<string, string> = {};
    for (let turn = 0; turn < PAGES_A_WALK; turn++) {
      const { next } = await page(ask, below, { ...filter, ...mark });
      if (!next) break;
      mark = { cursor: next };
      pages.push({ ...filter, ...mark });
    }
  }
  return pages;
}

async function page(ask: AskServer, below: string, filter: Record<string, string>): Promise<IncidentList> {
  const { status, body } = await ask('GET', `${below}?${new URLSearchParams(filter)}`);
  if (status !== 200) throw new Error(`A list was answered with ${status}: ${body}`);
  return JSON.parse(body) as IncidentList;
}
