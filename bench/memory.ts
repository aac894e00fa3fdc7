/** How much memory processes hold, as Linux counts it; elsewhere NaN. */
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const KB = 1024;
const LOOK_EVERY_MS = 100;

/** The most memory that a process has held, in MB: looks while it lives, since nothing can be asked of it afterwards. */
export function watchPeak(pid: number): { stop(): number } {
  let peak = Number.NaN;
  const look = () => {
    try {
      const kb = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (kb) peak = Number(kb) / KB;
    } catch {
      // Not there any more, or no Linux.
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** A server and its PostgreSQL with all their children, in MB. What processes share is counted once (PSS). */
export async function memoryOfHouse(serverPid: number, dataDir: string): Promise<number> {
  const postmaster = await readFile(path.join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const roots = [serverPid, Number(postmaster.split('\n')[0])].filter((pid) => pid > 0);
  const sizes = await Promise.all((await withChildren(roots)).map(pss));
  return sizes.reduce((sum, kb) => sum + kb, 0) / KB;
}

async function withChildren(roots: readonly number[]): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name in brackets may hold anything; what follows its last bracket is state and parent.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parent);
  }
  const found = new Set(roots);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

async function pss(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? Number.NaN);
}
