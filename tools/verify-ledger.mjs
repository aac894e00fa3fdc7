#!/usr/bin/env node
/**
 * Checks a ledger of Kinga against checkpoints that were kept outside it.
 *
 * Written a second time on purpose: it shares no code with Kinga, and needs nothing but Node (and `pg`, to read a
 * database). The formats are those of src/platform/ledger/line.ts, RFC 6962 §2.1 and C2SP signed-note and
 * tlog-checkpoint, so an auditor can read it beside them, or write a third.
 *
 *   verify-ledger.mjs --export FILE   --key VKEY --checkpoint FILE [--checkpoint FILE …]
 *   verify-ledger.mjs --database URL  --key VKEY --checkpoint FILE …
 *
 * --export      one JSON object a line: seq, at, by, verb, mission, room, record, version, digest (hex);
 *               and, where the content shall be checked too, salt (hex) and content (its canonical JSON, as a string).
 * --database    reads platform.ledger, and checks what each line digests in platform.ledger_content; the URL must be of
 *               a role that sees every row, such as the owner.
 * --key         name+hash+base64, as the installation published it; several are allowed.
 *
 * Prints one sentence for each finding. Exit 0: all fits. 1: something was changed. 2: it could not be read.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

// ── Lines ──
const isTombstone = (verb) => /(^|[.\-_])(erase|redact)$/.test(verb);
const isText = (value) => typeof value === 'string' && value.isWellFormed() && Buffer.byteLength(value) <= 0xffff;
const isHex = (bytes) => (value) => isText(value) && value.length === 2 * bytes && /^[0-9a-f]+$/.test(value);
const isMoment = (value) => typeof value === 'string' && value.length === 24 && value === new Date(value).toJSON();

const FIELDS = {
  seq: (value) => Number.isSafeInteger(value) && value > 0,
  at: isMoment,
  by: isText,
  verb: isText,
  mission: (value) => value === null || isText(value),
  room: isText,
  record: isText,
  version: (value) => Number.isInteger(value) && value >= 0 && value <= 0xffffffff,
  digest: isHex(32),
};

/** What keeps this from being a ledger line, in words; undefined if nothing does. */
function flaw(line) {
  if (line === null || typeof line !== 'object') return 'is not a JSON object';
  const bad = Object.keys(FIELDS).find((name) => !FIELDS[name](line[name]));
  if (bad !== undefined) return `has no valid ${bad}: ${JSON.stringify(line[bad])}`;
  const foreign = Object.keys(line).find(
    (name) => !(Object.hasOwn(FIELDS, name) || name === 'salt' || name === 'content'),
  );
  return foreign && `has a field "${foreign}", which no digest covers`;
}

/** Names a version of a record, in one way only. */
const nameOf = ({ room, record, version }) => JSON.stringify([room, record, version]);

/** SHA-256(0x00 ‖ the line's bytes, as line.ts describes them). */
function leafOf({ seq, at, by, verb, mission, room, record, version, digest }) {
  const integer = (value, bytes) => Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex');
  const text = (value) => Buffer.concat([integer(Buffer.byteLength(value), 2), Buffer.from(value)]);
  const head = [Buffer.of(0, 1), integer(seq, 8), Buffer.from(at), text(by), text(verb)];
  const where = [mission === null ? Buffer.of(0) : Buffer.concat([Buffer.of(1), text(mission)]), text(room)];
  return sha256(...head, ...where, text(record), integer(version, 4), Buffer.from(digest, 'hex'));
}

/** Is this the content, salt first, that the digest was made of? */
const fitsDigest = (digest, salt, content) =>
  isHex(16)(salt) && sha256(Buffer.from(salt, 'hex'), Buffer.from(content ?? '')).toString('hex') === digest;

// ── Tree ──
/** Complete subtrees, leftmost first, no two of one height; the root joins them from the right. */
function makeTree() {
  const subtrees = [];
  const join = (left, right) => sha256(Buffer.of(1), left, right);
  return {
    add(leaf) {
      let top = { height: 0, hash: leaf };
      while (subtrees.at(-1)?.height === top.height)
        top = { height: top.height + 1, hash: join(subtrees.pop().hash, top.hash) };
      subtrees.push(top);
    },
    root() {
      const hashes = subtrees.map((subtree) => subtree.hash);
      let root = hashes.pop() ?? sha256();
      while (hashes.length > 0) root = join(hashes.pop(), root);
      return root;
    },
  };
}

