import { BulkAnswer, type BulkInput } from '../../src/incidents/bulk/contract.ts';
import { call } from './client.ts';

/** One change to many records; each is changed or refused by itself. */
export const changeMany = (mission: string, body: BulkInput) =>
  call(`/missions/${mission}/incidents/bulk`, { method: 'POST', body, answer: BulkAnswer });
