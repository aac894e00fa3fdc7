/**
 * Honest ledgers and ways to tamper with them, for the goal G7 of TRUST.md. Everything follows from a seed, so that a
 * campaign (`generateLedger` and `mutate` ten thousand times) names its failures by number.
 *
 * What the attacker may do: rewrite the ledger, the records and everything computed from them, and hand over
 * checkpoints signed with a key of their own. What they may not: use the ledger's key, or reach the checkpoints that
 * the auditor already holds.
 */
import { makeCheckpoint, parseCheckpoint } from '../../src/platform/ledger/checkpoint.ts';
import { generateSigningKey, publicKeyText, type SigningKey } from '../../src/platform/ledger/checkpoint-key.ts';
import { canonical, contentDigest, type LedgerLine, lineLeaf } from '../../src/platform/ledger/line.ts';
import { appendMany, emptyFrontier, root } from '../../src/platform/ledger/merkle.ts';

/** A line as an export writes it. */
export type ExportLine = Omit<LedgerLine, 'digest'> & { digest: string };
/** A row of `platform.ledger_content`; the salt in hex. */
export type ContentRow = {
  seq: number;
  room: string;
  record: string;
  version: number;
  salt: string;
  content: string | null;
  erased: boolean;
};
export type NamedCheckpoint = { name: string; text: string };
/** What an auditor has before them: the ledger and records as found, the checkpoints and the key as kept. */
export type Case = { lines: ExportLine[]; contents: ContentRow[]; checkpoints: NamedCheckpoint[]; keys: string[] };
export type HonestLedger = Case & { signingKey: SigningKey };

/** What `tools/verify-ledger.mjs` answers. */
export type Verdict = { findings: string[]; covered: number; lines: number; contents: number };
/** Without `contents` only the ledger is checked, as from an export. */
export type Audit = (input: Omit<Case, 'contents'> & { contents?: ContentRow[] }) => Promise<Verdict>;

/** The independent verifier. It is plain JavaScript, loaded by address so that it stays outside our types. */
export async function loadVerifier(): Promise<Audit> {
  const address = new URL('../../tools/verify-ledger.mjs', import.meta.url).href;
  const { audit } = (await import(address)) as { audit: Audit };
  return audit;
}

export type Random = {
  /** A whole number from 0 to n − 1. */
  below: (n: number) => number;
  pick: <T>(from: readonly T[]) => T;
};

/** Mulberry32: 32 bits of state are enough to name a case by its seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[below(from.length)];
    if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
    return chosen;
  };
  return { below, pick };
}

const BASE = Date.parse('2025-03-01T00:00:00.000Z');
const PEOPLE = ['amina', 'channel', 'job:silences', 'officier de permanence', 'مناوب', 'a\u2028b'];
const MISSIONS = [null, 'm-1', 'm-2', ''];

const toLine = (line: ExportLine): LedgerLine => ({ ...line, digest: Buffer.from(line.digest, 'hex') });
const hexOf = (random: Random, bytes: number): string =>
  Array.from({ length: bytes }, () => random.below(256).toString(16).padStart(2, '0')).join('');
const digestOf = ({ salt, content }: ContentRow): string =>
  Buffer.from(contentDigest(Buffer.from(salt, 'hex'), content ?? '')).toString('hex');

/** Signs the first `size` of these lines, at the time of the last of them. */
export function sign(lines: readonly ExportLine[], size: number, key: SigningKey): NamedCheckpoint {
  const covered = lines.slice(0, size).map(toLine);
  const head = {
    size,
    root: root(appendMany(emptyFrontier(), covered.map(lineLeaf))),
    at: covered.at(-1)?.at ?? new Date(BASE).toISOString(),
  };
  return { name: `checkpoint-${size}`, text: makeCheckpoint(head, key) };
}

/** An honest ledger: new records, changes, sensitive reads and erasures; many lines share a moment, as in an import. */
export function generateLedger(seed: number, size: number, checkpointCount: number, erasures = true): HonestLedger {
  const random = seeded(seed);
  const lines: ExportLine[] = [];
  const contents: ContentRow[] = [];
  const versions = new Map<string, number>();
  let time = BASE;
  for (let seq = 1; seq <= size; seq++) {
    time += random.below(3) * random.below(60_000);
    const record = random.below(2) === 0 || versions.size === 0 ? hexOf(random, 16) : random.pick([...versions.keys()]);
    const version = (versions.get(record) ?? 0) + 1;
    const act = version === 1 ? 0 : random.below(erasures ? 10 : 9);
    const wrote = act < 7 ? 'write' : act < 9 ? 'read' : random.pick(['erase', 'redact']);
    if (wrote === 'write') versions.set(record, version);
    if (act === 9) erase(contents, record, random);
    // Half of the erasures are records of their own, whose content names what they erased.
    const room = wrote === 'write' ? 'incidents' : `incidents.${wrote}`;
    const own = act === 9 && random.below(2) === 0 ? hexOf(random, 16) : record;
    const content = canonical({ title: `${hexOf(random, 4)} é`, deaths: random.below(40), incident: record });
    const row = {
      seq,
      room,
      record: own,
      version: act < 7 ? version : 1,
      salt: hexOf(random, 16),
      content,
      erased: false,
    };
    contents.push(row);
    lines.push({
      seq,
      at: new Date(time).toISOString(),
      by: random.pick(PEOPLE),
      verb: `incident.${wrote}`,
      mission: random.pick(MISSIONS),
      room,
      record: own,
      version: row.version,
      digest: digestOf(row),
    });
  }
  const signingKey = generateSigningKey('kinga.example.org/ledger');
  const sizes = Array.from({ length: checkpointCount }, () => random.below(size + 1));
  const checkpoints = [...new Set(sizes)].map((at) => sign(lines, at, signingKey));
  return { lines, contents, checkpoints, keys: [publicKeyText(signingKey)], signingKey };
}

/** A key is destroyed and the sealed content stays; or the content itself goes. */
function erase(contents: readonly ContentRow[], record: string, random: Random): void {
  for (const row of contents.filter((c) => c.record === record && c.room === 'incidents')) {
    row.erased = true;
    if (random.below(2) === 0) row.content = null;
  }
}

/** How many lines the last checkpoint covers. */
export const coveredBy = ({ checkpoints }: Case): number =>
  Math.max(0, ...checkpoints.map(({ text }) => parseCheckpoint(text).size));