// ── Checkpoints ──
/** name+hash+base64(0x01 ‖ key). Throws when the key cannot be used at all. */
function readKey(vkey) {
  const [name, id] = vkey.trim().split('+', 2);
  const raw = Buffer.from(vkey.trim().slice(`${name}+${id}+`.length), 'base64');
  if (raw.length !== 33 || raw[0] !== 1) throw new Error(`"${vkey}" is no Ed25519 key of the form name+hash+base64.`);
  const expected = sha256(Buffer.from(`${name}\n`), raw).toString('hex', 0, 4);
  if (id !== expected) throw new Error(`The key of "${name}" is damaged: its hash should be ${expected} and is ${id}.`);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.subarray(1).toString('base64url') };
  return { name, id, key: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** The checkpoint in a signed note, or `{ flaw }` in words. */
function readCheckpoint(note, keys) {
  const end = note.lastIndexOf('\n\n');
  if (end === -1 || !note.endsWith('\n')) return { flaw: 'is no signed note' };
  const text = note.slice(0, end + 1);
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  let signed = false;
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    if (name === undefined) return { flaw: 'has a line below its text that is no signature' };
    const bytes = Buffer.from(encoded, 'base64');
    const known = keys.find((key) => key.name === name && key.id === bytes.toString('hex', 0, 4));
    if (known === undefined) continue;
    const holds = bytes.toString('base64') === encoded && verify(null, Buffer.from(text), known.key, bytes.subarray(4));
    if (!holds) return { flaw: `bears a signature of "${name}" that does not fit its text: it was changed or forged` };
    signed ||= name === origin;
  }
  if (!signed) return { flaw: 'is not signed by any of the given keys' };
  const at = extensions.find((line) => line.startsWith('at '))?.slice(3) ?? '';
  const sound = /^(0|[1-9]\d*)$/.test(size) && Buffer.from(root ?? '', 'base64').length === 32 && isMoment(at);
  return sound ? { size: Number(size), root, at } : { flaw: 'is signed, but is no checkpoint of a ledger' };
}

// ── Audit ──
/** Compares lines with what platform.ledger_content holds for them; both come in the order of seq. */
function makeContentCheck(contents, say) {
  const rows = (async function* () {
    yield* contents;
  })();
  const erased = [];
  const tombstones = new Map();
  let row;
  const next = async () => {
    row = (await rows.next()).value;
  };
  const strays = async (seq) => {
    for (; row !== undefined && row.seq < seq; await next())
      say(`${nameOf(row)} says line ${row.seq} wrote it; none did.`);
  };
  return {
    async take(line) {
      if (row === undefined) await next();
      await strays(line.seq);
      if (row?.seq !== line.seq) return say(`Line ${line.seq}: the content of ${nameOf(line)} is gone.`);
      if (nameOf(row) !== nameOf(line))
        say(`Line ${line.seq} wrote ${nameOf(line)}; its content is of ${nameOf(row)}.`);
      else if (row.content === null ? !row.erased : !fitsDigest(line.digest, row.salt, row.content))
        say(`Line ${line.seq}: the content of ${nameOf(line)} is not the one it was written with.`);
      if (row.erased) erased.push(line);
      // An erasure may be a record of its own; then its content names the record that it erased.
      const named = isTombstone(line.verb) ? [line.record, ...Object.values(parse(row.content) ?? {})] : [];
      for (const record of named) tombstones.set(record, line.seq);
      await next();
    },
    async end() {
      await strays(Infinity);
      for (const line of erased)
        if (!(tombstones.get(line.record) > line.seq))
          say(`Line ${line.seq}: ${nameOf(line)} is erased, but no later line of the ledger says so.`);
    },
  };
}

/**
 * @param lines the ledger, in order (iterable, async or not); `contents`, if given, what platform.ledger_content holds.
 * @param checkpoints `{ name, text }[]`; `keys` in their text form.
 * @returns `{ findings, covered, lines, contents }`: sentences, and how much was proved, read and compared.
 */
