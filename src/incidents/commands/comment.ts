/**
 * Somebody says something about a record, mends it, or takes it back. The client makes the id; the same words under it
 * again are a success. Whoever it calls must see it.
 */
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import { emit } from '../../platform/events/outbox.ts';
import { notify } from '../../platform/notices/notify.ts';
import { must, type Principal } from '../../platform/principal.ts';
import { sentDigest } from '../prepare.ts';
import { type CommentVersion, commentSent, insertComment, readComment } from '../store/comments.ts';
import { followersOf, setFollowed } from '../store/follows.ts';
import type { Comment, NewComment } from '../together/contract.ts';
import { eventScope, mustSee, recordScope } from '../together/people.ts';
import { oneComment } from '../together/queries.ts';
import { mentionsIn, type RecordScope, readsComments } from '../together/rules.ts';

const VERB = 'incident.comment';

/** @throws `does_not_see_record` naming whom it calls in vain, `above_own_level` where the words of the record are not the writer's to read */
export async function writeComment(db: Database, who: Principal, record: string, input: NewComment): Promise<Comment> {
  must(who, VERB);
  const sent = sentDigest(db.keys, `${who.by}:${record}`, input);
  const attempt = () =>
    db.write(who, async (tx) => {
      const before = await commentSent(tx, input.id, 1);
      if (before && !before.equals(sent)) throw new KingaError('id_conflict');
      if (!before) await write(tx, record, { ...input, version: 1, verb: 'comment.write', sent }, []);
      return oneComment(tx, record, input.id);
    });
  // Of two at once one comes too late; it looks again and finds a repetition, or an id that is not theirs to see.
  return again(attempt, () => new KingaError('id_conflict'));
}

export interface CommentChange {
  id: string;
  /** `null` takes it back. */
  text: string | null;
  basedOn: number;
}

/** One's own words may be mended; they may be taken back by oneself and by whoever edits records. */
export async function changeComment(
  db: Database,
  who: Principal,
  record: string,
  { id, text, basedOn }: CommentChange,
): Promise<Comment> {
  must(who, VERB);
  const sent = sentDigest(db.keys, `${who.by}:${basedOn}`, { id, text });
  const attempt = () =>
    db.write(who, async (tx) => {
      const current = await readComment(tx, record, id);
      if (!current) throw new KingaError('not_found');
      if ((await commentSent(tx, id, basedOn + 1))?.equals(sent)) return oneComment(tx, record, id);
      if (current.version !== basedOn)
        throw new KingaError('version_conflict', { yours: basedOn, current: current.version });
      const isOwn = current.by === who.by;
      if (!isOwn && text !== null) throw new KingaError('forbidden', { verb: VERB });
      if (!isOwn) must(who, 'incident.edit');
      if (current.text === null) throw new KingaError('state_conflict', { from: 'withdrawn', to: 'withdrawn' });
      const verb = text === null ? 'comment.withdraw' : 'comment.edit';
      await write(tx, record, { id, text, version: basedOn + 1, verb, sent }, mentionsIn(current.text));
      return oneComment(tx, record, id);
    });
  return again(attempt, () => new KingaError('version_conflict', { yours: basedOn, current: basedOn + 1 }));
}

/** @param called those whom the words called before, who were told then */
async function write(tx: Tx, record: string, version: CommentVersion, called: readonly string[]): Promise<void> {
  const scope = await recordScope(tx, record);
  if (!readsComments(tx.who, scope)) throw new KingaError('above_own_level', { what: 'level' });
  const mentioned = version.text === null ? [] : mentionsIn(version.text);
  await mustSee(tx, mentioned, scope, readsComments);
  const stamp = await insertComment(tx, record, scope, version);
  await emit(tx, 'incident.commented', stamp, [{ room: 'comments', ...eventScope(tx, record, scope, true) }]);
  if (version.version === 1) await setFollowed(tx, record, true);
  const calls = mentioned.filter((person) => !called.includes(person));
  const others = version.version === 1 ? ((await followersOf(tx, [record])).get(record) ?? []) : [];
  await tell(tx, record, scope, stamp, calls, others);
}

type Stamp = Parameters<typeof notify>[1];

async function tell(
  tx: Tx,
  record: string,
  scope: RecordScope,
  stamp: Stamp,
  calls: readonly string[],
  followers: readonly string[],
): Promise<void> {
  const about = { room: 'comments', record, version: scope.version, seq: stamp.first } as const;
  await notify(tx, stamp, eventScope(tx, record, scope, true), [
    ...calls.map((person) => ({ ...about, person, kind: 'mentioned' as const })),
    ...followers
      .filter((person) => !calls.includes(person))
      .map((person) => ({ ...about, person, kind: 'commented' as const })),
  ]);
}

const again = <T>(attempt: () => Promise<T>, otherwise: () => KingaError): Promise<T> =>
  attempt()
    .catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)))
    .catch((error) => Promise.reject(isUniqueViolation(error) ? otherwise() : error));
