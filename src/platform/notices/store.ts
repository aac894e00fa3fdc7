/** Notices in the database. Row-level security says which are one's own and speak of what one may still see. */
import { sql, type Tx } from '../database/database.ts';
import type { Page, PageQuery } from '../paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../paging/marks.ts';
import { missionOf } from '../principal.ts';
import {
  type MarkRead,
  NEEDS,
  type NoticeCount,
  type NoticeGroup,
  type NoticeKind,
  type NoticeRoom,
} from './contract.ts';

export interface NewNotice {
  person: string;
  kind: NoticeKind;
  room: NoticeRoom;
  /** The record that it speaks of. */
  record: string;
  version: number;
  /** The ledger line of what happened. */
  seq: number;
  /** ISO 8601. */
  at: string;
}

/** Told twice, it is told once. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  const of = <K extends keyof NewNotice>(key: K) => notices.map((notice) => notice[key]);
  await sql`insert into platform.notice (mission, person, room, record, seq, kind, version, at, by)
    select ${missionOf(tx.who).id}, person, room, record, seq, kind, version, at, ${tx.who.by}
    from unnest(${of('person')}::uuid[], ${of('room')}::text[], ${of('record')}::uuid[], ${of('seq')}::bigint[],
      ${of('kind')}::text[], ${of('version')}::int[], ${of('at')}::timestamptz[])
      as n (person, room, record, seq, kind, version, at)
    on conflict do nothing`.execute(tx.db);
}

/** What is older is in the records themselves. */
const KEPT_DAYS = 60;

const since = (tx: Tx) => new Date(tx.clock.now().getTime() - KEPT_DAYS * 86_400_000);

/** What was said of a record is told with the record. */
const SUBJECT = sql`case n.room when 'comments' then 'incidents' else n.room end`;

interface Row {
  day: string;
  room: NoticeGroup['subject']['room'];
  record: string;
  kinds: NoticeKind[];
  by: (string | null)[];
  at: Date;
  seq: number;
  unread: number;
}

const NEWEST: Order<Row> = {
  name: 'notices',
  descending: true,
  keys: [
    { column: sql`g.seq`, type: 'bigint', of: ({ seq }) => seq },
    { column: sql`g.record`, type: 'uuid', of: ({ record }) => record },
    { column: sql`g.day`, type: 'date', of: ({ day }) => day },
  ],
};

/** By day and subject, the latest first. */
export async function listNotices(tx: Tx, page: PageQuery): Promise<Page<NoticeGroup>> {
  const mission = missionOf(tx.who).id;
  const { rows } = await sql<Row>`select * from (
      select (n.at at time zone m.time_zone)::date as day, ${SUBJECT} as room, n.record, max(n.at) as at, max(n.seq) as seq,
        array_agg(n.kind order by n.seq) as kinds, array_agg(p.name order by n.seq desc) as by,
        count(*) filter (where n.read_at is null) as unread
      from platform.notice n join platform.mission m on m.id = n.mission
        left join platform.person p on n.by = 'person:' || p.id
      where n.mission = ${mission} and n.person = ${tx.who.person} and n.at > ${since(tx)}
      group by 1, 2, 3) g
    where ${afterMark(NEWEST, page.cursor)} ${inOrder(NEWEST)} limit ${page.limit + 1}`.execute(tx.db);
  return toPage(NEWEST, page, rows, toGroup);
}

function toGroup({ day, room, record, kinds, by, at, seq, unread }: Row): NoticeGroup {
  const counted: NoticeGroup['kinds'] = {};
  for (const kind of kinds) counted[kind] = (counted[kind] ?? 0) + 1;
  const names = [...new Set(by)].filter((name) => name !== null);
  return { day, subject: { room, id: record }, kinds: counted, by: names, at: at.toISOString(), seq, unread };
}

export async function countUnread(tx: Tx): Promise<NoticeCount> {
  const { rows } = await sql<NoticeCount>`select count(distinct n.record) as unread,
      count(distinct n.record) filter (where n.kind = any (${NEEDS}::text[])) as needs
    from platform.notice n
    where n.mission = ${missionOf(tx.who).id} and n.person = ${tx.who.person} and n.at > ${since(tx)} and n.read_at is null`.execute(
    tx.db,
  );
  return rows[0] ?? { unread: 0, needs: 0 };
}

export async function markRead(tx: Tx, { subject, upTo }: MarkRead): Promise<void> {
  const of = subject ? sql`n.record = ${subject.id} and ${SUBJECT} = ${subject.room}` : sql`true`;
  await sql`update platform.notice n set read_at = ${tx.clock.now()}
    where n.mission = ${missionOf(tx.who).id} and n.person = ${tx.who.person} and n.read_at is null
      and n.seq <= ${upTo} and ${of}`.execute(tx.db);
}
