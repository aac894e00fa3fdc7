import { KingaError } from '../errors.ts';

/** The version a change is based on: the `If-Match` header, as the record's ETag gave it. @param least 0 where there may be none yet */
export function basedOn(header: string | undefined, least: 0 | 1 = 1): number {
  const version = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '')?.[1] ?? Number.NaN);
  if (!(version >= least))
    throw new KingaError('invalid_input', { what: 'If-Match must be the version the change is based on' });
  return version;
}
