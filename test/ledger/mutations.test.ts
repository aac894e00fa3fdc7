/** Goal G7 of TRUST.md in small. `mutate` and `generateLedger` serve a campaign of ten thousand in the same way. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { testDatabase } from '../support/postgres.ts';
import { coveredBy, generateLedger, loadVerifier, type NamedCheckpoint, sign } from './mutate.ts';
import { mutate, TAMPERS } from './mutations.ts';

const audit = await loadVerifier();
const TOOL = fileURLToPath(new URL('../../tools/verify-ledger.mjs', import.meta.url));

/** Runs the verifier as an auditor would. */
const run = (args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [TOOL, ...args], (_, out, err) =>
      done({ code: child.exitCode ?? -1, said: out + err }),
    );
  });

async function inFolder(act: (path: (name: string) => string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kinga-verify-'));
  try {
    await act((name) => join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const toExport = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

async function writeCheckpoints(path: (name: string) => string, all: readonly NamedCheckpoint[]): Promise<string[]> {
  await Promise.all(all.map(({ name, text }) => writeFile(path(name), text)));
  return all.flatMap(({ name }) => ['--checkpoint', path(name)]);
}

describe('the independent verifier', () => {
  it('raises no alarm over 100 honest ledgers', async () => {
    for (let seed = 0; seed < 100; seed++) {
      const ledger = generateLedger(seed, seed * 3, 1 + (seed % 6));
      const { findings, covered, lines } = await audit(ledger);
      expect(findings, `ledger ${seed}`).toEqual([]);
      expect([covered, lines]).toEqual([coveredBy(ledger), seed * 3]);
    }
  });

  it('catches every one of 1,000 mutations that touches a covered line', async () => {
    const ledgers = Array.from({ length: 10 }, (_, i) => {
      const ledger = generateLedger(1000 + i, 300, 4);
      return { ...ledger, checkpoints: [...ledger.checkpoints, sign(ledger.lines, 280, ledger.signingKey)] };
    });
    const missed: string[] = [];
    const covered = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed++) {
      const ledger = ledgers[seed % ledgers.length];
      if (ledger === undefined) throw new Error('no ledger');
      const mutation = mutate(ledger, seed);
      const reaches = mutation.touched <= coveredBy(ledger) || /Checkpoint|forge|Content/.test(mutation.kind);
      if (!reaches) continue;
      covered.set(mutation.kind, (covered.get(mutation.kind) ?? 0) + 1);
      // The export alone must show what was done to lines; only what was done to records needs the records.
      const { contents, ...lines } = mutation;
      const { findings } = await audit(mutation.kind === 'tamperContent' ? mutation : lines);
      if (findings.length === 0) missed.push(`${seed}: ${mutation.what}`);
    }
    expect(missed).toEqual([]);
    expect([...covered.keys()].sort()).toEqual(Object.keys(TAMPERS).sort());
    expect([...covered.values()].reduce((a, b) => a + b)).toBeGreaterThan(850);
  });

  it('cannot see a careful fork after the last checkpoint: that is what sending checkpoints out often is for', async () => {
    const ledger = generateLedger(1, 300, 3);
    const early = { ...ledger, checkpoints: [sign(ledger.lines, 1, ledger.signingKey)] };
    const seed = Array.from({ length: 100 }, (_, i) => i).find((i) => mutate(early, i, ['fork']).touched > 1) ?? -1;
    const { contents, ...lines } = mutate(early, seed, ['fork']);
    const { findings, covered } = await audit(lines);
    expect([findings, covered]).toEqual([[], 1]);
  });

  it('tells between which checkpoints something was changed', async () => {
    const ledger = generateLedger(7, 300, 0);
    const checkpoints = [100, 200, 300].map((size) => sign(ledger.lines, size, ledger.signingKey));
    const lines = ledger.lines.map((line) => (line.seq === 150 ? { ...line, by: 'nobody' } : line));
    const { findings } = await audit({ ...ledger, lines, checkpoints });
    expect(findings).toEqual([
      'The ledger does not fit checkpoint checkpoint-200: something was changed in lines 101 to 200.',
      'The ledger does not fit checkpoint checkpoint-300: something was changed in lines 101 to 300.',
    ]);
  });

  it('tells a fork by two true checkpoints of different histories', async () => {
    const ledger = generateLedger(8, 50, 0);
    const other = ledger.lines.map((line) => ({ ...line, by: `${line.by}!` }));
    const checkpoints = [sign(other, 20, ledger.signingKey), sign(ledger.lines, 40, ledger.signingKey)];
    const { findings } = await audit({ ...ledger, checkpoints });
    expect(findings).toEqual([
      'checkpoint-20 and checkpoint-40 are both signed, but of two histories: the ledger was forked.',
    ]);
  });
});

describe('verify-ledger.mjs on the command line', () => {
  const ledger = generateLedger(42, 120, 3, false);
  const key = ledger.keys.flatMap((text) => ['--key', text]);

  it('answers 0 for an honest export with contents, and 1 in words for a changed one', async () => {
    await inFolder(async (path) => {
      const checkpoints = await writeCheckpoints(path, ledger.checkpoints);
      const lines = ledger.lines.map((line, i) => {
        const row = ledger.contents[i];
        return row === undefined || i % 7 === 6 ? line : { ...line, salt: row.salt, content: row.content };
      });
      await writeFile(path('ledger.jsonl'), toExport(lines));
      const changed = lines.map((line) => (line.seq === 1 && 'content' in line ? { ...line, content: '{}' } : line));
      await writeFile(path('changed.jsonl'), toExport(changed));
      const honest = await run(['--export', path('ledger.jsonl'), ...key, ...checkpoints]);
      expect(honest).toMatchObject({
        code: 0,
        said: expect.stringContaining(`Nothing was changed in lines 1 to ${coveredBy(ledger)}`),
      });
      const other = await run(['--export', path('changed.jsonl'), ...key, ...checkpoints]);
      expect(other).toMatchObject({
        code: 1,
        said: expect.stringContaining('Line 1: its content is not the one it was written with.'),
      });
      await writeFile(path('damaged.jsonl'), `${toExport(lines.slice(0, 3))}{"seq":4,\n${toExport(lines.slice(4))}`);
      const damaged = await run(['--export', path('damaged.jsonl'), ...key, ...checkpoints]);
      expect(damaged).toMatchObject({ code: 1, said: expect.stringContaining('Line 4 is not a JSON object.') });
    });
  });

  it('answers 2 in words when it cannot read', async () => {
    await inFolder(async (path) => {
      const checkpoints = await writeCheckpoints(path, ledger.checkpoints);
      await writeFile(path('ledger.jsonl'), toExport(ledger.lines));
      const read = ['--export', path('ledger.jsonl')];
      for (const [args, words] of [
        [[...key, ...checkpoints], 'Give either --export FILE or --database URL.'],
        [[...read, ...key], 'at least one --checkpoint'],
        [[...read, '--key', 'x+00000000+AAAA', ...checkpoints], 'no Ed25519 key'],
        [['--export', path('absent'), ...key, ...checkpoints], 'ENOENT'],
        [['--database', 'postgres://127.0.0.1:1/x', ...key, ...checkpoints], 'ECONNREFUSED'],
        [['--what'], "Unknown option '--what'"],
      ] as const)
        expect(await run([...args])).toMatchObject({ code: 2, said: expect.stringContaining(words) });
    });
  });

  it('reads a database, records included', async () => {
    // `platform.act` holds no erased contents.
    const kept = generateLedger(43, 120, 3, false);
    const database = await testDatabase();
    try {
      await withOwner(database.ownerUrl, (owner) =>
        owner.query(
          `with line as (select * from jsonb_to_recordset($1::jsonb) as t (seq bigint, at timestamptz, by text, verb text,
               mission text, room text, record text, version int, digest text)),
             row as (select * from jsonb_to_recordset($2::jsonb) as t (seq bigint, room text, record text, version int,
               salt text, content text)),
             lines as (insert into platform.ledger select seq, at, by, verb, mission, room, record, version, decode(digest, 'hex') from line)
           insert into platform.act select seq, null, room, record, version, decode(salt, 'hex'), content from row`,
          [JSON.stringify(kept.lines), JSON.stringify(kept.contents)],
        ),
      );
      await inFolder(async (path) => {
        const checkpoints = await writeCheckpoints(path, kept.checkpoints);
        const check = () =>
          run(['--database', database.ownerUrl, ...kept.keys.flatMap((text) => ['--key', text]), ...checkpoints]);
        const change = (statement: string) => withOwner(database.ownerUrl, (owner) => owner.query(statement));
        expect(await check()).toMatchObject({ code: 0, said: expect.stringContaining('digests: 120.') });
        await change('update platform.act set content = content || $$ $$ where seq = 60');
        expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('Line 60: the content of') });
        await change('update platform.act set content = rtrim(content) where seq = 60');
        await change("update platform.ledger set at = at + interval '1 microsecond' where seq = 60");
        expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('Line 60 has no valid at') });
      });
    } finally {
      await database.drop();
    }
  });
});
