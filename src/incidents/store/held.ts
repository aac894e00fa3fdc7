/** What came under an id that was taken: kept beside the record until a person has looked at it. */

import { sql, type Tx } from '../../platform/database/database.ts';
import { canonical } from '../../platform/ledger/line.ts';
import type { Page, PageQuery } from '../../platform/paging/contract.ts';
import { afterMark, inOrder, type Order, toPage } from '../../platform/paging/marks.ts';
import { compartmentMask, levelNumber, missionOf } from '../../platform/principal.ts';
import { newSubject, openFor, sealFor } from '../../platform/vault/subjects.ts';
import type { Level } from '../../vocabulary/codes.ts';
import { columnsOf } from '../columns.ts';
import type { IncidentInput } from '../contract.ts';
import { compartmentsOfGroups } from '../rules.ts';
import { tables } from './tables.ts';

/**
 * Keeps the submission for whoever may see all of it, which its sender perhaps may not; sent again, it is kept once.
 * @param placed the submission with its areas, and with what names a survivor set apart: they say who may see it
 */
export async function holdConflict(tx: Tx, placed: IncidentInput, sent: Buffer): Promise<void> {
  const mission = missionOf(tx.who);
  const { adm1, adm2 } = columnsOf(placed.core);
  const subject = placed.protected && (await newSubject(tx));
  await tables(tx)
    .insertInto('incidents.held')
    .values({
      mission: mission.id,
      id: placed.id,
      by: tx.who.by,
      at: tx.clock.now().toISOString(),
      level: Math.max(...levelsPresent(placed).map(levelNumber)),
      compartments: String(compartmentMask(mission, compartmentsOfGroups(placed))),
      adm1,
      adm2,
      sent,
      body: canonical({ ...placed, protected: null }),
      subject,
      sealed: subject ? await sealFor(tx, subject, placed.protected) : null,
    })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Levels of the groups that the submission has: one that it lacks keeps nobody out. */
const levelsPresent = ({ levels, account, protected: hidden }: IncidentInput): Level[] => [
  levels.core,
  ...(account ? [levels.account] : []),
  ...(hidden ? [levels.protected] : []),
];

export interface Held {
  id: string;
  by: string;
  at: string;
  input: IncidentInput;
}

interface HeldRow {
  id: string;
  by: string;
  at: Date;
  digest: string;
  body: string;
  subject: string | null;
  sealed: Buffer | null;
}

const NEWEST: Order<HeldRow> = {
  name: 'held',
  descending: true,
  keys: [
    { column: sql`at`, type: 'timestamptz', of: ({ at }) => at.toISOString() },
    { column: sql`id`, type: 'uuid', of: ({ id }) => id },
    { column: sql`by`, type: 'text', of: ({ by }) => by },
    { column: sql`encode(sent, 'hex')`, type: 'text', of: ({ digest }) => digest },
  ],
};

/** What waits for a person, newest first. */
export async function readHeld(tx: Tx, page: PageQuery): Promise<Page<Held>> {
  const { rows } = await sql<HeldRow>`select id, by, at, encode(sent, 'hex') as digest, body, subject, sealed
    from incidents.held where mission = ${missionOf(tx.who).id} and ${afterMark(NEWEST, page.cursor)}
    ${inOrder(NEWEST)} limit ${page.limit + 1}`.execute(tx.db);
  const { items, next } = toPage(NEWEST, page, rows, (row) => row);
  const held: Held[] = [];
  for (const { id, by, at, body, subject, sealed } of items) {
    const hidden = subject && sealed ? ((await openFor(tx, subject, sealed)) as IncidentInput['protected']) : null;
    held.push({ id, by, at: at.toISOString(), input: { ...(JSON.parse(body) as IncidentInput), protected: hidden } });
  }
  return { items: held, next };
}

/** Subjects of what is held under this id: erasing a record's people erases them there too. */
export async function heldSubjects(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`select subject from incidents.held
    where mission = ${missionOf(tx.who).id} and id = ${id} and subject is not null`.execute(tx.db);
  return rows.map((row) => row.subject);
}
