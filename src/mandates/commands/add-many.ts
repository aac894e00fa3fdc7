/** A collection is added, text by text: what cannot be is told with the reason, the rest is kept, the same again adds nothing. */
import type { Database } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import { AddMandate, type EditMandate } from '../contract.ts';
import { type CorpusText, readNamed, type Unreadable } from '../corpus.ts';
import { idOf } from '../rules/review.ts';
import { listMandates, NOW } from '../store/read.ts';
import { hashOf } from '../store/write.ts';
import { addMandate } from './add-mandate.ts';

export interface ManyChoices extends Pick<EditMandate, 'kind' | 'own' | 'level'> {
  /** An acronym: texts that speak of another mission more are passed over. */
  of: string | null;
}

export interface AddedMany {
  read: number;
  added: number;
  /** There already, with the very words. */
  unchanged: number;
  /** Of another mission than the one that was asked for. */
  passedOver: number;
  refused: Unreadable[];
}

/** @param tell is told after each text */
export async function addMany(
  db: Database,
  who: Principal,
  texts: AsyncIterable<CorpusText | Unreadable>,
  choices: ManyChoices,
  tell: (soFar: AddedMany) => void,
): Promise<AddedMany> {
  must(who, 'mandate.add');
  const there = new Map(
    (await db.read(who, (tx) => listMandates(tx, NOW))).map(({ content }) => [content.symbol, content.source]),
  );
  const done: AddedMany = { read: 0, added: 0, unchanged: 0, passedOver: 0, refused: [] };
  for await (const one of texts) {
    done.read++;
    const outcome = await addOne(db, who, one, choices, there);
    if (typeof outcome === 'string') done[outcome]++;
    else done.refused.push({ place: one.place, ...outcome });
    tell(done);
  }
  return done;
}

async function addOne(
  db: Database,
  who: Principal,
  one: CorpusText | Unreadable,
  { of, ...choices }: ManyChoices,
  there: Map<string, string>,
): Promise<'added' | 'unchanged' | 'passedOver' | { why: string }> {
  if ('why' in one) return { why: one.why };
  const { symbol, date, title, missions } = readNamed(one);
  if (of !== null && missions[0] !== of) return 'passedOver';
  if (!symbol) return { why: 'It names no symbol. Add it on the page, where you can say what it is.' };
  if (!date)
    return { why: `${symbol} names no day on which it was adopted. Add it on the page, where you can say it.` };
  const source = hashOf(one.text);
  if (there.has(symbol))
    return there.get(symbol) === source ? 'unchanged' : { why: `${symbol} is there already, with other words.` };
  // Made from the words: whoever repeats what broke off writes the same mandate.
  const id = idOf(String(who.mission?.id), symbol, source);
  const input = AddMandate.safeParse({ id, ...choices, symbol, date, title, missionName: of, text: one.text });
  if (!input.success)
    return {
      why: `${symbol}: ${input.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`,
    };
  try {
    const { withdrawn } = await addMandate(db, who, input.data);
    if (withdrawn) return { why: `${symbol} was withdrawn here. To have it again, add it on the page.` };
  } catch (error) {
    if (error instanceof KingaError && error.category !== 'forbidden') return { why: `${symbol}: ${error.message}` };
    throw error;
  }
  there.set(symbol, source);
  return 'added';
}
