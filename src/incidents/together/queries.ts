/** Questions about what people say of a record and who sees to it. */
import { membersAmong } from '../../platform/accounts/store.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { resolveAsOf } from '../../platform/ledger/store.ts';
import type { Page, PageQuery } from '../../platform/paging/contract.ts';
import { missionOf, must, type Principal } from '../../platform/principal.ts';
import { readAssignment } from '../store/assignments.ts';
import { readComment, readComments, type StoredComment } from '../store/comments.ts';
import { isFollowed } from '../store/follows.ts';
import type { Assignment, Comment, RecordPeople } from './contract.ts';
import { peopleOf, recordScope } from './people.ts';
import { mentionsIn } from './rules.ts';

const READ = 'incident.read';

/** What was said of a record, now or until a ledger line. @throws `not_found` */
export async function commentsOf(
  db: Database,
  who: Principal,
  record: string,
  { asOf, ...page }: PageQuery & { asOf?: string | undefined },
): Promise<Page<Comment>> {
  must(who, READ);
  return db.read(who, async (tx) => {
    await recordScope(tx, record);
    const { items, next } = await readComments(tx, record, (await resolveAsOf(tx, asOf)).seq, page);
    return { items: await withNames(tx, items), next };
  });
}

/** Those who left the mission keep no name here. */
async function withNames(tx: Tx, comments: readonly StoredComment[]): Promise<Comment[]> {
  const called = comments.map(({ text }) => (text === null ? [] : mentionsIn(text)));
  const members = await membersAmong(tx, missionOf(tx.who), [...new Set(called.flat())]);
  return comments.map((comment, i) => ({
    ...comment,
    mentions: (called[i] ?? []).flatMap((id) => {
      const member = members.get(id);
      return member ? [{ id, name: member.name }] : [];
    }),
  }));
}

/** @throws `not_found` */
export async function oneComment(tx: Tx, record: string, id: string): Promise<Comment> {
  const stored = await readComment(tx, record, id);
  const [comment] = stored ? await withNames(tx, [stored]) : [];
  if (!comment) throw new KingaError('not_found');
  return comment;
}

/** Who may be called to the record or given it. @throws `not_found` */
export async function peopleWhoSee(db: Database, who: Principal, record: string): Promise<RecordPeople> {
  must(who, 'incident.comment');
  return db.read(who, async (tx) => ({ items: await peopleOf(tx, await recordScope(tx, record)) }));
}

export async function oneAssignment(tx: Tx, record: string): Promise<Assignment> {
  const { sent: _, ...assignment } = await readAssignment(tx, record);
  return assignment;
}

/** @throws `not_found` */
export async function assignmentOf(db: Database, who: Principal, record: string): Promise<Assignment> {
  must(who, READ);
  return db.read(who, async (tx) => {
    await recordScope(tx, record);
    return oneAssignment(tx, record);
  });
}

/** @throws `not_found` */
export async function followingOf(db: Database, who: Principal, record: string): Promise<{ following: boolean }> {
  must(who, READ);
  return db.read(who, async (tx) => {
    await recordScope(tx, record);
    return { following: await isFollowed(tx, record) };
  });
}
