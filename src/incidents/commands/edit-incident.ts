/** Somebody corrects a record: a new version, on top of the one they looked at. Sent twice, it is one version. */
import type { Database } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { Core, Incident, IncidentInput } from '../contract.ts';
import { sentDigest } from '../prepare.ts';
import { readCurrent, readIncident } from '../store/read.ts';
import { writeOne } from './write-one.ts';

/**
 * @param basedOn the version the person looked at (`If-Match`)
 * @throws `version_conflict` when somebody was quicker, `not_found` when the asker sees no such record
 */
export async function editIncident(
  db: Database,
  who: Principal,
  input: IncidentInput,
  basedOn: number,
): Promise<Incident> {
  must(who, 'incident.edit');
  const digest = sentDigest(`${who.by}:${basedOn}`, input);
  const attempt = () =>
    db.write(who, async (tx) => {
      const current = (await readCurrent(tx, [input.id])).get(input.id);
      if (!current) throw new KingaError('not_found');
      if (current.sent.equals(digest)) return (await readIncident(tx, input.id, Number.MAX_SAFE_INTEGER)) ?? gone();
      if (current.version !== basedOn)
        throw new KingaError('version_conflict', { yours: basedOn, current: current.version });
      const held = JSON.parse(current.body) as Core;
      // Statuses have owners and verbs of their own, and where a record came from is not for editing.
      const core = { ...input.core, operational: held.operational, humanRights: held.humanRights, origin: held.origin };
      return writeOne(tx, 'incident.edit', basedOn + 1, { ...input, core }, digest);
    });
  return attempt().catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)));
}

function gone(): never {
  throw new KingaError('not_found');
}
