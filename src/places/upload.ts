/** What a form brings: its words, and its files put on disk as they come. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { KingaError } from '../platform/errors.ts';

export interface UploadedFile {
  /** The form's name for it. */
  field: string;
  path: string;
}

export interface Upload<T> {
  fields: T;
  files: UploadedFile[];
  /** Removes the files. */
  discard(): Promise<void>;
}

/**
 * Reads a multipart form. Files get names of our own in the folder, readable by the server's user only.
 * @throws `invalid_input`, `file_too_large`; nothing stays on disk then
 */
export async function readUpload<T>(
  request: FastifyRequest,
  fields: z.ZodType<T>,
  { folder, maxFiles, maxMegabytes }: { folder: string; maxFiles: number; maxMegabytes: number },
): Promise<Upload<T>> {
  if (!request.isMultipart()) throw new KingaError('invalid_input', { what: 'send a form with a file (multipart)' });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files: UploadedFile[] = [];
  const discard = async () => {
    await Promise.all(files.map((file) => rm(file.path, { force: true })));
  };
  const said: Record<string, unknown> = {};
  try {
    const limits = { files: maxFiles, fileSize: maxMegabytes * 1024 ** 2, fields: 20 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        said[part.fieldname] = part.value;
        continue;
      }
      const file = { field: part.fieldname, path: path.join(folder, randomUUID()) };
      files.push(file);
      await pipeline(part.file, createWriteStream(file.path, { flags: 'wx', mode: 0o600 }));
      if (part.file.truncated) throw tooLarge(maxMegabytes);
    }
    if (files.length === 0) throw new KingaError('invalid_input', { what: 'the form has no file' });
    return { fields: parseFields(fields, said), files, discard };
  } catch (error) {
    await discard();
    throw (error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge(maxMegabytes) : error;
  }
}

const tooLarge = (megabytes: number) => new KingaError('file_too_large', { limit: `${megabytes} MB` });

function parseFields<T>(fields: z.ZodType<T>, said: Record<string, unknown>): T {
  const parsed = fields.safeParse(said);
  if (parsed.success) return parsed.data;
  const what = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new KingaError('invalid_input', { what });
}
