/**
 * One change to many records. Each is a write of its own, on the version that was looked at: one that is refused leaves
 * the others alone, and sent twice each is changed once.
 */
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { asKnownFailure } from '../../platform/failures.ts';
import { resolveAsOf } from '../../platform/ledger/store.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { Language } from '../../vocabulary/codes.ts';
import { type BulkChange, type BulkInput, type BulkOutcome, MOST_RECORDS } from '../bulk/contract.ts';
import { changed, type RecordChange, VERB_OF } from '../bulk/rules.ts';
import type { IncidentFilter } from '../contract.ts';
import { sentDigest } from '../prepare.ts';
import { readAssignment } from '../store/assignments.ts';
import { chosenBy } from '../store/list.ts';
import { levelsIn, readCurrent, readIncident, sentUnder } from '../store/read.ts';
import { assign } from './assign.ts';
import { writeOne } from './write-one.ts';

export interface Chosen {
  id: string;
  version: number;
}

/** Which records a change is for, each once. @throws `too_many_records` */
export async function chosenRecords(
  db: Database,
  who: Principal,
  { records, filter, change }: BulkInput,
): Promise<Chosen[]> {
  must(who, VERB_OF[change.act]);
  if (records) return [...new Map(records.map((record) => [record.id, record])).values()];
  must(who, 'incident.read');
  const found = await db.read(who, async (tx) =>
    chosenBy(tx, (filter ?? {}) as IncidentFilter, await resolveAsOf(tx), MOST_RECORDS + 1),
  );
  if (found.length > MOST_RECORDS) throw new KingaError('too_many_records', { most: MOST_RECORDS });
  return found;
}

/** @param language of the sentences; @param step is told before each record and may stop by throwing */
export async function editMany(
  db: Database,
  who: Principal,
  records: readonly Chosen[],
  change: BulkChange,
  language: Language,
  step: (done: number) => Promise<void> = async () => undefined,
): Promise<BulkOutcome[]> {
  must(who, VERB_OF[change.act]);
  const outcomes: BulkOutcome[] = [];
  for (const [n, record] of records.entries()) {
    await step(n);
    outcomes.push(await oneOutcome(db, who, record, change, language));
  }
  return outcomes;
}

async function oneOutcome(
  db: Database,
  who: Principal,
  record: Chosen,
  change: BulkChange,
  language: Language,
): Promise<BulkOutcome> {
  const { id } = record;
  try {
    const done = change.act === 'assign' ? await give(db, who, id, change) : await edit(db, who, record, change);
    return { id, outcome: done ? 'done' : 'same', code: null, message: null };
  } catch (error) {
    const known = asKnownFailure(error);
    // What is wrong with the house is wrong with all of them.
    if (!known || known.category === 'unavailable') throw error;
    return { id, outcome: 'refused', code: known.code, message: known.in(language) };
  }
}

/** @returns whether it made a version */
function edit(db: Database, who: Principal, { id, version }: Chosen, change: RecordChange): Promise<boolean> {
  const attempt = () => db.write(who, (tx) => editOnce(tx, id, version, change));
  // Of two at once one comes too late; it looks again and finds a repetition or a conflict.
  return attempt().catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)));
}

async function editOnce(tx: Tx, id: string, version: number, change: RecordChange): Promise<boolean> {
  const digest = sentDigest(tx.keys, `${tx.who.by}:${version}:many`, { id, change });
  const current = (await readCurrent(tx, [id])).get(id);
  const incident = current && (await readIncident(tx, id, Number.MAX_SAFE_INTEGER));
  if (!incident) throw new KingaError('not_found');
  if ((await sentUnder(tx, id, version + 1))?.equals(digest)) return true;
  const next = changed({ core: incident.core, ...levelsIn(current.envelope) }, change);
  if (!next) return false;
  if (current.version !== version)
    throw new KingaError('version_conflict', { yours: version, current: current.version });
  // Only the core and the scope are written: whoever changes them need not see the words.
  await writeOne(tx, VERB_OF[change.act], version + 1, { id, ...next, account: null, protected: null }, digest);
  return true;
}

type Give = Extract<BulkChange, { act: 'assign' }>;

async function give(db: Database, who: Principal, id: string, { person, due }: Give): Promise<boolean> {
  const now = await db.read(who, (tx) => readAssignment(tx, id));
  if (now.version > 0 && now.person === person && now.due === due && !now.done) return false;
  if (now.version === 0 && person === null) return false;
  await assign(db, who, id, { person, due, done: false }, now.version);
  return true;
}
