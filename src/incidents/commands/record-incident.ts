/**
 * Somebody records what they hold to have happened. The client makes the id: the same content under it again is a
 * success, other content a conflict that is told to the sender alone and kept for a person.
 */
import { placer } from '../../places/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { IncidentInput, Written } from '../contract.ts';
import { filled } from '../place.ts';
import { sentDigest } from '../prepare.ts';
import { separate } from '../specialists.ts';
import { holdConflict } from '../store/held.ts';
import { readVersions, sentUnder } from '../store/read.ts';
import { receiptFor } from '../store/receipts.ts';
import { writeOne } from './write-one.ts';

/**
 * @returns the record as it stands now, or a receipt where it is not for its sender to see; `made` is false when this
 * was a repetition
 */
export async function recordIncident(
  db: Database,
  who: Principal,
  input: IncidentInput,
): Promise<{ incident: Written; made: boolean }> {
  must(who, 'incident.record');
  const digest = sentDigest(db.keys, who.by, input);
  const attempt = () => db.write(who, (tx) => recordOrRepeat(tx, input, digest));
  const taken = (otherwise: () => Promise<Answer>) => (error: unknown) =>
    isUniqueViolation(error) ? otherwise() : Promise.reject(error);
  // Of identical submissions at once all but one lose the race for the id; they look again and find a repetition.
  // Whoever finds nothing then either has met a record that is not theirs to see.
  const answer = await attempt()
    .catch(taken(attempt))
    .catch(taken(() => db.write(who, (tx) => hold(tx, input, digest))));
  if (answer === 'conflict') throw new KingaError('id_conflict');
  return answer;
}

type Answer = { incident: Written; made: boolean } | 'conflict';

async function hold(tx: Tx, input: IncidentInput, digest: Buffer): Promise<Answer> {
  await holdConflict(tx, separate({ ...input, core: filled(input.core, await placer(tx)) }), digest);
  return 'conflict';
}

async function recordOrRepeat(tx: Tx, input: IncidentInput, digest: Buffer): Promise<Answer> {
  // The receipt first: each statement sees what was committed before it, so whatever has one by now and is theirs to see
  // is found by the second look.
  const receipt = await receiptFor(tx, input.id, digest);
  const before = await sentUnder(tx, input.id);
  if (!before) {
    if (receipt) return { incident: receipt, made: false };
    return { incident: await writeOne(tx, 'incident.record', 1, input, digest), made: true };
  }
  if (!before.equals(digest)) return hold(tx, input, digest);
  const incident = (await readVersions(tx, input.id, Number.MAX_SAFE_INTEGER)).at(-1);
  if (!incident) throw new KingaError('not_found');
  return { incident, made: false };
}
