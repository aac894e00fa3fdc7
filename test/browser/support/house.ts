/** A whole house behind a real port, with the built pages: in this process, on a database and in a folder of its own. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Loaded, loadDemonstration } from '../../../src/demo/load.ts';
import { SIMULATED_NOW } from '../../../src/demo/tamrin/index.ts';
import { openHouse } from '../../../src/main.ts';
import { makeSetUpToken } from '../../../src/platform/accounts/commands/set-up.ts';
import { type Clock, type ClockSetting, clockFrom, manualClock } from '../../../src/platform/clock.ts';
import { openDatabase } from '../../../src/platform/database/database.ts';
import { type Installation, initialise } from '../../../src/platform/installation.ts';
import { throwAwayKeys } from '../../../src/platform/vault/keys.ts';
import { testDatabase } from '../../support/postgres.ts';
import { keptLog } from '../../support/served.ts';

const PAGES = fileURLToPath(new URL('../../../dist/web', import.meta.url));
/** Many browsers share one address here, and what is tried is not the limit. */
const PER_MINUTE = 100_000;

export interface BrowserHouse {
  /** `http://127.0.0.1:port` */
  address: string;
  installation: Installation;
  /** What the server said of failures of its own. */
  failures(): string[];
  close(): Promise<void>;
}

async function open(
  clockSetting: ClockSetting,
  fill: (installation: Installation) => Promise<void>,
  clock: Clock = clockFrom(clockSetting),
) {
  if (!existsSync(path.join(PAGES, 'index.html')))
    throw new Error('There are no built pages: `npm test` builds them, or `node_modules/.bin/vite build`.');
  const database = await testDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kinga-browser-'));
  const keys = throwAwayKeys();
  await initialise(database.ownerUrl, clockSetting);
  const db = openDatabase({ url: database.appUrl, clock, keys });
  const { ownerUrl } = database;
  const installation: Installation = {
    ...{ dataDir, db, clock, clockSetting, keys, ownerUrl },
    ...{ revive: async () => undefined, close: () => db.close() },
  };
  await fill(installation);
  const { log, logged } = keptLog('error');
  const house = await openHouse(installation, log, { pages: PAGES, perMinute: PER_MINUTE, memoryFrom: 0 });
  const address = await house.app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    installation,
    failures: () => [...logged],
    async close() {
      // Live events and kept connections would hold the door open.
      house.app.server.closeAllConnections();
      await house.close();
      await db.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Nobody and nothing in it, as on the first start. */
export async function emptyHouse(): Promise<BrowserHouse & { setUpLink: string }> {
  const house = await open({ kind: 'system' }, async () => undefined);
  const token = await makeSetUpToken(house.installation.db);
  return { ...house, setUpLink: `${house.address}/setup#${token}` };
}

/** Tamrin in small, on its simulated clock. @param stands the clock stands still, for pictures that are compared */
export async function tamrinHouse(incidents = 140, stands = false): Promise<BrowserHouse & Loaded> {
  let loaded: Loaded | undefined;
  const clock = { kind: 'simulated', real: new Date().toISOString(), simulated: SIMULATED_NOW.toISOString() } as const;
  const house = await open(
    clock,
    async (installation) => {
      loaded = await loadDemonstration(installation, { incidents });
    },
    stands ? manualClock(SIMULATED_NOW) : undefined,
  );
  if (!loaded) throw new Error('Tamrin was not loaded.');
  return { ...house, ...loaded };
}
