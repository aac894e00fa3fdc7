/** Stored papers: versions with a ledger line each. Row-level security says who sees at least as much as a paper used. */
import { createHash, randomBytes } from 'node:crypto';
import { writerName } from '../../platform/accounts/writer-name.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { canonical, contentDigest } from '../../platform/ledger/line.ts';
import { appendToLedger, type Stamp } from '../../platform/ledger/store.ts';
import { compartmentMask, levelName, levelNumber, missionOf } from '../../platform/principal.ts';
import type { Paper, PaperLine, PaperState, Words } from '../contract.ts';

/** What a version's ledger line digests. */
export interface PaperBody {
  paper: Paper;
  words: Words;
  state: PaperState;
  corrects: number | null;
  sentTo: string[];
  note: string | null;
}

export interface PaperVersion extends PaperBody {
  id: string;
  version: number;
  knownAt: string;
  by: string;
  byName: string | null;
  prepared: boolean;
}

export interface NewVersion extends PaperBody {
  id: string;
  version: number;
  verb: string;
  /** `daily 2030-03-21 en` where it was prepared by the clock. */
  prepared: string | null;
  sent: Buffer;
}

/** Tells a repetition from a conflict. */
export const sentDigest = (by: string, input: unknown): Buffer =>
  createHash('sha256').update(by).update('\0').update(canonical(input)).digest();

/** Closes the version before and writes this one. */
export async function insertPaper(tx: Tx, record: NewVersion): Promise<Stamp> {
  const mission = missionOf(tx.who);
  const { id, version, verb, prepared, sent, ...content } = record;
  const { paper, state, corrects, sentTo } = content;
  const mask = String(compartmentMask(mission, paper.compartments));
  // The mask stands in what is digested: the column can be held against it without asking the mission.
  const body = canonical({ ...content, mask });
  const salt = randomBytes(16);
  const digest = contentDigest(salt, body);
  const stamp = await appendToLedger(tx, [{ verb, room: 'briefs', record: id, version, digest }]);
  if (version > 1)
    await sql`update briefs.paper set known_to = ${stamp.first} where mission = ${mission.id} and id = ${id}
      and version = ${version - 1}`.execute(tx.db);
  await sql`insert into briefs.paper (mission, id, version, known_from, known_at, by, verb, level, compartments, areas,
      kind, at, language, state, corrects, title, subtitle, sent_to, prepared, body, salt, sent)
    values (${mission.id}, ${id}, ${version}, ${stamp.first}, ${stamp.at}, ${tx.who.by}, ${verb}, ${levelNumber(paper.level)},
      ${mask}, ${paper.areas}::text[], ${paper.kind}, ${paper.at}, ${paper.language},
      ${state}, ${corrects}, ${paper.title}, ${paper.subtitle}, ${sentTo}::uuid[], ${prepared}, ${body}, ${salt}, ${sent})`.execute(
    tx.db,
  );
  return stamp;
}

interface Row {
  id: string;
  version: number;
  known_at: Date;
  by: string;
  by_name: string | null;
  prepared: boolean;
  body: string;
}

function toVersion({ id, version, known_at, by, by_name, prepared, body }: Row): PaperVersion {
  const { mask: _, ...content } = JSON.parse(body) as PaperBody & { mask: string };
  return { ...content, ...{ id, version, by, knownAt: known_at.toISOString(), byName: by_name, prepared } };
}

/** Every version that the asker sees, oldest first. */
export async function readPaperVersions(tx: Tx, id: string): Promise<PaperVersion[]> {
  const { rows } = await sql<Row>`select p.id, p.version, p.known_at, p.by, ${writerName('p.by')} as by_name,
      p.prepared is not null as prepared, p.body
    from briefs.paper p where p.mission = ${missionOf(tx.who).id} and p.id = ${id} order by p.version`.execute(tx.db);
  return rows.map(toVersion);
}

/** What was sent when a version was written, and whether it was prepared. */
export async function sentUnder(tx: Tx, id: string, version: number): Promise<Buffer | null> {
  const { rows } = await sql<{ sent: Buffer }>`select sent from briefs.paper
    where mission = ${missionOf(tx.who).id} and id = ${id} and version = ${version}`.execute(tx.db);
  return rows[0]?.sent ?? null;
}

export async function isPrepared(tx: Tx, prepared: string): Promise<boolean> {
  const { rows } = await sql`select from briefs.paper where mission = ${missionOf(tx.who).id} and prepared = ${prepared}
    and version = 1`.execute(tx.db);
  return rows.length > 0;
}

type LineRow = Omit<Row, 'body'> &
  Pick<PaperLine, 'state' | 'corrects' | 'kind' | 'at' | 'language' | 'title' | 'subtitle'> & {
    level: number;
    sent_to: string[];
    made_at: Date;
    made_by: string | null;
  };

/** The current versions, newest first. */
export async function listPapers(tx: Tx): Promise<PaperLine[]> {
  const { rows } = await sql<LineRow>`
    select p.id, p.version, p.known_at, p.by, ${writerName('p.by')} as by_name, p.state, p.corrects, p.kind, p.at, p.language,
      p.title, p.subtitle, p.level, p.sent_to, made.known_at as made_at, ${writerName('made.by')} as made_by,
      made.prepared is not null as prepared
    from briefs.paper p join briefs.paper made on made.mission = p.mission and made.id = p.id and made.version = 1
    where p.mission = ${missionOf(tx.who).id} and p.known_to = 9223372036854775807
    order by p.known_from desc limit 200`.execute(tx.db);
  return rows.map(({ known_at, by_name, level, sent_to, made_at, made_by, prepared, ...line }) => ({
    ...line,
    made: { at: made_at.toISOString(), byName: made_by, prepared },
    knownAt: known_at.toISOString(),
    byName: by_name,
    level: levelName(level),
    toMe: tx.who.person !== null && sent_to.includes(tx.who.person),
  }));
}
