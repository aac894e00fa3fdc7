/** The ways to tamper with a ledger. Each is told what it may touch, and says what it did. */
import { parseNote } from '../../src/platform/ledger/checkpoint.ts';
import { generateSigningKey } from '../../src/platform/ledger/checkpoint-key.ts';
import { contentDigest } from '../../src/platform/ledger/line.ts';
import {
  type Case,
  type ExportLine,
  type HonestLedger,
  type NamedCheckpoint,
  type Random,
  seeded,
  sign,
} from './mutate.ts';

/** `touched`: seq of the first line that is no longer as it was; beyond the ledger's end if none is. */
export type Mutation = Case & { kind: string; what: string; touched: number };
type Tamper = (ledger: Case, random: Random) => { what: string };

/** After lines were added, taken away or moved: makes seq dense and time monotone again, as a careful attacker would. */
function tidy(lines: ExportLine[], random: Random): string {
  if (random.below(2) === 0) return '';
  let at = '';
  for (const [i, line] of lines.entries()) {
    at = line.at > at ? line.at : at;
    lines[i] = { ...line, seq: i + 1, at };
  }
  return ', and renumbered';
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
const flip = (hex: string, at: number): string =>
  hex.slice(0, at) + (Number.parseInt(hex.charAt(at), 16) ^ 1).toString(16) + hex.slice(at + 1);

/** One change for each field, small enough to be overlooked. */
const EDITS: { [name in keyof ExportLine]: (line: ExportLine, random: Random) => ExportLine[name] } = {
  seq: (line, random) => line.seq + 1 + random.below(3),
  at: (line, random) => later(line.at, random.pick([1, -1, 60_000, -86_400_000])),
  by: (line, random) => random.pick([`${line.by} `, 'somebody else', '']),
  verb: (line) => `${line.verb}x`,
  mission: (line) => (line.mission === null ? '' : null),
  room: (line) => `${line.room}2`,
  record: (line, random) => flip(line.record, random.below(line.record.length)),
  version: (line) => line.version + 1,
  digest: (line, random) => flip(line.digest, random.below(64)),
};

function forgedLine(seq: number, before: ExportLine | undefined, random: Random): ExportLine {
  const at = before?.at ?? '2025-03-01T00:00:00.000Z';
  const record = `forged-${random.below(1e9)}`;
  return {
    seq,
    at,
    by: 'amina',
    verb: 'incidents.write',
    mission: 'm-1',
    room: 'incidents',
    record,
    version: 1,
    digest: '0'.repeat(64),
  };
}

const edit: Tamper = ({ lines }, random) => {
  const i = random.below(lines.length);
  const line = random.pick(lines.slice(i, i + 1));
  const field = random.pick(Object.keys(EDITS) as (keyof ExportLine)[]);
  lines[i] = { ...line, [field]: EDITS[field](line, random) };
  return { what: `changed ${field} of line ${i + 1}` };
};

/** Moves text between neighbouring fields: a sloppy encoding would give both the same bytes. */
const shiftText: Tamper = ({ lines }, random) => {
  const i = random.below(lines.length);
  const line = random.pick(lines.slice(i, i + 1));
  lines[i] = { ...line, by: line.by + line.verb.charAt(0), verb: line.verb.slice(1) };
  return { what: `moved a letter from verb to by in line ${i + 1}` };
};

const remove: Tamper = ({ lines }, random) => {
  const i = random.below(lines.length);
  const count = lines.splice(i, 1 + random.below(5)).length;
  return { what: `deleted ${count} lines from ${i + 1} on${tidy(lines, random)}` };
};

const insert: Tamper = ({ lines }, random) => {
  const i = random.below(lines.length + 1);
  lines.splice(i, 0, forgedLine(i + 1, lines[i - 1], random));
  return { what: `inserted a line ${i + 1}${tidy(lines, random)}` };
};

const duplicate: Tamper = ({ lines }, random) => {
  const i = random.below(lines.length);
  lines.splice(i, 0, random.pick(lines.slice(i, i + 1)));
  return { what: `doubled line ${i + 1}${tidy(lines, random)}` };
};

const reorder: Tamper = ({ lines }, random) => {
  const i = random.below(lines.length);
  const j = (i + 1 + random.below(lines.length - 1)) % lines.length;
  const [a, b] = [random.pick(lines.slice(i, i + 1)), random.pick(lines.slice(j, j + 1))];
  lines[i] = b;
  lines[j] = a;
  return { what: `swapped lines ${i + 1} and ${j + 1}${tidy(lines, random)}` };
};

/** To a backup, perhaps, and on from there. */
const rollBack: Tamper = ({ lines }, random) => {
  const size = random.below(lines.length);
  const again = random.below(2) * random.below(2 * (lines.length - size));
  lines.length = size;
  for (let i = 0; i < again; i++) lines.push(forgedLine(size + i + 1, lines.at(-1), random));
  return { what: `rolled back to ${size} lines, and wrote ${again} new ones` };
};

/** Another history from a line on, records and digests fitting one another, with a checkpoint of the attacker's own. */
const fork: Tamper = (ledger, random) => {
  const from = random.below(ledger.lines.length);
  for (const [i, line] of ledger.lines.entries()) {
    const row = ledger.contents[i];
    if (i < from || typeof row?.content !== 'string') continue;
    row.content = row.content.replace(/"deaths":\d+/, '"deaths":0').replace('é', 'è');
    const digest = Buffer.from(contentDigest(Buffer.from(row.salt, 'hex'), row.content)).toString('hex');
    ledger.lines[i] = { ...line, digest };
  }
  const last = random.pick(ledger.lines.slice(from, from + 1));
  ledger.lines[from] = { ...last, by: `${last.by}?` };
  return { what: `rewrote everything from line ${from + 1} on` };
};

/** The attacker's checkpoint takes the place of a true one: same name, another key, half of the time under its id. */
const forge: Tamper = (ledger, random) => {
  const { what } = fork(ledger, random);
  const i = random.below(ledger.checkpoints.length);
  const { text } = random.pick<NamedCheckpoint>(ledger.checkpoints.slice(i, i + 1));
  const key = generateSigningKey('kinga.example.org/ledger');
  const id = random.pick([key.id, parseNote(text).signatures[0]?.id ?? key.id]);
  const forged = sign(ledger.lines, ledger.lines.length, { ...key, id });
  // Only this one is shown: the auditor who kept no other has nothing but its signature.
  ledger.checkpoints = [forged];
  return { what: `${what}, and signed it with another key under id ${id}` };
};

/** A true checkpoint whose text was fitted to another ledger, under the old signature. */
const alterCheckpoint: Tamper = (ledger, random) => {
  const i = random.below(ledger.checkpoints.length);
  const { name, text } = random.pick<NamedCheckpoint>(ledger.checkpoints.slice(i, i + 1));
  const lines = text.split('\n');
  const k = random.below(4);
  lines[k] = random.pick([`${lines[k]}0`, `1${lines[k]}`, lines[k]?.slice(1) ?? '', 'at 2024-01-01T00:00:00.000Z']);
  ledger.checkpoints[i] = { name, text: lines.join('\n') };
  return { what: `changed line ${k + 1} of ${name}` };
};

/** The records behind the ledger: their digests are in it. */
const tamperContent: Tamper = ({ contents, lines }, random) => {
  const i = random.below(contents.length);
  const row = random.pick(contents.slice(i, i + 1));
  const erasedLater = lines.slice(i + 1).some((line) => /erase|redact/.test(line.verb));
  const act = random.pick(['edit', 'salt', 'delete', 'double', 'move', 'hide', 'blank'] as const);
  if (act === 'delete') contents.splice(i, 1);
  else if (act === 'double') contents.splice(i, 0, row);
  else if (act === 'move') contents[i] = { ...row, record: flip(row.record, 0) };
  else if (act === 'hide' && !erasedLater) contents[i] = { ...row, content: null, erased: true };
  else if (act === 'blank' && !row.erased) contents[i] = { ...row, content: null };
  else if (act === 'salt' && row.content !== null) contents[i] = { ...row, salt: flip(row.salt, random.below(32)) };
  else contents[i] = { ...row, content: `${row.content ?? '{}'} ` };
  return { what: `${act}: content of line ${row.seq}` };
};

export const TAMPERS: Record<string, Tamper> = {
  edit,
  shiftText,
  remove,
  insert,
  duplicate,
  reorder,
  rollBack,
  fork,
  forge,
  alterCheckpoint,
  tamperContent,
};

/**
 * Tampers with a copy of the ledger in one way; the seed decides which and where.
 * @param kinds names of `TAMPERS` to choose from; all by default.
 */
export function mutate(ledger: HonestLedger, seed: number, kinds: readonly string[] = Object.keys(TAMPERS)): Mutation {
  const random = seeded(seed);
  const { lines, contents, checkpoints, keys } = ledger;
  const copy = {
    lines: [...lines],
    contents: contents.map((row) => ({ ...row })),
    checkpoints: [...checkpoints],
    keys,
  };
  const kind = random.pick(kinds);
  const tamper = TAMPERS[kind];
  if (tamper === undefined) throw new RangeError(`There is no way of tampering called "${kind}".`);
  const { what } = tamper(copy, random);
  const first = lines.findIndex((line, i) => JSON.stringify(line) !== JSON.stringify(copy.lines[i]));
  return { ...copy, kind, what, touched: first === -1 ? lines.length + 1 : first + 1 };
}
