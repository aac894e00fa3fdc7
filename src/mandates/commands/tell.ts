/** What commands share: slices of a long write, and who is told that something of a mandate changed. */
import type { Tx } from '../../platform/database/database.ts';
import { emit } from '../../platform/events/outbox.ts';
import type { Stamp } from '../../platform/ledger/store.ts';
import { compartmentMask, levelNumber, missionOf } from '../../platform/principal.ts';
import type { Scope } from '../store/write.ts';

/** Rows of one write: the ledger is held no longer for a long text. */
export const AT_ONCE = 1000;

export const slices = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, n) => items.slice(n * AT_ONCE, (n + 1) * AT_ONCE));

/** To those who may read it: the page asks for what. */
export const tellChanged = (
  tx: Tx,
  stamp: Stamp,
  { id, version }: { id: string; version: number },
  { level, compartments, areas }: Scope,
): Promise<void> =>
  emit(tx, 'mandate.changed', stamp, [
    {
      ...{ room: 'mandates', id, version, level: levelNumber(level), areas },
      compartments: compartmentMask(missionOf(tx.who), compartments),
    },
  ]);
