/** Structured logs, one JSON object a line, to standard error or a file in the data folder. Never the content of a record. */
import { type DestinationStream, type Logger, pino } from 'pino';

/** @param destination a file's path, or nothing for standard error */
export function openLog(level: string, destination?: string): Logger {
  const sink: DestinationStream = destination
    ? pino.destination({ dest: destination, mkdir: true, sync: false })
    : pino.destination({ dest: 2, sync: false });
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, sink);
}
