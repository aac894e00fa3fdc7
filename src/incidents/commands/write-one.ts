/** What recording and editing share: separate what may name a survivor, place it, seal, write, tell. */

import { areasAt } from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { emit } from '../../platform/events/outbox.ts';
import { missionOf } from '../../platform/principal.ts';
import { newSubject, sealFor } from '../../platform/vault/subjects.ts';
import type { Core, Incident, IncidentInput, Protected } from '../contract.ts';
import { prepareVersion, type SealedGroup } from '../prepare.ts';
import { compartmentsFor, separate } from '../rules.ts';
import { readIncident, subjectOf } from '../store/read.ts';
import { insertVersions } from '../store/write.ts';

/** @returns the version as its writer sees it. @throws `above_own_level` when they could not see what they wrote */
export async function writeOne(
  tx: Tx,
  verb: string,
  version: number,
  sent: IncidentInput,
  digest: Buffer,
): Promise<Incident> {
  const input = separate({ ...sent, core: await placed(tx, sent.core) });
  const prepared = prepareVersion(missionOf(tx.who), {
    id: input.id,
    version,
    verb,
    core: input.core,
    account: input.account,
    protected: input.protected && (await sealed(tx, input.id, input.protected)),
    levels: input.levels,
    compartments: compartmentsFor(input),
    sent: digest,
  });
  const stamp = await insertVersions(tx, [prepared]);
  const { levels, compartments } = prepared;
  await emit(tx, 'incident.changed', stamp, [
    { room: 'incidents', id: input.id, version, level: levels.core, compartments },
  ]);
  const incident = await readIncident(tx, input.id, stamp.first);
  if (!incident) throw new KingaError('above_own_level', { what: 'level' });
  return incident;
}

/** Fills country and area codes from the mission's boundary set; what a person wrote by hand stays. */
async function placed(tx: Tx, core: Core): Promise<Core> {
  if (!core.where.point) return core;
  const found = await areasAt(tx, core.where.point);
  const { where } = core;
  return {
    ...core,
    where: {
      ...where,
      country: where.country ?? found.country,
      adm1Code: found.adm1?.code ?? where.adm1Code,
      adm1: where.adm1 ?? found.adm1?.name ?? null,
      adm2Code: found.adm2?.code ?? where.adm2Code,
      adm2: where.adm2 ?? found.adm2?.name ?? null,
    },
  };
}

async function sealed(tx: Tx, id: string, group: Protected): Promise<SealedGroup> {
  const subject = (await subjectOf(tx, id)) ?? (await newSubject(tx));
  return { subject, sealed: await sealFor(tx, subject, group) };
}
