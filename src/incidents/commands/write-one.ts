/** What recording and editing share: separate what may name a survivor, place it, seal, write, tell. */

import { placer } from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { missionOf } from '../../platform/principal.ts';
import { isErased, newSubject, sealFor } from '../../platform/vault/subjects.ts';
import { IncidentInput, type Protected, type Written } from '../contract.ts';
import { filled } from '../place.ts';
import { prepareVersion, type SealedGroup } from '../prepare.ts';
import { accusesOwn, compartmentsFor, compartmentsOfGroups, oddFigures } from '../rules.ts';
import { separate } from '../specialists.ts';
import { readIncident, subjectOf } from '../store/read.ts';
import { toReceipt } from '../store/receipts.ts';
import { insertVersions } from '../store/write.ts';
import { tellChanges } from './tell.ts';

/**
 * @returns the version as its writer sees it; a receipt where it accuses own people and is not theirs to see
 * @throws `above_own_level` when they could not see what they wrote for another reason
 */
export async function writeOne(
  tx: Tx,
  verb: string,
  version: number,
  sent: IncidentInput,
  digest: Buffer,
): Promise<Written> {
  const odd = oddFigures(sent.core);
  if (odd) throw new KingaError('invalid_input', { what: odd });
  const input = checked(separate({ ...sent, core: filled(sent.core, await placer(tx)) }));
  const prepared = prepareVersion(missionOf(tx.who), {
    id: input.id,
    version,
    verb,
    core: input.core,
    account: input.account,
    protected: input.protected && (await sealed(tx, input.id, input.protected)),
    levels: input.levels,
    compartments: compartmentsFor(input),
    groupCompartments: compartmentsOfGroups(input),
    sent: digest,
  });
  const stamp = await insertVersions(tx, [prepared]);
  await tellChanges(tx, stamp, [prepared]);
  const incident = await readIncident(tx, input.id, stamp.first);
  if (incident) return incident;
  if (!accusesOwn(input.core)) throw new KingaError('above_own_level', { what: 'level' });
  return toReceipt({ id: input.id, version, seq: stamp.first, digest: prepared.digest });
}

/** What was set apart came together from several fields: it must be a record still. @throws `invalid_input` */
function checked(input: IncidentInput): IncidentInput {
  const problem = input.core.specialists && IncidentInput.safeParse(input).error?.issues[0];
  if (problem) throw new KingaError('invalid_input', { what: `${problem.path.join('.')}: ${problem.message}` });
  return input;
}

/** People recorded after an erasure are other people's concern: they get a key of their own. */
async function sealed(tx: Tx, id: string, group: Protected): Promise<SealedGroup> {
  const before = await subjectOf(tx, id);
  const subject = before && !(await isErased(tx, before)) ? before : await newSubject(tx);
  return { subject, sealed: await sealFor(tx, subject, group) };
}
