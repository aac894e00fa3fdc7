/** What people say of records, whom they give them to, and who follows: everybody everything, also what they lost sight of. */
import { assign } from '../../src/incidents/commands/assign.ts';
import { writeComment } from '../../src/incidents/commands/comment.ts';
import type { Principal } from '../../src/platform/principal.ts';
import { keepView } from '../../src/platform/views/keep-views.ts';
import type { TestHouse } from '../support/house.ts';
import type { Canaries } from './canaries.ts';
import { inView } from './oracle.ts';
import type { PlantedRecord } from './plant-records.ts';
import { may, type Watcher } from './watchers.ts';

/** Comments are as closed as the words of their record. */
export const readsComments = (watcher: Watcher, { groups }: PlantedRecord): boolean =>
  inView(watcher, groups.core) && inView(watcher, groups.account);

/** @returns the comment on each record */
export async function plantTalk(
  { db }: TestHouse,
  planter: Record<'here' | 'there', Principal>,
  people: ReadonlyMap<Watcher, Principal>,
  records: readonly PlantedRecord[],
  canaries: Canaries,
): Promise<Map<string, string>> {
  const comments = new Map<string, string>();
  for (const record of records) {
    const { id, what, groups } = record;
    const where = groups.core.in;
    const others = [...people].filter(([watcher]) => watcher.in === where).map(([, who]) => who);
    for (const who of others)
      await db.write(who, ({ client, clock }) =>
        client.query('insert into incidents.follow (mission, person, record, since) values ($1, $2, $3, $4)', [
          ...[who.mission?.id, who.person, id, clock.now()],
        ]),
      );
    const comment = crypto.randomUUID();
    const word = canaries.plant(
      `a comment of “${what}”`,
      (watcher) => may(watcher, 'incident.read') && readsComments(watcher, record),
    );
    await writeComment(db, planter[where], id, { id: comment, text: `They say ${word}.` });
    comments.set(id, comment);
    const person = planter[where].person;
    await assign(db, planter[where], id, { person, due: null, done: false }, 0);
  }
  return comments;
}

/** Everybody keeps a view of their own and shares another. */
export async function plantViews(
  { db }: TestHouse,
  people: ReadonlyMap<Watcher, Principal>,
  canaries: Canaries,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [watcher, who] of people)
    for (const shared of [false, true]) {
      const sees = (other: Watcher) => (shared ? other.in === watcher.in : other === watcher);
      const word = (what: string) => canaries.plant(`the ${what} of a view of ${watcher.name}`, sees);
      const id = crypto.randomUUID();
      const view = { name: word('name'), page: 'room', address: `?q=${word('filter')}`, shared } as const;
      await keepView(db, who, id, view, 0);
      ids.push(id);
    }
  return ids;
}
