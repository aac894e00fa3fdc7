/**
 * A person has what names them erased: the key of the record's protected group is destroyed for every version at once,
 * and a tombstone stays in the ledger. The caller then has the key's old page rewritten (`platform/vault/scrub`).
 */
import type { Database } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { must, type Principal } from '../../platform/principal.ts';
import { destroySubject } from '../../platform/vault/subjects.ts';
import { heldSubjects } from '../store/held.ts';
import { subjectOf } from '../store/read.ts';

/** @returns the erased subjects, for the erasure list that is kept outside backups */
export async function erasePeople(db: Database, who: Principal, id: string, reason: string): Promise<string[]> {
  must(who, 'incident.erase');
  return db.write(who, async (tx) => {
    const recorded = await subjectOf(tx, id);
    const subjects = [...(recorded ? [recorded] : []), ...(await heldSubjects(tx, id))];
    if (subjects.length === 0) throw new KingaError('not_found');
    for (const subject of subjects) {
      await destroySubject(tx, subject);
      const content = { incident: id, reason };
      await recordAct(tx, { verb: 'incident.erase', room: 'incidents.erasure', record: subject, content });
    }
    return subjects;
  });
}
