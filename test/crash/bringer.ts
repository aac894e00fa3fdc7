/** A program that brings files while the house is being killed, one after the other. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Rng } from '../../src/demo/tamrin/rng.ts';
import type { ImportResult } from '../../src/incidents/import/contract.ts';
import type { JobRun } from '../../src/platform/jobs/contract.ts';

const MISSION = '/api/v1/missions/trial';
const HEADINGS = 'id,date,type,place,lat,lon,killed,description';

interface Brought {
  name: string;
  rows: number;
  job: string;
  ended: boolean;
}

export interface Bringer {
  /** Starts the import of a new file unless one is at work. */
  keepBusy(address: string): Promise<void>;
  /** Counts an import that the kill met before its end, which now waits or works again. */
  afterRestart(address: string): Promise<void>;
  /** Waits for the last import, then brings every file once more. */
  conclude(address: string): Promise<void>;
  brought(): number;
  rows(): number;
  interrupted(): number;
}

/** @param complain receives a sentence for each promise that was broken */
export function bringer(seed: number, token: string, complain: (sentence: string) => void): Bringer {
  const rng = Rng.of(seed, 'bringer');
  const files: Brought[] = [];
  let interrupted = 0;

  async function ask<T>(address: string, below: string, init: RequestInit = {}): Promise<T> {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    for (;;) {
      const answer = await fetch(`${address}${MISSION}${below}`, { ...init, headers });
      if (answer.ok) return (await answer.json()) as T;
      if (answer.status !== 429) throw new Error(`${below} answered ${answer.status}: ${await answer.text()}`);
      await sleep(1000 * Number(answer.headers.get('retry-after') ?? 1));
    }
  }

  async function bring(address: string, name: string, rows: number): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([table(name, rows)]), `${name}.csv`);
    const { id } = await ask<{ id: string }>(address, '/imports', { method: 'POST', body: form });
    const run = { method: 'POST', body: JSON.stringify({ dataset: name }) };
    const started = await ask<{ job: string }>(address, `/imports/${id}/run`, {
      ...run,
      headers: { 'content-type': 'application/json' },
    });
    return started.job;
  }

  async function end(address: string, job: string): Promise<JobRun> {
    for (;;) {
      const run = await ask<JobRun>(address, `/jobs/${job}`);
      if (run.endedAt) return run;
      await sleep(200);
    }
  }

  async function look(address: string): Promise<Brought | null> {
    const last = files.at(-1);
    if (!last || last.ended) return null;
    const run = await ask<JobRun>(address, `/jobs/${last.job}`);
    last.ended = run.endedAt !== null;
    if (last.ended && !['done', 'failed'].includes(run.state)) complain(`${last.name}: its import ended ${run.state}`);
    return last.ended ? null : last;
  }

  return {
    async keepBusy(address) {
      if (await look(address)) return;
      const [name, rows] = [`file-${files.length}`, rng.int(500, 3_000)];
      files.push({ name, rows, job: await bring(address, name, rows), ended: false });
    },
    async afterRestart(address) {
      if (await look(address)) interrupted += 1;
    },
    async conclude(address) {
      for (const { name, rows, job } of files) {
        const first = await end(address, job);
        const again = await end(address, await bring(address, name, rows));
        const result = again.result as ImportResult | null;
        if (!result) {
          complain(`${name}: brought again, its import ended ${again.state}: ${again.note}`);
          continue;
        }
        const { read, added, changed, unchanged, refused } = result;
        if (read !== rows || added + unchanged !== rows || changed + refused !== 0)
          complain(
            `${name}: of ${rows} rows ${added} were added, ${unchanged} known, ${changed} changed, ${refused} refused`,
          );
        if (first.state === 'done' && added > 0) complain(`${name}: was done, and lacked ${added} rows`);
      }
    },
    brought: () => files.length,
    rows: () => files.reduce((sum, file) => sum + file.rows, 0),
    interrupted: () => interrupted,
  };
}

/** An invented table; the same name gives the same rows. */
function table(name: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const day = new Date(Date.UTC(2029, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    return `${name}-${n},${day},attack_on_civilians,Village ${n},${4 + (n % 50) / 10},${16 + (n % 97) / 10},${n % 9},What was said of ${n}.`;
  });
  return [HEADINGS, ...lines].join('\n');
}
