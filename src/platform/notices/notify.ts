/** Tells people what is for them, in the transaction of what happened. */
import type { Tx } from '../database/database.ts';
import { type EventSubject, emit } from '../events/outbox.ts';
import type { Stamp } from '../ledger/store.ts';
import { insertNotices, type NewNotice } from './store.ts';

/**
 * Nobody is told of what they did themselves, but of what the clock did in their name; whoever may not see what it speaks of never reads it.
 * @param scope of what happened: only pages of those who may see it ask for their notices
 */
export async function notify(
  tx: Tx,
  stamp: Stamp,
  scope: Omit<EventSubject, 'room'>,
  notices: readonly Omit<NewNotice, 'at'>[],
): Promise<void> {
  const others = notices.filter(({ kind, person }) => kind === 'prepared' || person !== tx.who.person);
  if (others.length === 0) return;
  await insertNotices(
    tx,
    others.map((notice) => ({ ...notice, at: stamp.at })),
  );
  await emit(tx, 'notices.made', stamp, [{ ...scope, room: 'notices' }]);
}
