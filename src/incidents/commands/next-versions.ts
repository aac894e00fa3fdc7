/** What comes next of records that are there, where their facts alone change: a version more each, as closed as before. */
import type { Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import type { Account, Core } from '../contract.ts';
import { type PreparedVersion, prepareVersion } from '../prepare.ts';
import { compartmentsOfGroups } from '../rules.ts';
import { type Current, levelsIn } from '../store/read.ts';
import { insertVersions } from '../store/write.ts';
import { tellChanges } from './tell.ts';

/** @param account where the words change, too; otherwise what was known of them goes on holding */
export function nextVersion(
  tx: Tx,
  held: Current,
  verb: string,
  core: Core,
  account: Account | null = null,
): PreparedVersion {
  const { levels, compartments } = levelsIn(held.envelope);
  return prepareVersion(missionOf(tx.who), {
    ...{ id: held.id, version: held.version + 1, verb, core, account, protected: null, levels, compartments },
    groupCompartments: compartmentsOfGroups({ core, protected: null, compartments }),
    sent: held.sent,
  });
}

/** @returns how many were written */
export async function writeNext(tx: Tx, versions: readonly PreparedVersion[]): Promise<number> {
  if (versions.length > 0) await tellChanges(tx, await insertVersions(tx, versions), versions);
  return versions.length;
}
