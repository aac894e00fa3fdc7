/** Numbers leak too: whatever is counted for somebody must be what they can list, one by one. */
import { EXPORT_HEADERS } from '../../src/incidents/export-columns.ts';
import type { Ask } from '../support/served.ts';
import { filters } from './asks.ts';
import { lists } from './plant-records.ts';
import { tileFeatures } from './texts.ts';
import { may } from './watchers.ts';
import type { Watched, World } from './world.ts';

interface Row {
  id: string;
  point: [number, number] | null;
  killedCivilians: { best: number | null };
}
interface Counted {
  incidents: number;
  killed: number;
}

const LIST = '/missions/test/incidents';
/** A word that nobody planted. */
const NONSENSE = 'zqzzzzzzq';

/** @returns a sentence for each number that is not what the list says */
export async function miscounted(world: World): Promise<string[]> {
  const wrong: string[] = [];
  for (const by of world.watched.filter(({ watcher }) => watcher.in === 'here' && may(watcher, 'incident.read'))) {
    const say = (what: string) => wrong.push(`${by.watcher.name}: ${what}`);
    const shown = new Set((await allPages(by.ask, '')).map((row) => row.id));
    const expected = world.records.filter((record) => lists(by.watcher, record));
    for (const { id, what } of expected) if (!shown.has(id)) say(`does not see “${what}”`);
    if (shown.size !== expected.length) say(`lists ${shown.size} records and may see ${expected.length}`);
    // Half of the filters for each; the one after has the other half.
    const turn = world.watched.indexOf(by);
    const half = filters(world, by, 2).filter((_, i) => (i + turn) % 2 === 0);
    for (const filter of ['', ...half]) await compare(by.ask, filter, say);
    await compareSearches(world, by, say);
    if (may(by.watcher, 'incident.export')) await compareExport(by.ask, shown.size, say);
  }
  return wrong;
}

async function allPages(ask: Ask, filter: string): Promise<Row[]> {
  const rows: Row[] = [];
  // Small pages where it is about the marks between them.
  for (let cursor = `limit=${filter === '' ? 9 : 200}`; ; ) {
    const { items, next } = (await ask(`${LIST}?${filter}&${cursor}`)).json() as { items: Row[]; next: string | null };
    rows.push(...items);
    if (!next) return rows;
    cursor = `limit=9&cursor=${next}`;
  }
}

async function compare(ask: Ask, filter: string, say: (what: string) => void): Promise<void> {
  const rows = await allPages(ask, filter);
  const sum = (all: readonly Row[]): Counted => ({
    incidents: all.length,
    killed: all.reduce((n, row) => n + (row.killedCivilians.best ?? 0), 0),
  });
  const same = (what: string, counted: Counted, listed: Counted) => {
    if (counted.incidents !== listed.incidents || counted.killed !== listed.killed)
      say(`${what} of “${filter}” counts ${JSON.stringify(counted)} of ${JSON.stringify(listed)}`);
  };
  const add = (all: readonly { incidents: number; killedCivilians: number }[]): Counted => ({
    incidents: all.reduce((n, row) => n + row.incidents, 0),
    killed: all.reduce((n, row) => n + row.killedCivilians, 0),
  });
  same('the summary', add((await ask(`${LIST}/summary?${filter}`)).json().rows), sum(rows));
  same('the time bar', add((await ask(`${LIST}/timeline?${filter}`)).json().bins), sum(rows));
  // A tile has its own frame and takes no other.
  if (filter.includes('bbox')) return;
  const features = tileFeatures((await ask(`${LIST}/tiles/0/0/0.mvt?${filter}`)).rawPayload);
  const clusters = features.map(({ n, civilians }) => ({ incidents: Number(n), killedCivilians: Number(civilians) }));
  same('the map', add(clusters), sum(rows.filter((row) => row.point)));
}

/** A hidden word is answered as a word that is nowhere: the same words back, the same headers, nothing kept longer. */
async function compareSearches({ canaries }: World, { watcher, ask }: Watched, say: (what: string) => void) {
  const hidden = canaries.all().filter((canary) => / of “/.test(canary.what) && !canary.sees(watcher));
  const chosen = hidden.filter((_, i) => i % Math.ceil(hidden.length / 4) === 0);
  for (const { word, what } of chosen) {
    for (const url of [`${LIST}?q=`, `${LIST}?actor=`, `${LIST}?tag=`, `${LIST}/summary?q=`, `${LIST}/timeline?q=`]) {
      const [found, nothing] = [await ask(url + word), await ask(url + NONSENSE)];
      if (found.body !== nothing.body) say(`searching for ${what} at ${url} is answered otherwise than nonsense`);
      const headers = (answer: typeof found) => Object.keys(answer.headers).sort().join();
      if (headers(found) !== headers(nothing) || found.headers.etag?.length !== nothing.headers.etag?.length)
        say(`searching for ${what} at ${url} has other headers than nonsense`);
    }
  }
}

async function compareExport(ask: Ask, expected: number, say: (what: string) => void): Promise<void> {
  const features = (await ask(`${LIST}/export?format=geojson`)).json().features as unknown[];
  if (features.length !== expected) say(`exports ${features.length} of ${expected} records as GeoJSON`);
  const lines = (await ask(`${LIST}/export?format=csv`)).body.trim().split(/\r?\n/);
  if (lines.length !== expected + 1 || !lines[0]?.includes(EXPORT_HEADERS[0] ?? ''))
    say(`exports ${lines.length - 1} of ${expected} records as CSV`);
}
