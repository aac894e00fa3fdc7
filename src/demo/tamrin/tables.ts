/** What the truth is written in. */
export type Cell = string | number | null;
export type Table = {
  /** File name without its ending. */
  name: string;
  about: string;
  /** Each column and what it holds. */
  columns: Readonly<Record<string, string>>;
  /** Starts anew at each call. */
  rows: () => Iterable<Cell[]>;
};
