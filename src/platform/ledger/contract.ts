/** The ledger as a page shows it: lines hold digests, never content. */
import { z } from 'zod';
import { pageOf } from '../paging/contract.ts';

export const LedgerLineView = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  byName: z.string().nullable(),
  verb: z.string(),
  mission: z.string().nullable(),
  room: z.string(),
  record: z.string(),
  version: z.int(),
  /** SHA-256, hexadecimal. */
  digest: z.string(),
});
export const LedgerPage = z.object({ items: z.array(LedgerLineView), next: z.int().nullable(), size: z.int() });

export const CheckpointView = z.object({
  size: z.int(),
  at: z.iso.datetime(),
  /** Base64. */
  root: z.string(),
  /** The signed note: keep it outside the house. */
  text: z.string(),
  /** Who checks the ledger needs this key (C2SP `name+hash+base64`). */
  key: z.string(),
});

/** A checkpoint on its way to one outlet. */
export const DeliveryView = z.object({
  outlet: z.enum(['webhook', 'mail']),
  size: z.int(),
  tries: z.int(),
  triedAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  /** When it is tried again; `null` once it got through. */
  nextAt: z.iso.datetime().nullable(),
  /** A code of why the last try failed. */
  failure: z.string().nullable(),
});
export const Deliveries = pageOf(DeliveryView);

export const ProofView = z.object({ seq: z.int(), size: z.int(), hashes: z.array(z.string()), root: z.string() });

/** What verification found. `findings` is empty when nothing was rewritten. */
export const Verification = z.object({
  size: z.int(),
  root: z.string(),
  lines: z.int(),
  contents: z.int(),
  findings: z.array(z.string()),
});
export type Verification = z.infer<typeof Verification>;
