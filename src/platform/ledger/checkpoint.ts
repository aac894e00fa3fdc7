/**
 * Checkpoints: the ledger's size and root at a moment, signed, in a few lines that can be printed, mailed and kept
 * anywhere (C2SP tlog-checkpoint in a C2SP signed-note). Only one that is held outside proves that nobody rewrote it.
 *
 *   kinga.example.org/ledger                          the origin, which is the key's name
 *   20852                                             lines
 *   CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=      the root over them
 *   at 2025-03-01T07:30:00.000Z                       when, by the ledger's own clock
 *
 *   — kinga.example.org/ledger Az3grl…                signature over all lines above the empty one
 */
import { sign, verify } from 'node:crypto';
import { CheckpointError, type PublicKey, type SigningKey } from './checkpoint-key.ts';
import { isInstant } from './line.ts';

export type Checkpoint = {
  origin: string;
  /** Number of lines covered. */
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
  /** UTC with milliseconds, not before the last line covered. */
  at: string;
};

export type NoteSignature = { name: string; id: string; signature: Uint8Array };
export type Note = { text: string; signatures: NoteSignature[] };

const MAX_SIGNATURES = 100;

/** Signs a text that ends in a newline. */
export function signNote(text: string, key: SigningKey): string {
  const signature = Buffer.concat([Buffer.from(key.id, 'hex'), sign(null, Buffer.from(text), key.secret)]);
  return `${text}\n— ${key.name} ${signature.toString('base64')}\n`;
}

/** Takes a note apart without checking anything that is signed. */
export function parseNote(note: string): Note {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification bans exactly these.
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note) || !note.isWellFormed())
    throw new CheckpointError(
      'This is not a signed note: it holds control characters (line ends of Windows, perhaps).',
    );
  const end = note.lastIndexOf('\n\n');
  if (end === -1 || !note.endsWith('\n'))
    throw new CheckpointError('This is not a signed note: it needs a text, an empty line, and signatures below it.');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES)
    throw new CheckpointError(`This note has ${lines.length} signatures; at most ${MAX_SIGNATURES} are read.`);
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [, name = '', encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length < 5 || bytes.toString('base64') !== encoded)
    throw new CheckpointError(`This line is not a signature: "${line}".`);
  return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

/**
 * The text of a note that a known key has signed. Signatures of unknown keys are passed over, as the specification
 * asks; a false signature of a known key spoils the note.
 * @returns the text, and the keys whose signatures hold.
 * @throws CheckpointError
 */
export function openNote(note: string, keys: readonly PublicKey[]): { text: string; signers: PublicKey[] } {
  const { text, signatures } = parseNote(note);
  const signers: PublicKey[] = [];
  for (const { name, id, signature } of signatures) {
    const known = keys.find((key) => key.name === name && key.id === id);
    if (known === undefined) continue;
    if (!verify(null, Buffer.from(text), known.key, signature))
      throw new CheckpointError(
        `The signature of "${name}" (key ${id}) does not fit this text: one of them was changed.`,
      );
    signers.push(known);
  }
  if (signers.length === 0) {
    const found = signatures.map(({ name, id }) => `"${name}" (key ${id})`).join(', ');
    throw new CheckpointError(`No known key signed this. It is signed by ${found}.`);
  }
  return { text, signers };
}

/** A signed checkpoint. Its origin is the key's name. */
export function makeCheckpoint({ size, root, at }: Omit<Checkpoint, 'origin'>, key: SigningKey): string {
  const text = `${key.name}\n${size}\n${Buffer.from(root).toString('base64')}\nat ${at}\n`;
  parseText(text);
  return signNote(text, key);
}

function parseText(text: string): Checkpoint {
  const [origin = '', size = '', encoded = '', ...extensions] = text.slice(0, -1).split('\n');
  const refuse = (what: string): never => {
    throw new CheckpointError(`This is not a checkpoint: ${what}.`);
  };
  if (origin === '') refuse('its first line, the origin, is empty');
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    refuse(`its second line should be the number of lines and is "${size}"`);
  const root = Buffer.from(encoded, 'base64');
  if (root.length !== 32 || root.toString('base64') !== encoded)
    refuse(`its third line should be a root hash in base64 and is "${encoded}"`);
  const [time = '', ...more] = extensions.filter((line) => line.startsWith('at '));
  const at = time.slice('at '.length);
  if (!isInstant(at) || more.length > 0) refuse('it needs one line like "at 2025-03-01T07:30:00.000Z"');
  if (extensions.includes('')) refuse('it has an empty line among its lines');
  return { origin, size: Number(size), root, at };
}

/** Reads a checkpoint **without** checking who signed it: to show, not to trust. @throws CheckpointError */
export const parseCheckpoint = (note: string): Checkpoint => parseText(parseNote(note).text);

/**
 * The checkpoint, if one of these keys, bearing the origin's name, signed it.
 * @throws CheckpointError with a sentence that says what is wrong.
 */
export function verifyCheckpoint(note: string, keys: readonly PublicKey[]): Checkpoint {
  const { text, signers } = openNote(note, keys);
  const checkpoint = parseText(text);
  if (!signers.some(({ name }) => name === checkpoint.origin))
    throw new CheckpointError(`This checkpoint is of "${checkpoint.origin}", but no key of that name signed it.`);
  return checkpoint;
}
