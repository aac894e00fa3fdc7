/** Everything that PostgreSQL keeps, as text: what somebody finds who takes the server away. */
import { withOwner } from '../../src/platform/database/server-probe.ts';

/** @returns the rows of each table of ours, by the table's name; bytes are hexadecimal */
export async function everythingStored(ownerUrl: string): Promise<Map<string, string[]>> {
  return withOwner(ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
    );
    const stored = new Map<string, string[]>();
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
      stored.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return stored;
  });
}

/** The spellings in which a secret could lie in text or in bytes. */
export const spellings = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
];

/** The tables in which a secret stands, in any spelling. */
export const tablesWith = (stored: Map<string, string[]>, secret: string): string[] =>
  [...stored].flatMap(([name, rows]) =>
    rows.some((row) => spellings(secret).some((spelling) => row.includes(spelling))) ? [name] : [],
  );
