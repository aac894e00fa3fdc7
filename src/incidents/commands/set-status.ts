/**
 * Two statuses, two owners (PRACTICE §0.8): joint operations confirm, human rights verify. Each step is a version
 * with its reason.
 */
import type { Database } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { HumanRightsStatus, OperationalStatus } from '../../vocabulary/codes.ts';
import type { Core, Incident } from '../contract.ts';
import { HUMAN_RIGHTS_LIFE, OPERATIONAL_LIFE } from '../life/contract.ts';
import { sentDigest } from '../prepare.ts';
import { mayFollow } from '../rules.ts';
import { levelsIn, readCurrent, readIncident, sentUnder } from '../store/read.ts';
import { writeOne } from './write-one.ts';

export interface StatusChange {
  id: string;
  basedOn: number;
  note: string | null;
}

export async function confirmIncident(
  db: Database,
  who: Principal,
  change: StatusChange & { status: OperationalStatus },
): Promise<Incident> {
  must(who, 'incident.confirm');
  return step(db, who, 'incident.confirm', change, (core) => {
    allowed(mayFollow(OPERATIONAL_LIFE, core.operational, change.status), core.operational, change.status);
    return { ...core, operational: change.status };
  });
}

export async function verifyIncident(
  db: Database,
  who: Principal,
  change: StatusChange & { status: HumanRightsStatus },
): Promise<Incident> {
  must(who, 'incident.verify');
  return step(db, who, 'incident.verify', change, (core) => {
    allowed(mayFollow(HUMAN_RIGHTS_LIFE, core.humanRights, change.status), core.humanRights, change.status);
    return { ...core, humanRights: change.status };
  });
}

async function step(
  db: Database,
  who: Principal,
  verb: string,
  { id, basedOn, ...change }: StatusChange & { status: string },
  apply: (core: Core) => Core,
): Promise<Incident> {
  const digest = sentDigest(db.keys, `${who.by}:${basedOn}:${verb}`, { id, ...change });
  const attempt = () =>
    db.write(who, async (tx) => {
      const current = (await readCurrent(tx, [id])).get(id);
      const incident = current && (await readIncident(tx, id, Number.MAX_SAFE_INTEGER));
      if (!incident) throw new KingaError('not_found');
      if ((await sentUnder(tx, id, basedOn + 1))?.equals(digest)) return incident;
      if (current.version !== basedOn)
        throw new KingaError('version_conflict', { yours: basedOn, current: current.version });
      const written = await writeOne(
        tx,
        verb,
        basedOn + 1,
        // Only the core is written anew: whoever sets a status need not see the account.
        {
          id,
          core: { ...apply(incident.core), statusNote: change.note },
          account: null,
          protected: null,
          ...levelsIn(current.envelope),
          compartments: incident.compartments,
        },
        digest,
      );
      // Whoever sees a record sees it after a step of its status too.
      if ('receipt' in written) throw new KingaError('not_found');
      return written;
    });
  // Of two at once one comes too late; it looks again and finds a repetition or a conflict.
  return attempt().catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)));
}

function allowed(ok: boolean, from: string, to: string): void {
  if (!ok) throw new KingaError('state_conflict', { from, to });
}
