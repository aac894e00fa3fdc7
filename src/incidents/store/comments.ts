/** Comments: versions with a ledger line each. Row-level security says who reads the words of their record now. */
import { randomBytes } from 'node:crypto';
import { writerName } from '../../platform/accounts/writer-name.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { canonical, contentDigest } from '../../platform/ledger/line.ts';
import { appendToLedger, type Stamp } from '../../platform/ledger/store.ts';
import type { Page, PageQuery } from '../../platform/paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../../platform/paging/marks.ts';
import { compartmentMask, levelNumber, missionOf } from '../../platform/principal.ts';
import type { RecordScope } from '../together/rules.ts';

interface Body {
  record: string;
  text: string | null;
}

export interface CommentVersion {
  id: string;
  version: number;
  verb: 'comment.write' | 'comment.edit' | 'comment.withdraw';
  /** `null`: withdrawn. */
  text: string | null;
  sent: Buffer;
}

/** @param scope of the record: the comment is as closed as its words */
export async function insertComment(tx: Tx, record: string, scope: RecordScope, c: CommentVersion): Promise<Stamp> {
  const mission = missionOf(tx.who);
  const body = canonical({ record, text: c.text } satisfies Body);
  const salt = randomBytes(16);
  const digest = contentDigest(salt, body);
  const stamp = await appendToLedger(tx, [
    { verb: c.verb, room: 'incidents.comment', record: c.id, version: c.version, digest },
  ]);
  await sql`insert into incidents.comment (mission, id, version, record, known_from, known_at, by, level, compartments, body, salt, sent)
    values (${mission.id}, ${c.id}, ${c.version}, ${record}, ${stamp.first}, ${stamp.at}, ${tx.who.by},
      ${levelNumber(scope.accountLevel)}, ${String(compartmentMask(mission, scope.groupCompartments))}, ${body}, ${salt}, ${c.sent})`.execute(
    tx.db,
  );
  return stamp;
}

export interface StoredComment {
  id: string;
  version: number;
  text: string | null;
  by: string;
  byName: string | null;
  at: string;
  changedAt: string | null;
}

interface Row {
  id: string;
  version: number;
  body: string;
  known_at: Date;
  by: string;
  by_name: string | null;
  first_at: Date;
  first_seq: number;
}

const OLDEST: Order<Row> = {
  name: 'comments',
  descending: false,
  keys: [{ column: sql`f.known_from`, type: 'bigint', of: ({ first_seq }) => first_seq }],
};

const toComment = ({ id, version, body, known_at, by, by_name, first_at }: Row): StoredComment => ({
  ...{ id, version, by, byName: by_name, text: (JSON.parse(body) as Body).text },
  at: first_at.toISOString(),
  changedAt: version > 1 ? known_at.toISOString() : null,
});

const select = (mission: number, record: string, seq: number) => sql`
  select c.id, c.version, c.body, c.known_at, f.by, ${writerName('f.by')} as by_name, f.known_at as first_at, f.known_from as first_seq
  from (select distinct on (id) mission, id, version, body, known_at from incidents.comment
      where mission = ${mission} and record = ${record} and known_from <= ${seq} order by id, version desc) c
    join incidents.comment f on f.mission = c.mission and f.id = c.id and f.version = 1`;

/** What was said of a record until a ledger line, oldest first. */
export async function readComments(tx: Tx, record: string, seq: number, page: PageQuery): Promise<Page<StoredComment>> {
  const { rows } = await sql<Row>`${select(missionOf(tx.who).id, record, seq)}
    where ${afterMark(OLDEST, page.cursor)} ${inOrder(OLDEST)} limit ${page.limit + 1}`.execute(tx.db);
  return toPage(OLDEST, page, rows, toComment);
}

export async function readComment(tx: Tx, record: string, id: string): Promise<StoredComment | null> {
  const { rows } = await sql<Row>`${select(missionOf(tx.who).id, record, Number.MAX_SAFE_INTEGER)}
    where c.id = ${id}`.execute(tx.db);
  return rows[0] ? toComment(rows[0]) : null;
}

/** What was sent when this version was written, or `null` where there is (or the asker sees) none. */
export async function commentSent(tx: Tx, id: string, version: number): Promise<Buffer | null> {
  const { rows } = await sql<{ sent: Buffer }>`select sent from incidents.comment
    where mission = ${missionOf(tx.who).id} and id = ${id} and version = ${version}`.execute(tx.db);
  return rows[0]?.sent ?? null;
}
