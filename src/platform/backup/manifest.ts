/** What a backup says of itself, before its data. */
import { z } from 'zod';
import { BackupRefused } from './refused.ts';

const Table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()).min(1) });
/** One table and its columns in the order in which its rows hold them; what the database computes itself is not among them. */
export type Table = z.infer<typeof Table>;

export const Manifest = z.object({
  id: z.uuid(),
  /** Version of Kinga that made it. */
  kinga: z.string(),
  /** By the installation's clock. */
  made: z.iso.datetime(),
  /** Migrations applied, with the SHA-256 of each file. */
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })).min(1),
  ledger: z.object({
    size: z.int().nonnegative(),
    /** Base64. */
    root: z.string(),
    /** Signed note over exactly this size and root. */
    checkpoint: z.string(),
  }),
  /** Each after all that it refers to. */
  tables: z.array(Table).min(1),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string().regex(/^-?\d+$/) })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Files of `<data>/keys` by name; a name cannot lead out of the folder. */
export const KeyFiles = z
  .record(z.string().regex(/^[a-z][a-z0-9-]*\.key$/), z.string().min(1))
  .refine((keys) => 'installation.key' in keys && 'ledger.key' in keys);
export type KeyFiles = z.infer<typeof KeyFiles>;

/** What stands behind a table's rows. */
export const TableEnd = z.object({ rows: z.int().nonnegative() });
/** What stands behind everything. */
export const BackupEnd = z.object({ tables: z.int().nonnegative(), rows: z.int().nonnegative() });

/** @throws BackupRefused when a part is not what it should be; never quotes it, as it may hold keys */
export function parsePart<T>(shape: z.ZodType<T>, payload: Buffer, what: string): T {
  try {
    return shape.parse(JSON.parse(payload.toString('utf8')));
  } catch {
    throw new BackupRefused(`The backup is damaged: ${what} cannot be read.`);
  }
}
