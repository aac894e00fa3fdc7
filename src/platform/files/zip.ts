/**
 * A ZIP archive, looked over before anything in it is unpacked: a workbook of 200 kB can unpack to gigabytes.
 * yauzl stops a stream that gives more than its entry declares, so declared sizes bound the real ones.
 */
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { megabytes } from './bytes.ts';
import { FileRefused } from './types.ts';

const MAX_ENTRIES = 5_000;
const MAX_RATIO = 250;
const RATIO_MATTERS_FROM = 5_000_000;

export class Archive {
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * @param source a path, or the archive itself.
   * @throws FileRefused when it is damaged, encrypted, ambiguous, or unpacks to more than `maxBytes`.
   */
  static async open(source: string | Buffer, maxBytes: number): Promise<Archive> {
    const options = { autoClose: false };
    const zip = await (typeof source === 'string'
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(source, options)
    ).catch(damaged);
    try {
      return new Archive(zip, await checkedEntries(zip, maxBytes));
    } catch (error) {
      zip.close();
      throw error instanceof FileRefused ? error : damaged(error);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The declared unpacked size of an entry in bytes, or `null` when there is no such entry. */
  size(name: string): number | null {
    return this.entries.get(name)?.uncompressedSize ?? null;
  }

  /** @throws FileRefused when there is no such entry, or its data is damaged. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new FileRefused(`The file lacks a part that it needs (${name}).`);
    const stream = await this.zip.openReadStreamPromise(entry).catch(damaged);
    try {
      let sum = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
      // yauzl leaves the checksum to its caller. Without it a flipped bit could pass as text.
      if (sum !== entry.crc32) throw new Error('checksum');
    } catch (error) {
      damaged(error);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function checkedEntries(zip: ZipFile, maxBytes: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw new FileRefused(`The archive has more than ${MAX_ENTRIES} entries.`);
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    if (entries.has(fileName)) throw new FileRefused('The archive holds two entries of the same name.');
    if (entry.isEncrypted()) throw new FileRefused('The archive is protected by a password. Save it without one.');
    total += uncompressedSize;
    if (total > maxBytes) throw new FileRefused(`The archive unpacks to more than ${megabytes(maxBytes)}.`);
    if (uncompressedSize > RATIO_MATTERS_FROM && uncompressedSize > MAX_RATIO * compressedSize) {
      throw new FileRefused(
        `The archive unpacks to more than ${MAX_RATIO} times its size; it may be made to exhaust memory.`,
      );
    }
    entries.set(fileName, entry);
  }
  return entries;
}

function damaged(error: unknown): never {
  throw new FileRefused('The file is a damaged or incomplete archive (ZIP, XLSX, DOCX).', { cause: error });
}