export async function audit({ lines, checkpoints, keys, contents }) {
  const findings = [];
  const say = (sentence) => findings.push(sentence);
  const known = keys.map(readKey);
  const read = checkpoints.map(({ name, text }) => ({ name, ...readCheckpoint(text, known) }));
  for (const { name, flaw } of read) if (flaw !== undefined) say(`Checkpoint ${name} ${flaw}.`);
  const waiting = read.filter((checkpoint) => checkpoint.flaw === undefined).sort((a, b) => a.size - b.size);
  const tree = makeTree();
  const content = contents && makeContentCheck(contents, say);
  const misfits = [];
  let [count, compared, fits, last] = [0, 0, { size: 0 }, { seq: 0, at: '' }];
  const compare = () => {
    while (waiting[0]?.size === count) {
      const checkpoint = waiting.shift();
      if (last.at > checkpoint.at) say(`Line ${count} (${last.at}) is later than ${checkpoint.name}, which covers it.`);
      if (tree.root().toString('base64') === checkpoint.root) fits = checkpoint;
      else misfits.push({ ...checkpoint, from: fits.size + 1 });
    }
  };
  const take = async (line) => {
    const { seq, at, digest } = line;
    if (seq !== last.seq + 1) say(`After seq ${last.seq} comes ${seq}: lines are missing, added or out of order.`);
    if (at < last.at) say(`Line ${seq} (${at}) is earlier than the line before it (${last.at}).`);
    if ('content' in line && !fitsDigest(digest, line.salt, line.content))
      say(`Line ${seq}: its content is not the one it was written with.`);
    if (content || 'content' in line) compared += 1;
    await content?.take(line);
    tree.add(leafOf(line));
    last = line;
  };

  compare();
  for await (const line of lines) {
    count += 1;
    const wrong = flaw(line);
    if (wrong === undefined) await take(line);
    else {
      say(`Line ${count} ${wrong}.`);
      last = { seq: count, at: last.at };
      tree.add(sha256());
    }
    compare();
  }
  await content?.end();
  for (const { name, size, from } of misfits)
    if (fits.size >= size)
      say(`${name} and ${fits.name} are both signed, but of two histories: the ledger was forked.`);
    else say(`The ledger does not fit checkpoint ${name}: something was changed in lines ${from} to ${size}.`);
  for (const { name, size } of waiting)
    say(`The ledger ends at line ${count}, but ${name} covers ${size}: lines ${count + 1} to ${size} are gone.`);
  return { findings, covered: fits.size, lines: count, contents: compared };
}

// ── Reading ──
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Splits at line feeds only: a content may hold other characters that Node's readline takes for line ends. */
async function* readExport(file) {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const texts = (rest + chunk).split('\n');
    rest = texts.pop();
    for (const text of texts) yield parse(text);
  }
  if (rest !== '') yield parse(rest);
}

async function* readRows(client, name, query) {
  await client.query(`declare ${name} cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query(`fetch 5000 from ${name}`);
    if (rows.length === 0) return;
    yield* rows;
  }
}

/** Microseconds other than 000 stay in `at`, where they are found to be no ledger's time. */
async function* readLedger(client) {
  const query = `select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, by, verb, mission, room,
    record, version, encode(digest, 'hex') as digest from platform.ledger order by seq`;
  for await (const row of readRows(client, 'lines', query))
    yield { ...row, seq: Number(row.seq), at: row.at?.replace(/000Z$/, 'Z') };
}

async function* readContents(client) {
  const query = `select seq, room, record, version, encode(salt, 'hex') as salt, content, erased
    from platform.ledger_content order by seq`;
  for await (const row of readRows(client, 'contents', query)) yield { ...row, seq: Number(row.seq) };
}

async function auditDatabase(url, rest) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await audit({ ...rest, lines: readLedger(client), contents: readContents(client) });
  } finally {
    await client.end();
  }
}

/** A ledger that was renumbered gives a finding a line; the first ones tell enough. */
const MOST = 200;

async function main() {
  const many = { type: 'string', multiple: true, default: [] };
  const options = { export: { type: 'string' }, database: { type: 'string' }, checkpoint: many, key: many };
  const { values } = parseArgs({ options });
  if (!values.export === !values.database) throw new Error('Give either --export FILE or --database URL.');
  if (values.checkpoint.length === 0 || values.key.length === 0)
    throw new Error('Give --key and at least one --checkpoint: without one from outside, nothing can be proved.');
  const checkpoints = values.checkpoint.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
  const rest = { checkpoints, keys: values.key };
  const result = values.database
    ? await auditDatabase(values.database, rest)
    : await audit({ ...rest, lines: readExport(values.export) });
  const { findings, covered, lines, contents } = result;
  for (const finding of findings.slice(0, MOST)) console.log(finding);
  if (findings.length > MOST) console.log('…');
  const after = lines - covered;
  const proved = `Nothing was changed in lines 1 to ${covered}; ${after} later ones have no checkpoint to prove them.`;
  console.log(findings.length > 0 ? `Findings: ${findings.length}, in ${lines} lines.` : proved);
  console.log(`Contents compared with their digests: ${contents}.`);
  return findings.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main().catch((error) => {
    console.error(`The ledger could not be checked: ${error.message || error.code}`);
    return 2;
  });
}
