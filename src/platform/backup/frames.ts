/**
 * The inside of a backup, before compression (zstd) and encryption (age):
 *
 *   "KINGA BACKUP 1\n"     15 bytes
 *   frames, each
 *     1 byte    kind: M manifest, K keys, D data, T end of a table, Z end of the backup
 *     4 bytes   length of the payload, big-endian
 *     payload   M, K, T, Z: JSON in UTF-8; D: bytes of one table in PostgreSQL's text COPY format, cut anywhere
 *     32 bytes  SHA-256(digest of the frame before ‖ kind ‖ length ‖ payload); before the first stand 32 zero bytes
 *
 * Order: M, K, then for each table of the manifest D… T, then Z and nothing more. Each digest speaks for all frames above
 * it, so that nothing can be taken out, exchanged or added, and the last one names the whole backup. age guards the file
 * against strangers; the digests guard it against our own mistakes and against those who may encrypt to the same key.
 */
import { createHash } from 'node:crypto';
import { BackupRefused } from './refused.ts';

export type FrameKind = 'M' | 'K' | 'D' | 'T' | 'Z';

export interface Frame {
  kind: FrameKind;
  payload: Buffer;
  /** Of this frame and all above it. */
  digest: Buffer;
}

const MAGIC = Buffer.from('KINGA BACKUP 1\n');
const MOST_PAYLOAD = 1 << 20;
const HEAD = 5;
const DIGEST = 32;
const START = Buffer.alloc(DIGEST);

/** Frames data of any size; returns the digest of the whole when the end was written. */
export interface FrameWriter {
  readonly magic: Buffer;
  frame(kind: FrameKind, payload: Uint8Array): Buffer;
  /** Cuts data into as many frames as it needs. */
  data(bytes: Buffer): Generator<Buffer>;
  /** Of all frames so far. */
  digest(): Buffer;
}

export function frameWriter(): FrameWriter {
  let before: Buffer = START;
  function frame(kind: FrameKind, payload: Uint8Array): Buffer {
    const bytes = Buffer.alloc(HEAD + payload.length + DIGEST);
    bytes.write(kind, 0, 'latin1');
    bytes.writeUInt32BE(payload.length, 1);
    bytes.set(payload, HEAD);
    before = digestOf(before, bytes.subarray(0, HEAD + payload.length));
    bytes.set(before, HEAD + payload.length);
    return bytes;
  }
  return {
    magic: MAGIC,
    frame,
    *data(bytes) {
      for (let at = 0; at < bytes.length; at += MOST_PAYLOAD) yield frame('D', bytes.subarray(at, at + MOST_PAYLOAD));
    },
    digest: () => before,
  };
}

const digestOf = (before: Buffer, frame: Uint8Array): Buffer =>
  createHash('sha256').update(before).update(frame).digest();

/**
 * Takes frames apart and checks each digest; memory holds one frame.
 * @throws BackupRefused naming the frame that is damaged
 */
export async function* readFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const source = bytes[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  /** Answers exactly `length` bytes, or null where the bytes end before the first of them. */
  async function take(length: number, what: string): Promise<Buffer | null> {
    const parts = [held];
    let have = held.length;
    while (have < length) {
      const next = await source.next();
      if (next.done) break;
      parts.push(next.value);
      have += next.value.length;
    }
    held = parts.length > 1 ? Buffer.concat(parts) : held;
    if (have === 0) return null;
    if (have < length) throw new BackupRefused(`The backup is cut short in ${what}.`);
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  }
  try {
    checkMagic(await take(MAGIC.length, 'its first line'));
    let before: Buffer = START;
    for (let n = 1; ; n++) {
      const head = await take(HEAD, `frame ${n}`);
      if (!head) return;
      const length = head.readUInt32BE(1);
      // Manifest and keys are small, data is cut: a longer frame is damage, and must not fill the memory.
      if (length > MOST_PAYLOAD) throw new BackupRefused(`The backup is damaged in frame ${n}: it is too long.`);
      const rest = await take(length + DIGEST, `frame ${n}`);
      if (!rest) throw new BackupRefused(`The backup is cut short in frame ${n}.`);
      const payload = rest.subarray(0, length);
      before = digestOf(before, Buffer.concat([head, payload]));
      if (!before.equals(rest.subarray(length))) throw new BackupRefused(`The backup is damaged in frame ${n}.`);
      yield { kind: head.toString('latin1', 0, 1) as FrameKind, payload, digest: before };
    }
  } finally {
    await source.return?.();
  }
}

function checkMagic(first: Buffer | null): void {
  if (first?.equals(MAGIC)) return;
  const [, version] = /^KINGA BACKUP (\d+)/.exec(first?.toString('latin1') ?? '') ?? [];
  throw new BackupRefused(
    version
      ? `This backup has format ${version}; this version of Kinga reads format 1. Restore it with a newer one.`
      : 'What the file holds is not a backup of Kinga.',
  );
}
