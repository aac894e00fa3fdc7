import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameKind, frameWriter, readFrames } from './frames.ts';

const part = fc.tuple(
  fc.constantFrom<FrameKind>('M', 'K', 'D', 'T', 'Z'),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);
const parts = fc.array(part, { minLength: 1, maxLength: 12 });

function write(all: readonly [FrameKind, Buffer][]): { bytes: Buffer; digest: Buffer } {
  const frames = frameWriter();
  const framed = all.map(([kind, payload]) => frames.frame(kind, payload));
  return { bytes: Buffer.concat([frames.magic, ...framed]), digest: frames.digest() };
}

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size = 64): Promise<{ parts: [FrameKind, Buffer][]; digest: Buffer | undefined }> {
  const found: [FrameKind, Buffer][] = [];
  let digest: Buffer | undefined;
  for await (const frame of readFrames(cut(bytes, size))) {
    found.push([frame.kind, frame.payload]);
    digest = frame.digest;
  }
  return { parts: found, digest };
}

describe('frames', () => {
  it('come out as they went in, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 500 }), async (all, size) => {
        const { bytes, digest } = write(all);
        expect(await read(bytes, size)).toEqual({ parts: all, digest });
      }),
    );
  });

  it('are refused when one byte differs, even before the end', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), fc.integer({ min: 1, max: 255 }), async (all, at, by) => {
        const { bytes } = write(all);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ by;
        await expect(read(bytes)).rejects.toThrow(/damaged|cut short|not a backup|newer/);
      }),
    );
  });

  it('are refused when two of them changed places', async () => {
    const all: [FrameKind, Buffer][] = [
      ['D', Buffer.from('one')],
      ['D', Buffer.from('two')],
    ];
    const { bytes } = write(all);
    const start = 'KINGA BACKUP 1\n'.length;
    const half = (bytes.length - start) / 2;
    const swapped = Buffer.concat([
      bytes.subarray(0, start),
      bytes.subarray(start + half),
      bytes.subarray(start, start + half),
    ]);
    await expect(read(swapped)).rejects.toThrow('damaged in frame 1');
  });

  it('of any size of data stay small enough for the reader', async () => {
    const frames = frameWriter();
    const data = Buffer.alloc(3_000_000, 7);
    const framed = [...frames.data(data)];
    const { parts: found } = await read(Buffer.concat([frames.magic, ...framed]), 100_000);
    expect(framed.length).toBe(3);
    expect(Buffer.concat(found.map(([, payload]) => payload)).equals(data)).toBe(true);
  });

  it('of a later format are sent to a later version', async () => {
    await expect(read(Buffer.from('KINGA BACKUP 2\nanything'))).rejects.toThrow('format 2');
  });
});
