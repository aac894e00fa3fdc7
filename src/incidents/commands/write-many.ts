/**
 * Writes of many people in the order in which things became known: what the demonstration plays back. Each write keeps
 * its own verb; the versions are whatever follows what is there.
 */
import { placer } from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import { newSubject, sealFor } from '../../platform/vault/subjects.ts';
import type { IncidentInput } from '../contract.ts';
import { filled } from '../place.ts';
import { type PreparedVersion, prepareVersion, sentDigest } from '../prepare.ts';
import { compartmentsFor, compartmentsOfGroups } from '../rules.ts';
import { separate } from '../specialists.ts';
import { readCurrent, subjectOf } from '../store/read.ts';
import { insertVersions } from '../store/write.ts';
import { tellChanges } from './tell.ts';

/** At most one write a record in one call. */
export async function writeMany(tx: Tx, writes: readonly { verb: string; input: IncidentInput }[]): Promise<void> {
  const place = await placer(tx);
  const current = await readCurrent(
    tx,
    writes.map((w) => w.input.id),
  );
  const versions: PreparedVersion[] = [];
  for (const { verb, input: sent } of writes) {
    const input = separate({ ...sent, core: filled(sent.core, place) });
    const held = current.get(input.id);
    const subject = input.protected && ((held && (await subjectOf(tx, input.id))) ?? (await newSubject(tx)));
    versions.push(
      prepareVersion(missionOf(tx.who), {
        ...input,
        version: (held?.version ?? 0) + 1,
        verb,
        protected: subject ? { subject, sealed: await sealFor(tx, subject, input.protected) } : null,
        compartments: compartmentsFor(input),
        groupCompartments: compartmentsOfGroups(input),
        sent: sentDigest(tx.keys, tx.who.by, sent),
      }),
    );
  }
  const stamp = await insertVersions(tx, versions);
  await tellChanges(tx, stamp, versions);
}
