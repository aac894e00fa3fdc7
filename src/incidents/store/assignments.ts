/** Who takes a record on, until when: one series of versions a record, with a ledger line each. */
import { randomBytes } from 'node:crypto';
import { personName, writerName } from '../../platform/accounts/writer-name.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { canonical, contentDigest } from '../../platform/ledger/line.ts';
import { appendToLedger, type Stamp } from '../../platform/ledger/store.ts';
import { missionOf } from '../../platform/principal.ts';
import type { Assignment, AssignmentInput } from '../together/contract.ts';

interface Row {
  version: number;
  person: string | null;
  person_name: string | null;
  due: string | null;
  done: boolean;
  known_at: Date;
  by_name: string | null;
  sent: Buffer;
}

const NONE: Assignment = {
  ...{ version: 0, person: null, personName: null, due: null },
  ...{ done: false, at: null, byName: null },
};

/** As it stands now; version 0 where nobody was ever asked. */
export async function readAssignment(tx: Tx, record: string): Promise<Assignment & { sent: Buffer | null }> {
  const { rows } =
    await sql<Row>`select a.version, a.person, ${personName('a.person')} as person_name, a.due, a.done, a.known_at,
      ${writerName('a.by')} as by_name, a.sent
    from incidents.assignment a
    where a.mission = ${missionOf(tx.who).id} and a.record = ${record} and a.known_to = 9223372036854775807`.execute(
      tx.db,
    );
  const [row] = rows;
  if (!row) return { ...NONE, sent: null };
  const { version, person, due, done, sent } = row;
  return {
    ...{ version, person, due, done, sent, personName: row.person_name },
    ...{ at: row.known_at.toISOString(), byName: row.by_name },
  };
}

export async function insertAssignment(
  tx: Tx,
  record: string,
  { version, sent, ...input }: AssignmentInput & { version: number; sent: Buffer },
): Promise<Stamp> {
  const mission = missionOf(tx.who).id;
  const body = canonical({ record, ...input });
  const salt = randomBytes(16);
  const stamp = await appendToLedger(tx, [
    { verb: 'incident.assign', room: 'incidents.assignment', record, version, digest: contentDigest(salt, body) },
  ]);
  await sql`update incidents.assignment set known_to = ${stamp.first}
    where mission = ${mission} and record = ${record} and known_to = 9223372036854775807`.execute(tx.db);
  await sql`insert into incidents.assignment (mission, record, version, known_from, known_at, by, person, due, done, body, salt, sent)
    values (${mission}, ${record}, ${version}, ${stamp.first}, ${stamp.at}, ${tx.who.by}, ${input.person}, ${input.due},
      ${input.done}, ${body}, ${salt}, ${sent})`.execute(tx.db);
  return stamp;
}
