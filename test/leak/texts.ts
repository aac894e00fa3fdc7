/** All that an answer says, as text: unpacked, unzipped, tiles and page marks opened. */
import { gunzipSync } from 'node:zlib';
import type { LightMyRequestResponse } from 'fastify';
import yauzl from 'yauzl';

export async function textOf(answer: LightMyRequestResponse): Promise<string> {
  const packed = answer.rawPayload;
  const bytes = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(packed) : packed;
  const body = bytes.subarray(0, 2).toString() === 'PK' ? await unzipped(bytes) : bytes.toString();
  // A page mark says in base64 where the page ended.
  const marks = [...body.matchAll(/"next":"([\w-]+)"/g)].map(([, mark = '']) =>
    Buffer.from(mark, 'base64url').toString(),
  );
  return [answer.statusMessage, JSON.stringify(answer.headers), body, ...marks].join('\n');
}

async function unzipped(archive: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(archive);
  const parts: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks = await Array.fromAsync(stream as AsyncIterable<Buffer>);
    parts.push(entry.fileName, Buffer.concat(chunks).toString());
  }
  return parts.join('\n');
}

/** Reads a protocol-buffers message as its fields; enough of the format for vector tiles. */
function* fields(bytes: Buffer): Generator<{ field: number; value: number | Buffer }> {
  let at = 0;
  const varint = (): number => {
    for (let value = 0, unit = 1; ; unit *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const [field, wire] = [key >> 3, key & 7];
    if (wire === 0) yield { field, value: varint() };
    else {
      const length = wire === 2 ? varint() : wire === 1 ? 8 : 4;
      at += length;
      yield { field, value: bytes.subarray(at - length, at) };
    }
  }
}

const parts = (bytes: Buffer, wanted: number): Buffer[] =>
  [...fields(bytes)].flatMap(({ field, value }) => (field === wanted && typeof value !== 'number' ? [value] : []));

/** Properties of a vector tile's features (Mapbox Vector Tile 2.1, §4): numbers and texts. */
export function tileFeatures(tile: Buffer): Record<string, number | string>[] {
  return parts(tile, 3).flatMap((layer) => {
    const keys = parts(layer, 3).map(String);
    const values = parts(layer, 4).map((value) => {
      const [first] = fields(value);
      if (typeof first?.value === 'number') return first.field === 6 ? zigzag(first.value) : first.value;
      if (first?.field === 1) return first.value.toString();
      return first?.field === 3 ? first.value.readDoubleLE() : (first?.value.readFloatLE() ?? 0);
    });
    return parts(layer, 2).map((feature) => {
      const tags = parts(feature, 2).flatMap((packed) => varints(packed));
      return Object.fromEntries(
        Array.from({ length: tags.length / 2 }, (_, i) => [keys[tags[2 * i] ?? -1], values[tags[2 * i + 1] ?? -1]]),
      );
    });
  });
}

const zigzag = (n: number): number => (n % 2 === 0 ? n / 2 : -(n + 1) / 2);

function varints(packed: Buffer): number[] {
  const numbers: number[] = [];
  let [value, unit] = [0, 1];
  for (const byte of packed) {
    value += (byte & 127) * unit;
    unit *= 128;
    if (byte < 128) {
      numbers.push(value);
      [value, unit] = [0, 1];
    }
  }
  return numbers;
}
