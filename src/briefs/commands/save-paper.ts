/**
 * A composed paper is kept: from then on it is a record with versions. The client makes the id; the same request under it
 * again is a success.
 */
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { type EventSubject, emit } from '../../platform/events/outbox.ts';
import type { Stamp } from '../../platform/ledger/store.ts';
import { notify } from '../../platform/notices/notify.ts';
import { compartmentMask, levelNumber, missionOf, must, type Principal } from '../../platform/principal.ts';
import { composePaper } from '../compose.ts';
import type { Paper, PaperState, SavePaper, StoredPaper } from '../contract.ts';
import { onePaper } from '../queries.ts';
import { mergedWords, withWords } from '../rules/life.ts';
import { insertPaper, type NewVersion, sentDigest, sentUnder } from '../store/papers.ts';

/** @param prepared the name of what the clock asked for. @throws `id_conflict`, and what composing throws */
export async function savePaper(
  db: Database,
  who: Principal,
  input: SavePaper,
  prepared: string | null = null,
): Promise<StoredPaper> {
  must(who, 'brief.edit');
  const { id, words, ...query } = input;
  const sent = sentDigest(who.by, input);
  const before = await db.read(who, (tx) => sentUnder(tx, id, 1));
  if (before) return repeated(db, who, id, before.equals(sent));
  const paper = await composePaper(db, who, query);
  withWords(paper, words);
  const own = mergedWords({}, words);
  const state: PaperState = Object.keys(own).length > 0 ? 'edited' : 'draft';
  const body: NewVersion = {
    ...{ id, version: 1, verb: 'brief.save', paper, words: own, state, corrects: null },
    ...{ sentTo: [], note: null, prepared, sent },
  };
  try {
    await db.write(who, async (tx) => {
      const stamp = await insertPaper(tx, body);
      await tell(tx, 'brief.ready', stamp, id, 1, paper);
      if (prepared && who.person) await tellWhose(tx, stamp, id, paper, who.person);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Of two at once one comes too late: a repetition, a conflict, or an id that is not theirs to see.
    const there = await db.read(who, (tx) => sentUnder(tx, id, 1));
    return repeated(db, who, id, there?.equals(sent) ?? false);
  }
  return onePaper(db, who, id);
}

async function repeated(db: Database, who: Principal, id: string, same: boolean): Promise<StoredPaper> {
  if (!same) throw new KingaError('id_conflict');
  return onePaper(db, who, id);
}

/** In whose name it was prepared hears that it is there. */
const tellWhose = (tx: Tx, stamp: Stamp, id: string, paper: Paper, person: string): Promise<void> =>
  notify(tx, stamp, scopeOfPaper(tx, id, 1, paper), [
    { person, kind: 'prepared', room: 'briefs', record: id, version: 1, seq: stamp.first },
  ]);

/** Who may read it: a paper about the whole mission is for nobody who is limited to areas. */
export const scopeOfPaper = (tx: Tx, id: string, version: number, paper: Paper): Omit<EventSubject, 'room'> => ({
  ...{ id, version, level: levelNumber(paper.level), areas: tx.who.areas ?? [] },
  compartments: compartmentMask(missionOf(tx.who), paper.compartments),
});

/** Says that there is something to read, to those who may read it. */
export const tell = (tx: Tx, name: string, stamp: Stamp, id: string, version: number, paper: Paper): Promise<void> =>
  emit(tx, name, stamp, [{ room: 'briefs', ...scopeOfPaper(tx, id, version, paper) }]);
