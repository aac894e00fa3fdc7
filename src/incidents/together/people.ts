/** Those of the mission who see a record: only they can be called to it or given it. */
import { verbsOf } from '../../platform/accounts/rules.ts';
import { membersAmong, openMembers } from '../../platform/accounts/store.ts';
import type { Tx } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { compartmentMask, levelNumber, missionOf } from '../../platform/principal.ts';
import { scopeOf } from '../store/scope.ts';
import type { RecordPeople } from './contract.ts';
import { type RecordScope, readsComments, seesRecord, type Viewer } from './rules.ts';

type Member = Omit<Viewer, 'verbs'> & { roles: readonly string[] };

const asViewer = (member: Member): Viewer => ({ ...member, verbs: new Set(verbsOf(member.roles)) });

/** Everybody who sees the record, by name. */
export async function peopleOf(tx: Tx, scope: RecordScope): Promise<RecordPeople['items']> {
  const members = await openMembers(tx, missionOf(tx.who));
  return members
    .map(({ id, name, ...member }) => ({ id, name, viewer: asViewer(member) }))
    .filter(({ viewer }) => seesRecord(viewer, scope))
    .map(({ id, name, viewer }) => ({ id, name, readsComments: readsComments(viewer, scope) }));
}

/** @throws `does_not_see_record` naming the first one who does not, `nobody_here` */
export async function mustSee(
  tx: Tx,
  ids: readonly string[],
  scope: RecordScope,
  sees: (viewer: Viewer, scope: RecordScope) => boolean,
): Promise<void> {
  if (ids.length === 0) return;
  const members = await membersAmong(tx, missionOf(tx.who), ids);
  for (const id of ids) {
    const member = members.get(id);
    if (!member || member.disabled) throw new KingaError('nobody_here');
    if (!sees(asViewer(member), scope)) throw new KingaError('does_not_see_record', { name: member.name });
  }
}

/** @throws `not_found` where there is (or the asker sees) no such record */
export async function recordScope(tx: Tx, record: string): Promise<RecordScope> {
  const scope = await scopeOf(tx, record);
  if (!scope) throw new KingaError('not_found');
  return scope;
}

/** For events and notices: those who see the record, or only those who read its words. */
export const eventScope = (tx: Tx, record: string, scope: RecordScope, words: boolean) => ({
  id: record,
  version: scope.version,
  level: levelNumber(words ? scope.accountLevel : scope.level),
  compartments: compartmentMask(missionOf(tx.who), words ? scope.groupCompartments : scope.compartments),
  areas: scope.areas,
});
