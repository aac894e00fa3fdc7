/**
 * Reads what strace saw of PostgreSQL: which acknowledgements of a commit were sent although the write-ahead log had not
 * been brought to disk since the commit was asked for.
 */

/** `1234 1700000000.123456 fdatasync(5</data/pg_wal/…>) = 0`, whole or as its two halves. */
const LINE = /^(\d+) +([\d.]+) (.*)$/;

export interface Seen {
  /** Commits that were acknowledged. */
  commits: number;
  /** Of those, acknowledged before the log was on disk. */
  early: number;
}

export function unsynced(trace: string): Seen {
  /** When each process was last asked to commit. */
  const asked = new Map<string, number>();
  const begun = new Map<string, number>();
  const syncs: { from: number; to: number }[] = [];
  const seen = { commits: 0, early: 0 };
  for (const text of trace.split('\n')) {
    const [, pid = '', at = '', call = ''] = LINE.exec(text) ?? [];
    const time = Number(at);
    if (/^f(?:data)?sync\(\d+<[^>]*pg_wal/.test(call)) {
      if (call.includes('<unfinished')) begun.set(pid, time);
      else if (call.endsWith('= 0')) syncs.push({ from: time, to: time });
    } else if (/^<\.\.\. f(?:data)?sync resumed>.*= 0$/.test(call)) {
      const from = begun.get(pid);
      if (from !== undefined) syncs.push({ from, to: time });
      begun.delete(pid);
    } else if (/recvfrom.*"Q\\0\\0\\0\\vcommit\\0"/.test(call)) asked.set(pid, time);
    else if (/^sendto\(.*COMMIT\\0/.test(call)) {
      const since = asked.get(pid);
      if (since === undefined) continue;
      asked.delete(pid);
      seen.commits += 1;
      if (!syncs.some(({ from, to }) => from >= since && to <= time)) seen.early += 1;
      // One connection at a time: what is older explains no later one.
      syncs.length = 0;
    }
  }
  return seen;
}
