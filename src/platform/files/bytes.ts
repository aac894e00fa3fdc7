/** A file's bytes, unpacked if they are gzipped (by what they are, not by name), within limits. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileRefused } from './types.ts';

/** Honest tables shrink 3 to 30 times; a bomb 1,000 times. Small files may be as uniform as they like. */
const MAX_RATIO = 250;
const RATIO_MATTERS_FROM = 20_000_000;
const CHUNK = 256 * 1024;

/** The first bytes of the file as it lies on disk. */
export async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * The bytes in chunks.
 * @throws FileRefused when the gzip stream is damaged or cut off, unpacks beyond `maxBytes`, or is a bomb.
 */
export async function* readBytes(path: string, gzipped: boolean, maxBytes: number): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  // The callback takes the error: it also comes out of the loop below.
  const source = gzipped ? pipeline(file, createGunzip({ chunkSize: CHUNK }), () => {}) : file;
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new FileRefused(`The file is larger than ${megabytes(maxBytes)} when unpacked.`);
      if (gzipped && size > RATIO_MATTERS_FROM && size > MAX_RATIO * file.bytesRead) {
        throw new FileRefused(
          `The packed file unpacks to more than ${MAX_RATIO} times its size; it may be made to exhaust memory.`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (isZlibError(error)) {
      throw new FileRefused('The packed file (gzip) is damaged or cut off.', { cause: error });
    }
    throw error;
  } finally {
    file.destroy();
  }
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}

function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END';
}
