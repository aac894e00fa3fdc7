/** Writes versions of mandates and provisions: closes what was known, adds what is known now, and tells the ledger. */
import { createHash, randomBytes } from 'node:crypto';
import { sql, type Tx } from '../../platform/database/database.ts';
import { canonical, contentDigest } from '../../platform/ledger/line.ts';
import { appendToLedger, type LedgerEntry, type Stamp } from '../../platform/ledger/store.ts';
import { compartmentMask, levelNumber, missionOf } from '../../platform/principal.ts';
import { type Keys, keyedDigest } from '../../platform/vault/keys.ts';
import type { EditMandate, Reading } from '../contract.ts';
import type { ProvisionContent } from '../rules/review.ts';

/** What a version of a mandate says; its ledger line digests it, and through the hash the text as well. */
export type MandateContent = EditMandate &
  Pick<Reading, 'chapterVII' | 'missions' | 'annexes' | 'unread' | 'rules'> & {
    readAt: string;
    /** SHA-256 of the text in UTF-8, hexadecimal. */
    source: string;
    withdrawn: boolean;
  };

interface NewVersion<Content> {
  id: string;
  version: number;
  verb: string;
  content: Content;
  sent: Buffer;
}
export type NewMandate = NewVersion<MandateContent>;
export type NewProvision = NewVersion<ProvisionContent>;

/** Who may read it: a provision has the scope of its mandate. */
export type Scope = Pick<MandateContent, 'level' | 'compartments' | 'areas'>;

/** Tells a repetition from a conflict: the same content from the same credential. */
export const sentDigest = (keys: Keys, by: string, input: unknown): Buffer =>
  keyedDigest(keys, 'mandates.sent', createHash('sha256').update(by).update('\0').update(canonical(input)).digest());

export const hashOf = (source: string): string => createHash('sha256').update(source).digest('hex');

/**
 * Writes one version of a mandate, or none, and versions of its provisions, with one ledger line each: at most 1,000. At
 * most one version a record, each following the one it replaces.
 * @returns where the write stands: the mandate's line is the first
 */
export async function writeVersions(
  tx: Tx,
  scope: Scope,
  mandate: NewMandate | null,
  provisions: readonly NewProvision[],
): Promise<Stamp> {
  const mask = String(compartmentMask(missionOf(tx.who), scope.compartments));
  // The mask stands in what is digested: the column can be held against it without asking the mission.
  const { level, areas } = scope;
  const one = mandate && sealed(mandate, 'mandates', { mask });
  const many = provisions.map((provision) =>
    sealed(provision, 'mandates.provision', { mask, scope: { level, areas } }),
  );
  const stamp = await appendToLedger(
    tx,
    [one ?? [], many].flat().map(({ entry }) => entry),
  );
  const first = stamp.first + (one ? 1 : 0);
  // All is closed before the first insert: what is raised above older versions must not be in its own way.
  if (one && one.version > 1) await close(tx, 'mandate', [one], stamp.first);
  await close(tx, 'provision', many, first);
  if (one) await insertMandate(tx, one, mask, stamp);
  if (many.length > 0) await insertProvisions(tx, many, { scope, mask, first, at: stamp.at });
  return stamp;
}

interface Sealed<Content> extends NewVersion<Content> {
  body: string;
  salt: Buffer;
  entry: LedgerEntry;
}

function sealed<Content>(made: NewVersion<Content>, room: string, besides: object): Sealed<Content> {
  const { id: record, version, verb, content } = made;
  const body = canonical({ ...content, ...besides });
  const salt = randomBytes(16);
  return { ...made, body, salt, entry: { verb, room, record, version, digest: contentDigest(salt, body) } };
}

/** Ends what these versions replace. */
async function close(
  tx: Tx,
  table: 'mandate' | 'provision',
  versions: readonly { id: string; version: number }[],
  first: number,
): Promise<void> {
  const ended = versions.map(({ id, version }, n) => ({ id, version, seq: first + n })).filter((e) => e.version > 1);
  if (ended.length === 0) return;
  await sql`update mandates.${sql.raw(table)} t set known_to = ended.seq
    from unnest(${ended.map((e) => e.id)}::uuid[], ${ended.map((e) => e.version - 1)}::int[], ${ended.map((e) => e.seq)}::bigint[])
      as ended (id, version, seq)
    where t.mission = ${missionOf(tx.who).id} and t.id = ended.id and t.version = ended.version`.execute(tx.db);
}

async function insertMandate(tx: Tx, one: Sealed<MandateContent>, mask: string, stamp: Stamp): Promise<void> {
  const { level, areas, date, own, withdrawn } = one.content;
  await sql`insert into mandates.mandate (mission, id, version, known_from, known_at, by, verb, level, compartments, areas,
      day, own, withdrawn, body, salt, sent)
    values (${missionOf(tx.who).id}, ${one.id}, ${one.version}, ${stamp.first}, ${stamp.at}, ${tx.who.by}, ${one.verb},
      ${levelNumber(level)}, ${mask}, ${areas}::text[], ${date}, ${own}, ${withdrawn}, ${one.body}, ${one.salt}, ${one.sent})`.execute(
    tx.db,
  );
}

async function insertProvisions(
  tx: Tx,
  many: readonly Sealed<ProvisionContent>[],
  { scope, mask, first, at }: { scope: Scope; mask: string; first: number; at: string },
): Promise<void> {
  const each = <T>(of: (one: Sealed<ProvisionContent>) => T): T[] => many.map(of);
  await sql`insert into mandates.provision (mission, id, version, mandate, known_from, known_at, by, verb, level, compartments,
      areas, place, kind, review, gone, body, salt, sent)
    select ${missionOf(tx.who).id}::int, id, version, mandate, ${first}::bigint + n - 1, ${at}::timestamptz, ${tx.who.by}, verb,
      ${levelNumber(scope.level)}::smallint, ${mask}::bigint, ${scope.areas}::text[], place, kind, review, gone, body, salt, sent
    from unnest(${each((p) => p.id)}::uuid[], ${each((p) => p.version)}::int[], ${each((p) => p.content.mandate)}::uuid[],
      ${each((p) => p.verb)}::text[], ${each((p) => p.content.span[0])}::int[], ${each((p) => p.content.kind)}::text[],
      ${each((p) => p.content.review)}::text[], ${each((p) => p.content.gone)}::bool[], ${each((p) => p.body)}::text[],
      ${each((p) => p.salt)}::bytea[], ${each((p) => p.sent)}::bytea[])
      with ordinality as p (id, version, mandate, verb, place, kind, review, gone, body, salt, sent, n)`.execute(tx.db);
}

/** The words themselves, once: they do not change. */
export async function insertSource(tx: Tx, mandate: string, words: string): Promise<void> {
  await sql`insert into mandates.source (mission, mandate, words)
    values (${missionOf(tx.who).id}, ${mandate}, ${words})`.execute(tx.db);
}
