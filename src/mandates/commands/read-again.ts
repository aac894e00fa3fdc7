/** The house has newer rules: what nobody has confirmed or corrected is read again; what a person vouches for stays. */
import type { Database } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { Mandate } from '../contract.ts';
import { mandates, oneMandate } from '../queries.ts';
import { readMandate } from '../reading/read.ts';
import { type Draft, readAnew } from '../rules/review.ts';
import { NOW, readProvisions, readSources } from '../store/read.ts';
import { sentDigest, writeVersions } from '../store/write.ts';
import { mustBeThere } from './change-mandate.ts';
import { AT_ONCE, tellChanged } from './tell.ts';

/**
 * Nothing happens where the rules are those that read it last. The mandate says so last, so that what broke off is done by
 * asking again.
 * @param read other than the house's for tests
 * @throws `not_found`, `state_conflict` when it was withdrawn
 */
export async function readAgain(
  db: Database,
  who: Principal,
  id: string,
  read: typeof readMandate = readMandate,
): Promise<Mandate> {
  must(who, 'mandate.add');
  const slice = () => db.write(who, (tx) => someAgain(tx, id, read));
  // Somebody reviewed one in the meantime: it stays as they said.
  const retried = () => slice().catch((error) => (isUniqueViolation(error) ? slice() : Promise.reject(error)));
  while (await retried());
  return oneMandate(db, who, id);
}

/**
 * All that older rules have read, of those that the reader sees.
 * @param tell is told after each @returns how many there were
 */
export async function readAllAgain(
  db: Database,
  who: Principal,
  tell: (done: number, of: number) => void,
): Promise<number> {
  must(who, 'mandate.add');
  const outdated = (await db.read(who, (tx) => mandates(tx, { seq: NOW }))).filter((line) => line.outdated);
  for (const [at, { id }] of outdated.entries()) {
    await readAgain(db, who, id);
    tell(at + 1, outdated.length);
  }
  return outdated.length;
}

/** @returns whether there is more */
async function someAgain(
  tx: Parameters<typeof mustBeThere>[0],
  id: string,
  read: typeof readMandate,
): Promise<boolean> {
  const { content: before, version } = await mustBeThere(tx, id);
  if (before.withdrawn) throw new KingaError('state_conflict', { from: 'withdrawn', to: 'mandate.read_again' });
  const reading = read((await readSources(tx, [id])).get(id) ?? '');
  if (reading.rules === before.rules) return false;
  const stored = new Map((await readProvisions(tx, [id], NOW, { andGone: true })).map((one) => [one.id, one]));
  const contents = new Map([...stored].map(([provision, { content }]) => [provision, content]));
  const drafts = readAnew(contents, id, reading);
  const some = drafts.slice(0, AT_ONCE - 1);
  const verb = 'mandate.read_again';
  const sent = sentDigest(tx.keys, tx.who.by, { verb, version, rules: reading.rules });
  const provisions = some.map(({ id: provision, content }: Draft) => ({
    ...{ id: provision, version: (stored.get(provision)?.version ?? 0) + 1, verb, content, sent },
  }));
  const isLast = some.length === drafts.length;
  const next = { id, version: isLast ? version + 1 : version };
  const { chapterVII, missions, annexes, unread, rules } = reading;
  const readAt = tx.clock.now().toISOString();
  const content = { ...before, chapterVII, missions, annexes, unread, rules, readAt };
  const stamp = await writeVersions(tx, before, isLast ? { ...next, verb, content, sent } : null, provisions);
  await tellChanged(tx, stamp, next, before);
  return !isLast;
}
