/** What a program on the outside knows: which records it was told are saved, and with what content. */
import { createHash } from 'node:crypto';
import type { Incident, IncidentInput } from '../../src/incidents/contract.ts';
import { canonical } from '../../src/platform/ledger/line.ts';

type Content = Pick<Incident, 'version' | 'core' | 'account' | 'protected' | 'levels'>;

/** The content of an answer in 32 bytes: equal content, equal digest. */
export const digestOf = ({ version, core, account, protected: hidden, levels }: Content): string =>
  createHash('sha256')
    .update(canonical({ version, core, account: account ?? null, protected: hidden ?? null, levels }))
    .digest('base64');

/** Whether a record holds all that was sent; the house may add (a country, an area), never leave out or change. */
export function holdsWhatWasSent(incident: Incident, sent: IncidentInput): boolean {
  return (
    incident.id === sent.id &&
    incident.version === 1 &&
    contains(incident.core, sent.core) &&
    contains(incident.account ?? null, sent.account) &&
    contains(incident.protected ?? null, sent.protected) &&
    (sent.account === null) === (incident.account === undefined) &&
    (sent.protected === null) === (incident.protected === undefined)
  );
}

function contains(there: unknown, sent: unknown): boolean {
  if (sent === null || sent === undefined) return true;
  if (Array.isArray(sent))
    return Array.isArray(there) && there.length === sent.length && sent.every((item, i) => contains(there[i], item));
  if (typeof sent === 'object')
    return (
      typeof there === 'object' &&
      there !== null &&
      Object.entries(sent).every(([name, value]) => contains((there as Record<string, unknown>)[name], value))
    );
  return there === sent;
}
