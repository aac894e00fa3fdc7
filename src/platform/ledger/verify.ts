/**
 * Did anybody rewrite what was known? Recomputes the tree from the lines, every line's digest from the content it
 * speaks of, and holds both against the head and against checkpoints kept outside. Runs as the owner, who sees all;
 * findings name lines and records, never content.
 */
import { timingSafeEqual } from 'node:crypto';
import pg from 'pg';
import { verifyCheckpoint } from './checkpoint.ts';
import type { PublicKey } from './checkpoint-key.ts';
import type { Verification } from './contract.ts';
import { contentDigest, type LedgerLine, lineLeaf } from './line.ts';
import { appendMany, decodeFrontier, emptyFrontier, type Frontier, root } from './merkle.ts';

const STEP = 5000;
/** Enough to show what was done; a rewritten ledger would fill pages. */
const MOST_FINDINGS = 200;

/** A room's own check of what it keeps beside the content (derived columns, chains of versions). */
export type Auditor = (client: pg.Client) => AsyncIterable<string>;

export interface VerifyOptions {
  keys: readonly PublicKey[];
  /** Signed notes kept outside the house. */
  checkpoints?: readonly string[];
  auditors?: readonly Auditor[];
  progress?: (done: number, total: number) => Promise<void> | void;
}

interface Content {
  seq: number;
  room: string;
  record: string;
  version: number;
  salt: Buffer;
  content: string;
}

export async function verifyLedger(ownerUrl: string, options: VerifyOptions): Promise<Verification> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kinga-verify' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await verify(client, options);
  } finally {
    await client.end();
  }
}

async function verify(client: pg.Client, options: VerifyOptions): Promise<Verification> {
  const findings: string[] = [];
  const find = (sentence: string) => {
    if (findings.length < MOST_FINDINGS) findings.push(sentence);
  };
  const head = await readHead(client, find);
  const marks = readMarks(options, find);
  let frontier = emptyFrontier();
  let [lastAt, contents] = ['', 0];
  for (let from = 0; ; from += STEP) {
    const lines = await readLines(client, from, from + STEP);
    const found = await readContents(client, from, from + STEP);
    contents += found.length;
    const bySeq = new Map<number, Content>();
    for (const content of found) {
      if (bySeq.has(content.seq)) find(`Line ${content.seq}: two contents say that they belong to it.`);
      bySeq.set(content.seq, content);
    }
    for (const line of lines) {
      if (line.seq !== frontier.size + 1)
        find(`Line ${frontier.size + 1} is missing: line ${line.seq} follows line ${frontier.size}.`);
      if (line.at < lastAt) find(`Line ${line.seq} is dated before the line above it.`);
      lastAt = line.at;
      compare(line, bySeq.get(line.seq), find);
      bySeq.delete(line.seq);
      frontier = appendMany(frontier, [lineLeaf(line)]);
      checkMark(marks, frontier, find);
    }
    for (const content of bySeq.values())
      find(`${content.room} ${content.record} version ${content.version} has no line in the ledger.`);
    await options.progress?.(frontier.size, head.size);
    if (lines.length === 0 && from >= head.size) break;
  }
  if (!same(root(frontier), root(head)) || frontier.size !== head.size)
    find(`The head speaks of ${head.size} lines with another root than the ${frontier.size} lines that are there.`);
  for (const mark of marks)
    if (!mark.met) find(`A checkpoint from outside covers ${mark.size} lines; only ${frontier.size} are there.`);
  for (const audit of options.auditors ?? []) for await (const sentence of audit(client)) find(sentence);
  return {
    size: frontier.size,
    root: Buffer.from(root(frontier)).toString('base64'),
    lines: frontier.size,
    contents,
    findings,
  };
}

function compare(line: LedgerLine, content: Content | undefined, find: (s: string) => void): void {
  const sentence = disagreement(line, content);
  if (sentence)
    find(`Line ${line.seq} (${line.verb}, ${line.room} ${line.record} version ${line.version}): ${sentence}`);
}

function disagreement(line: LedgerLine, content: Content | undefined): string | null {
  if (!content) return 'the content that it digests is gone.';
  const { room, record, version } = content;
  if (room !== line.room || record !== line.record || version !== line.version)
    return `the content beside it is ${room} ${record} version ${version}.`;
  return same(contentDigest(content.salt, content.content), line.digest)
    ? null
    : 'the content was changed after it was written.';
}

interface Mark {
  size: number;
  root: Uint8Array;
  met: boolean;
}

function readMarks({ checkpoints = [], keys }: VerifyOptions, find: (s: string) => void): Mark[] {
  return checkpoints.flatMap((text) => {
    try {
      const { size, root: hash } = verifyCheckpoint(text, keys);
      return [{ size, root: hash, met: size === 0 }];
    } catch (error) {
      find(`A checkpoint from outside cannot be used: ${error instanceof Error ? error.message : 'unreadable'}`);
      return [];
    }
  });
}

function checkMark(marks: readonly Mark[], frontier: Frontier, find: (s: string) => void): void {
  for (const mark of marks) {
    if (mark.size !== frontier.size) continue;
    mark.met = true;
    if (!same(root(frontier), mark.root))
      find(`The first ${mark.size} lines differ from what a checkpoint from outside signed.`);
  }
}

async function readHead(client: pg.Client, find: (s: string) => void): Promise<Frontier> {
  const { rows } = await client.query<{ size: string | number; frontier: Buffer }>(
    'select size, frontier from platform.ledger_head',
  );
  try {
    const frontier = decodeFrontier(rows[0]?.frontier ?? Buffer.alloc(0));
    if (frontier.size !== Number(rows[0]?.size)) find('The head contradicts itself about its size.');
    return frontier;
  } catch {
    find('The head of the ledger cannot be read.');
    return emptyFrontier();
  }
}

async function readLines(client: pg.Client, after: number, to: number): Promise<LedgerLine[]> {
  const { rows } = await client.query<Omit<LedgerLine, 'at'> & { at: Date }>(
    'select seq, at, by, verb, mission, room, record, version, digest from platform.ledger where seq > $1 and seq <= $2 order by seq',
    [after, to],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function readContents(client: pg.Client, after: number, to: number): Promise<Content[]> {
  const { rows } = await client.query<Content>(
    'select seq, room, record, version, salt, content from platform.ledger_content where seq > $1 and seq <= $2',
    [after, to],
  );
  return rows;
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
