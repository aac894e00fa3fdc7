/** Structured logs, one JSON object a line, to standard error or a file in the data folder. Never the content of a record. */
import { renameSync, statSync } from 'node:fs';
import { type Logger, pino } from 'pino';

/** A log that grew larger begins anew; the one before is kept. */
const LARGEST = 50 * 1024 ** 2;
const HOUR = 3_600_000;

/** @param destination a file's path, or nothing for standard error */
export function openLog(level: string, destination?: string): Logger {
  if (destination) turnOver(destination);
  const sink = pino.destination(
    destination ? { dest: destination, mkdir: true, mode: 0o600, sync: false } : { dest: 2, sync: false },
  );
  // A disk that is full must not end the server for want of a line in its log.
  sink.on('error', () => undefined);
  if (destination) {
    setInterval(() => {
      if (turnOver(destination)) sink.reopen();
    }, HOUR).unref();
  }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, sink);
}

/** Moves a log that has grown large aside. @returns whether it did */
export function turnOver(file: string, largest = LARGEST): boolean {
  try {
    if (statSync(file).size < largest) return false;
    renameSync(file, `${file}.before`);
    return true;
  } catch {
    // There is none yet, or the folder cannot be written: then it is gone on with.
    return false;
  }
}
