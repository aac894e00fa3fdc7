/** Somebody corrects a record: a new version, on top of the one they looked at. Sent twice, it is one version. */
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { levelNumber, must, type Principal } from '../../platform/principal.ts';
import type { Core, IncidentInput, Written } from '../contract.ts';
import { sentDigest } from '../prepare.ts';
import { needsSpecialists } from '../specialists.ts';
import { levelsIn, readCurrent, readIncident, sentUnder } from '../store/read.ts';
import { receiptFor } from '../store/receipts.ts';
import { writeOne } from './write-one.ts';

/**
 * @returns the version as its editor sees it; a receipt where the edit makes it an accusation that is not theirs to see
 * @param basedOn the version the person looked at (`If-Match`)
 * @throws `version_conflict` when somebody was quicker, `not_found` when the asker sees no such record
 */
export async function editIncident(
  db: Database,
  who: Principal,
  input: IncidentInput,
  basedOn: number,
): Promise<Written> {
  must(who, 'incident.edit');
  const digest = sentDigest(db.keys, `${who.by}:${basedOn}`, input);
  const attempt = () =>
    db.write(who, async (tx) => {
      const current = (await readCurrent(tx, [input.id])).get(input.id);
      if (!current) return (await receiptFor(tx, input.id, digest)) ?? gone();
      // Sent again because its answer was lost, it is a success, whoever wrote further versions meanwhile.
      if ((await sentUnder(tx, input.id, basedOn + 1))?.equals(digest))
        return (await readIncident(tx, input.id, Number.MAX_SAFE_INTEGER)) ?? gone();
      if (current.version !== basedOn)
        throw new KingaError('version_conflict', { yours: basedOn, current: current.version });
      const held = JSON.parse(current.body) as Core;
      // Statuses have owners and verbs of their own, and where a record came from is not for editing.
      const core = { ...input.core, operational: held.operational, humanRights: held.humanRights, origin: held.origin };
      // Only who sends the names anew may say that a record is not for specialists any more.
      if (held.specialists && !input.protected) core.specialists = true;
      const groups = await withWhatIsSetApart(tx, { ...input, core }, held, current.envelope);
      return writeOne(tx, 'incident.edit', basedOn + 1, groups, digest);
    });
  return attempt()
    .catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)))
    .catch((error) => (isUniqueViolation(error) ? beyond() : Promise.reject(error)));
}

/**
 * What was open until it turned out to be for specialists must be written anew, to be set apart; and what is set apart
 * from now on comes to what was before, not into its place.
 * @throws `above_own_level` when there may be words that the editor does not see
 */
async function withWhatIsSetApart(tx: Tx, input: IncidentInput, held: Core, envelope: string): Promise<IncidentInput> {
  if (!needsSpecialists(input)) return input;
  const isNew = !needsSpecialists({ core: held, protected: null });
  if (isNew && levelNumber(levelsIn(envelope).levels.account) > levelNumber(tx.who.level)) beyond();
  const before = await readIncident(tx, input.id, Number.MAX_SAFE_INTEGER);
  return {
    ...input,
    account: input.account ?? (isNew ? (before?.account ?? null) : null),
    protected: input.protected ?? before?.protected ?? null,
  };
}

/** A group of fields that the editor does not see is not theirs to replace. */
function beyond(): never {
  throw new KingaError('above_own_level', { what: 'level' });
}

function gone(): never {
  throw new KingaError('not_found');
}
