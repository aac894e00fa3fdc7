/** What became known of records is told: to whoever's page shows them, and to those who follow or have taken them on. */
import type { Tx } from '../../platform/database/database.ts';
import { emit } from '../../platform/events/outbox.ts';
import type { Stamp } from '../../platform/ledger/store.ts';
import { notify } from '../../platform/notices/notify.ts';
import { areasOf } from '../columns.ts';
import type { PreparedVersion } from '../prepare.ts';
import { followersOf } from '../store/follows.ts';

const STATUS = ['incident.confirm', 'incident.verify'];

/** @param stamp of the write: version i has ledger line `first + i` */
export async function tellChanges(tx: Tx, stamp: Stamp, versions: readonly PreparedVersion[]): Promise<void> {
  await emit(
    tx,
    'incident.changed',
    stamp,
    versions.map((v) => ({ room: 'incidents', ...scopeOfVersion(v) })),
  );
  await tellFollowers(tx, stamp, versions);
}

const scopeOfVersion = (v: PreparedVersion) => ({
  ...{ id: v.id, version: v.version, level: v.levels.core },
  ...{ compartments: v.compartments, areas: areasOf(v.columns) },
});

/** Nobody follows what was not there before. */
export async function tellFollowers(tx: Tx, stamp: Stamp, versions: readonly PreparedVersion[]): Promise<void> {
  const later = versions.flatMap((v, n) => (v.version > 1 ? [{ v, seq: stamp.first + n }] : []));
  if (later.length === 0) return;
  const followers = await followersOf(
    tx,
    later.map(({ v }) => v.id),
  );
  for (const { v, seq } of later) {
    const { id: record, version } = v;
    const kind = STATUS.includes(v.verb) ? ('status' as const) : ('changed' as const);
    const people = followers.get(record) ?? [];
    await notify(
      tx,
      stamp,
      scopeOfVersion(v),
      people.map((person) => ({ person, kind, room: 'incidents', record, version, seq })),
    );
  }
}
