/** One small write of an import: which rows are new, which changed at their source, which say nothing new. */

import type { Tx } from '../../platform/database/database.ts';
import { emit } from '../../platform/events/outbox.ts';
import { canonical } from '../../platform/ledger/line.ts';
import { missionOf } from '../../platform/principal.ts';
import { isErased, newSubject, sealFor } from '../../platform/vault/subjects.ts';
import { areasOf } from '../columns.ts';
import type { Core, IncidentInput, Protected } from '../contract.ts';
import { type PreparedVersion, prepareVersion } from '../prepare.ts';
import {
  accusesOwn,
  compartmentsFor,
  compartmentsOfGroups,
  keptScope,
  mergeImported,
  TAKE_BACK,
  WITHDRAWN,
} from '../rules.ts';
import { needsSpecialists, SPECIALISTS, separate } from '../specialists.ts';
import { noteImportWrite } from '../store/import-writes.ts';
import {
  accountBodies,
  type Current,
  levelsIn,
  openProtected,
  readCurrent,
  readIncident,
  readLastImported,
  subjectOf,
} from '../store/read.ts';
import { writtenBefore } from '../store/receipts.ts';
import { insertVersions } from '../store/write.ts';
import { tellFollowers } from './tell.ts';

const IMPORT = 'incident.import';

export interface Incoming {
  input: IncidentInput;
  /** Digest of what the source says, to tell an unchanged row from a changed one. */
  sent: Buffer;
}

export interface BatchCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** Says what a batch would do, and writes nothing. */
export async function compareBatch(tx: Tx, batch: readonly Incoming[]): Promise<BatchCounts> {
  const { news, changes } = await compare(tx, batch);
  return { added: news.length, changed: changes.length, unchanged: batch.length - news.length - changes.length };
}

/** @param run the job, whose event stands for all its rows: handlers read them by ledger line */
export async function writeBatch(tx: Tx, run: string, batch: readonly Incoming[]): Promise<BatchCounts> {
  const { news, changes } = await compare(tx, batch);
  const versions: PreparedVersion[] = [];
  for (const incoming of news) versions.push(await prepare(tx, incoming, null));
  for (const { incoming, current } of changes) versions.push(await prepare(tx, incoming, current));
  if (versions.length > 0) {
    const stamp = await insertVersions(tx, versions);
    await noteImportWrite(tx, run, stamp, versions.length);
    const level = Math.min(...versions.map((v) => v.levels.core));
    const open = versions.some((v) => v.compartments === 0n);
    const compartments = open ? 0n : versions.reduce((mask, v) => mask | v.compartments, 0n);
    const areas = [...new Set(versions.flatMap((v) => areasOf(v.columns)))];
    await emit(tx, 'incidents.imported', stamp, [
      { room: 'incidents', id: run, version: 1, level, compartments, areas },
    ]);
    await tellFollowers(tx, stamp, versions);
  }
  return { added: news.length, changed: changes.length, unchanged: batch.length - versions.length };
}

async function compare(tx: Tx, batch: readonly Incoming[]) {
  const current = await readCurrent(
    tx,
    batch.map(({ input }) => input.id),
  );
  const unseen = batch.filter(({ input }) => !current.has(input.id));
  // What was handed over before, and is out of the importer's sight since, says nothing new.
  const accusing = unseen.filter(({ input }) => accusesOwn(input.core));
  const handedOver = await writtenBefore(
    tx,
    accusing.map(({ input, sent }) => ({ id: input.id, sent })),
  );
  const news = unseen.filter(({ input }) => !handedOver.has(input.id));
  const known = batch.flatMap((incoming) => {
    const held = current.get(incoming.input.id);
    return held ? [{ incoming, current: held }] : [];
  });
  const ids = known.map((k) => k.current.id);
  const imported = ids.length > 0 ? await readLastImported(tx, ids) : new Map<string, Buffer>();
  const suspects = known.filter((k) => !imported.get(k.current.id)?.equals(k.incoming.sent) || isWithdrawn(k.current));
  const accounts = suspects.length > 0 ? await accountBodies(tx, ids) : new Map<string, string>();
  const withNames = suspects.filter((k) => k.incoming.input.protected).map((k) => k.current.id);
  const names = withNames.length > 0 ? await openProtected(tx, withNames) : new Map<string, Protected>();
  const changes = suspects.filter(({ incoming: { input }, current: held }) =>
    saysSomethingNew(input, held, accounts.get(held.id), names.get(held.id)),
  );
  return { news, changes };
}

/** What was withdrawn or taken back and comes again says the same as at its last import, and is to be taken all the same. */
const isWithdrawn = ({ verb, body }: Current): boolean =>
  verb === TAKE_BACK || (JSON.parse(body) as Core).tags.includes(WITHDRAWN);

/** Our own export coming home has no earlier import to compare with: then the contents are compared. */
function saysSomethingNew(
  input: IncidentInput,
  current: Current,
  account: string | undefined,
  names: Protected | undefined,
): boolean {
  if (canonical(brought(input, current, null).core) !== current.body) return true;
  if (input.account && account !== undefined && canonical(input.account) !== account) return true;
  return input.protected !== null && names !== undefined && canonical(input.protected) !== canonical(names);
}

/** A row brought to the record that is there: one for specialists stays theirs, and takes in nothing that may name somebody. */
function brought(input: IncidentInput, current: Current, before: Protected | null): IncidentInput {
  const core = mergeImported(JSON.parse(current.body) as Core, input.core);
  const merged = { ...input, core, ...keptScope(levelsIn(current.envelope), input) };
  return needsSpecialists(merged) ? separate({ ...merged, protected: input.protected ?? before }) : merged;
}

/** What was set apart before is completed by whoever sees it. Others bring facts: words and names are not theirs to add. */
async function completed(tx: Tx, input: IncidentInput, current: Current): Promise<IncidentInput> {
  const held = JSON.parse(current.body) as Core;
  if (!held.specialists) return brought(input, current, null);
  const { level, compartments } = tx.who;
  if (level !== 'strictly_confidential' || !SPECIALISTS.some((code) => compartments.includes(code)))
    return { ...brought(input, current, null), account: null, protected: null };
  const before = await readIncident(tx, input.id, Number.MAX_SAFE_INTEGER);
  return brought(input, current, before?.protected ?? null);
}

async function prepare(tx: Tx, incoming: Incoming, current: Current | null): Promise<PreparedVersion> {
  const input = current ? await completed(tx, incoming.input, current) : incoming.input;
  return prepareVersion(missionOf(tx.who), {
    id: input.id,
    version: (current?.version ?? 0) + 1,
    verb: IMPORT,
    core: input.core,
    account: input.account,
    protected: input.protected && (await sealed(tx, input.id, current !== null, input.protected)),
    levels: input.levels,
    compartments: compartmentsFor(input),
    groupCompartments: compartmentsOfGroups(input),
    sent: incoming.sent,
  });
}

/** A file made before an erasure must not bring back what was erased: then this group is not written. */
async function sealed(tx: Tx, id: string, known: boolean, group: unknown) {
  const before = known ? await subjectOf(tx, id) : null;
  if (before && (await isErased(tx, before))) return null;
  const subject = before ?? (await newSubject(tx));
  return { subject, sealed: await sealFor(tx, subject, group) };
}
