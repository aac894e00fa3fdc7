/** Somebody is asked to see to a record by a day; whoever has it says when it is done. */
import type { Database } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { emit } from '../../platform/events/outbox.ts';
import { notify } from '../../platform/notices/notify.ts';
import { must, type Principal } from '../../platform/principal.ts';
import { sentDigest } from '../prepare.ts';
import { insertAssignment, readAssignment } from '../store/assignments.ts';
import type { Assignment, AssignmentInput } from '../together/contract.ts';
import { eventScope, mustSee, recordScope } from '../together/people.ts';
import { oneAssignment } from '../together/queries.ts';
import { seesRecord } from '../together/rules.ts';

/**
 * @param basedOn version of the assignment that the person looked at; 0 where there was none
 * @throws `does_not_see_record` naming who is to have it, `version_conflict`
 */
export async function assign(
  db: Database,
  who: Principal,
  record: string,
  input: AssignmentInput,
  basedOn: number,
): Promise<Assignment> {
  must(who, 'incident.comment');
  const sent = sentDigest(db.keys, `${who.by}:${basedOn}`, { record, ...input });
  const attempt = () =>
    db.write(who, async (tx) => {
      const scope = await recordScope(tx, record);
      const current = await readAssignment(tx, record);
      if (current.version === basedOn + 1 && current.sent?.equals(sent)) return oneAssignment(tx, record);
      if (current.version !== basedOn)
        throw new KingaError('version_conflict', { yours: basedOn, current: current.version });
      const { person } = input;
      // Whoever stays on it may have lost sight of it meanwhile: then it can still be said to be done.
      if (person && person !== current.person) await mustSee(tx, [person], scope, seesRecord);
      const stamp = await insertAssignment(tx, record, { ...input, version: basedOn + 1, sent });
      await emit(tx, 'incident.assigned', stamp, [{ room: 'incidents', ...eventScope(tx, record, scope, false) }]);
      if (person && !input.done && (person !== current.person || current.done))
        await notify(tx, stamp, eventScope(tx, record, scope, false), [
          { person, kind: 'assigned', room: 'incidents', record, version: scope.version, seq: stamp.first },
        ]);
      return oneAssignment(tx, record);
    });
  return attempt().catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)));
}
