/** Temporary files for the tests of this folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile } from './open.ts';
import type { ByteStream } from './rows-out.ts';
import type { FileRow, OpenedFile, OpenOptions, RefusedRow } from './types.ts';

export interface Scratch {
  folder: string;
  path(name: string): string;
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'kinga-files-'));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export interface ReadFile {
  file: OpenedFile;
  rows: FileRow[];
  refused: RefusedRow[];
}

export async function readAll(path: string, options?: OpenOptions): Promise<ReadFile> {
  const file = await openFile(path, options);
  const rows: FileRow[] = [];
  const refused: RefusedRow[] = [];
  for await (const row of file.rows()) {
    if (row.refused) refused.push(row);
    else rows.push(row);
  }
  return { file, rows, refused };
}

export async function bytesOf(stream: ByteStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
