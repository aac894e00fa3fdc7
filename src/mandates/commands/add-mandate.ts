/** A text is added: read by the house in the same act, kept whole, every paragraph a provision that nobody has confirmed. */
import type { Database } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { AddMandate, Mandate } from '../contract.ts';
import { oneMandate } from '../queries.ts';
import { readMandate } from '../reading/read.ts';
import { type Draft, draftsOf } from '../rules/review.ts';
import { NOW, readProvisions, sentBefore } from '../store/read.ts';
import { hashOf, insertSource, sentDigest, writeVersions } from '../store/write.ts';
import { AT_ONCE, slices, tellChanged } from './tell.ts';

/**
 * The same again is a success.
 * @throws `id_conflict`, `above_own_level`, `unknown_compartment`, `invalid_input` for a text without a paragraph
 */
export async function addMandate(db: Database, who: Principal, input: AddMandate): Promise<Mandate> {
  must(who, 'mandate.add');
  const { id, text, ...about } = input;
  const sent = sentDigest(db.keys, who.by, input);
  const reading = readMandate(text);
  if (reading.paragraphs.length === 0)
    throw new KingaError('invalid_input', { what: 'no paragraph of a mandate was found in the text' });
  const { chapterVII, missions, annexes, unread, rules } = reading;
  const first = ({ id: provision, content }: Draft) => ({
    ...{ id: provision, version: 1, verb: 'mandate.add', content, sent },
  });
  const drafts = draftsOf(id, reading);
  const one = { id, version: 1 };
  try {
    await db.write(who, async (tx) => {
      if ((await sentBefore(tx, 'mandate', [one], sent)).has(id)) return;
      const read = { ...{ chapterVII, missions, annexes, unread, rules }, readAt: tx.clock.now().toISOString() };
      const content = { ...about, ...read, source: hashOf(text), withdrawn: false };
      const mandate = { ...one, verb: 'mandate.add', content, sent };
      const stamp = await writeVersions(tx, about, mandate, drafts.slice(0, AT_ONCE - 1).map(first));
      await insertSource(tx, id, text);
      await tellChanged(tx, stamp, one, about);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Of two at once one comes too late: a repetition, a conflict, or an id that is not theirs to see.
    if (!(await db.read(who, (tx) => sentBefore(tx, 'mandate', [one], sent))).has(id))
      throw new KingaError('id_conflict');
  }
  // A very long text in further writes; whoever repeats what broke off here completes it.
  for (const slice of slices(drafts.slice(AT_ONCE - 1)))
    await db.write(who, async (tx) => {
      const there = new Set((await readProvisions(tx, [id], NOW, { andGone: true })).map((p) => p.id));
      const missing = slice.filter((draft) => !there.has(draft.id)).map(first);
      if (missing.length > 0) await tellChanged(tx, await writeVersions(tx, about, null, missing), one, about);
    });
  return oneMandate(db, who, id);
}
