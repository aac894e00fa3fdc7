import type { Columnar } from '../../../platform/database/columnar.ts';

/** A bit a ledger line: 1 where the words that the version of this line was the first to say, in its core or its account, match. */
export interface Lines {
  core: Uint8Array;
  account: Uint8Array;
  /** All lines up to this one have been looked at. */
  line: number;
}

/** One mission's columns. */
export interface Held {
  columnar: Columnar;
  /** Every version up to this ledger line is here. */
  line: number;
  /** Up to this line they are packed. */
  packed: number;
  /** How many scopes its rows have. */
  scopes: number;
  /** By view: the scopes it sees, of how many. */
  visible: Map<string, { of: number; ids: readonly number[] }>;
  /** Which versions hold words that were asked for lately. */
  words: Map<string, Promise<Lines>>;
}

export const emptyOf = (columnar: Columnar): Held => ({
  columnar,
  line: 0,
  packed: 0,
  scopes: 0,
  visible: new Map(),
  words: new Map(),
});
