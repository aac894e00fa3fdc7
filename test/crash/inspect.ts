/** Looks at what a killed house kept, from the inside: every record, every version, every line of the ledger. */
import { auditIncidents } from '../../src/incidents/index.ts';
import { readMany } from '../../src/incidents/store/read.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { type Installation, openInstallation } from '../../src/platform/installation.ts';
import { resolveAsOf } from '../../src/platform/ledger/store.ts';
import { verifyLedger } from '../../src/platform/ledger/verify.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { digestOf } from './witness.ts';

const STEP = 500;

/** @param acknowledged digests by id. @param imported rows of all files that were brought. @returns a sentence for each promise that was broken */
export async function inspect(
  dataDir: string,
  who: Principal,
  acknowledged: ReadonlyMap<string, string>,
  imported: number,
): Promise<string[]> {
  const installation = await openInstallation(dataDir);
  try {
    return [
      ...(await lostOrChanged(installation, who, acknowledged)),
      ...(await strangeRows(installation, acknowledged.size, imported)),
      ...(await ledgerFindings(installation)),
    ];
  } finally {
    await installation.close();
  }
}

async function lostOrChanged(
  { db }: Installation,
  who: Principal,
  acknowledged: ReadonlyMap<string, string>,
): Promise<string[]> {
  const sentences: string[] = [];
  const ids = [...acknowledged.keys()];
  for (let from = 0; from < ids.length; from += STEP) {
    const some = ids.slice(from, from + STEP);
    const found = await db.read(who, async (tx) => readMany(tx, some, (await resolveAsOf(tx)).seq));
    const digests = new Map(found.map((incident) => [incident.id, digestOf(incident)]));
    for (const id of some) {
      const digest = digests.get(id);
      if (digest === undefined) sentences.push(`${id}: acknowledged and lost`);
      else if (digest !== acknowledged.get(id)) sentences.push(`${id}: is there with other content than acknowledged`);
    }
  }
  return sentences;
}

/**
 * Everything was acknowledged in the end, once: one row and one ledger line a record, one event (of an import, one a
 * write), and no part alone.
 */
async function strangeRows({ ownerUrl }: Installation, acknowledged: number, imported: number): Promise<string[]> {
  const { rows } = await withOwner(ownerUrl, (owner) =>
    owner.query<{ what: string; found: string; expected: string }>(
      `with counted (what, found, expected) as (values
        ('records', (select count(distinct id) from incidents.core), $1::bigint + $2::bigint),
        ('versions', (select count(*) from incidents.core), $1::bigint + $2::bigint),
        ('records of files', (select count(*) from incidents.core where verb = 'incident.import'), $2::bigint),
        ('versions in two groups that have no core', (select count(*) from (
          select mission, id, version from incidents.account union select mission, id, version from incidents.protected
          except select mission, id, version from incidents.core) lone), 0),
        ('events', (select count(*) from platform.event where name = 'incident.changed'), $1::bigint),
        ('records without an event', (select count(*) from incidents.core c
          where c.verb <> 'incident.import' and not exists (select from platform.event e where e.record = c.id and e.version = c.version)), 0),
        ('ledger lines of records', (select count(*) from platform.ledger where room = 'incidents'), $1::bigint + $2::bigint),
        ('submissions held as conflicts', (select count(*) from incidents.held), 0))
      select * from counted where found <> expected`,
      [acknowledged, imported],
    ),
  );
  return rows.map(({ what, found, expected }) => `${what}: ${found} instead of ${expected}`);
}

async function ledgerFindings({ ownerUrl, keys }: Installation): Promise<string[]> {
  const { findings } = await verifyLedger(ownerUrl, { keys: [keys.ledger], auditors: [auditIncidents] });
  return findings.map((finding) => `ledger: ${finding}`);
}
