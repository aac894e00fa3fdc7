/**
 * Failures of the machine that a person can be told: the database is away, the disk is full, a folder cannot be written.
 * Only codes are read; messages of PostgreSQL quote values.
 */
import { KingaError } from './errors.ts';

/** PostgreSQL's codes for a full disk, and Node's. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);
const UNUSABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);
/** Class 08, shutting down or starting, too many connections; then what a broken socket says. */
const AWAY = /^(?:08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT:connect|ETIMEDOUT)$/;
/** What node-postgres says without a code. */
const AWAY_IN_WORDS = /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** The same failure as an error with a sentence, or `null` when it is none of these. */
export function asKnownFailure(error: unknown): KingaError | null {
  if (error instanceof KingaError) return error;
  if (!(error instanceof Error)) return null;
  const { code = '', syscall, path } = error as NodeJS.ErrnoException;
  if (FULL.has(code)) return new KingaError('disk_full', {}, { cause: error });
  if (UNUSABLE.has(code) && path) return new KingaError('folder_unusable', { path, why: code }, { cause: error });
  const spoken = syscall === 'connect' ? `${code}:connect` : code;
  if (AWAY.test(code) || AWAY.test(spoken) || AWAY_IN_WORDS.test(error.message))
    return new KingaError('database_away', {}, { cause: error });
  return null;
}

/** For the log: the class and the place of an error, never its message: PostgreSQL and DuckDB quote values in theirs. */
export function traceOf(error: unknown): { kind: string; at: string[] } {
  if (!(error instanceof Error)) return { kind: 'unknown', at: [] };
  const lines = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { kind: error.name, at: lines.slice(0, 6) };
}
