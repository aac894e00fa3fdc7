/** The thread that reads one document and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, KingaError } from '../../platform/errors.ts';
import { type MandateText, readDocument } from './read.ts';

/** A refusal crosses as its code: an error would lose its kind on the way. */
export type Answer = MandateText | { code: ErrorCode; details: KingaError['details'] };

const { bytes, name } = workerData as { bytes: Uint8Array; name: string };

async function answer(): Promise<Answer> {
  try {
    return await readDocument(bytes, name);
  } catch (error) {
    if (error instanceof KingaError) return { code: error.code, details: error.details };
    throw error;
  }
}

parentPort?.postMessage(await answer());
