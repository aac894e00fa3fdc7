/** The drawer of this browser: everything in it is sealed (`seal.ts`). Why so: decision 12. */
import Dexie, { type EntityTable } from 'dexie';

type Sealed = Uint8Array<ArrayBuffer>;

interface Kept {
  /** Names a mission, a person and a record by their ids at most. */
  key: string;
  sealed: Sealed;
  at: number;
}

export const desk = new Dexie('kinga-desk') as Dexie & {
  /** Being written, and not saved. Under the person's key. */
  drafts: EntityTable<Kept, 'key'>;
  /** Saved without a line, to be sent. Under the person's key. */
  waiting: EntityTable<Kept, 'key'>;
  /** What was on the screen last, and the map's tiles. Under the session's key. */
  seen: EntityTable<Kept, 'key'>;
  tiles: EntityTable<Kept, 'key'>;
};
desk.version(1).stores({ drafts: 'key', waiting: 'key', seen: 'key', tiles: 'key, at' });

/** When a session is over: what it saw is nobody's any more. */
export const dropSeen = () => Promise.all([desk.seen.clear(), desk.tiles.clear()]);

/** At signing out. What waits to be sent stays, sealed for the one who saved it: a save is a promise. */
export const dropDesk = () => Promise.all([desk.drafts.clear(), dropSeen()]);
