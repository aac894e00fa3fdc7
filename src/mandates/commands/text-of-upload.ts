/** A document that somebody brings, as text: nothing of it is kept. */
import type { FastifyRequest } from 'fastify';
import { KingaError } from '../../platform/errors.ts';
import { must, type Principal } from '../../platform/principal.ts';
import { textOf } from '../files/text-of.ts';

const MEGABYTES = 20;

/** @throws `invalid_input`, `file_too_large`, and what `textOf` says of documents that cannot be read */
export async function textOfUpload(
  who: Principal,
  request: FastifyRequest,
): Promise<{ text: string; notes: string[] }> {
  must(who, 'mandate.add');
  if (!request.isMultipart()) throw new KingaError('invalid_input', { what: 'send a form with a file (multipart)' });
  const file = await request.file({ limits: { files: 1, fileSize: MEGABYTES * 1024 ** 2, fields: 5 } });
  if (!file) throw new KingaError('invalid_input', { what: 'the form has no file' });
  const bytes = await file.toBuffer().catch((error: { code?: unknown }) => {
    if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw new KingaError('file_too_large', { limit: `${MEGABYTES} MB` });
    throw error;
  });
  const { text, notes } = await textOf(bytes, file.filename);
  return { text, notes };
}
