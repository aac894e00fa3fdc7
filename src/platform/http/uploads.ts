/** Files that people bring: streamed to disk under a name that only their own next request can lead to. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { KingaError } from '../errors.ts';
import { missionOf, type Principal } from '../principal.ts';

export interface Upload {
  /** Names the file in the uploader's own later requests. */
  id: string;
  path: string;
  /** As the uploader calls it; shown, never used as a path. */
  name: string;
}

/** A file belongs to who brought it, in the mission they brought it to. */
function pathOf(folder: string, who: Principal, id: string): string {
  return path.join(folder, `${missionOf(who).slug}.${who.person ?? 'nobody'}.${id}`);
}

/** Takes the one file of a multipart request. @throws `invalid_input` when there is none, `file_too_large`; nothing stays on disk then */
export async function takeUpload(request: FastifyRequest, folder: string, who: Principal): Promise<Upload> {
  const file = await request.file().catch(brokenOff);
  if (!file) throw new KingaError('invalid_input', { what: 'there is no file in the request' });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const id = randomUUID();
  const target = pathOf(folder, who, id);
  try {
    await pipeline(file.file, createWriteStream(target, { mode: 0o600 })).catch(brokenOff);
    if (file.file.truncated) throw new KingaError('file_too_large', { limit: '2 GB' });
  } catch (error) {
    // A line that dropped or a full disk leaves no half of somebody's file behind.
    await rm(target, { force: true });
    throw error;
  }
  return { id, path: target, name: path.basename(file.filename).slice(0, 200) };
}

/** What the parser of multipart bodies says has no code, unlike a full disk or a limit: then what was sent is at fault. */
function brokenOff(error: unknown): never {
  if (error instanceof Error && !('code' in error) && !('statusCode' in error))
    throw new KingaError('invalid_input', { what: 'the upload is broken or incomplete' }, { cause: error });
  throw error;
}

/** Where a file lies that this person brought before. @throws `not_found` */
export async function findUpload(folder: string, who: Principal, id: string): Promise<string> {
  const target = pathOf(folder, who, id);
  await access(target).catch(() => {
    throw new KingaError('not_found');
  });
  return target;
}
