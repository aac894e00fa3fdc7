/** A mapping that a person made for a file's headings is there again when such a file comes back. */
import { type Database, sql, type Tx } from '../../platform/database/database.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { missionOf, must, type Principal } from '../../platform/principal.ts';
import { Mapping } from '../import/contract.ts';
import { headersFingerprint } from '../import/mapping.ts';
import { openImport } from './open-import.ts';

export async function rememberMapping(
  db: Database,
  who: Principal,
  file: string,
  name: string,
  mapping: Mapping,
  sheet?: string,
): Promise<void> {
  must(who, 'import.run');
  const { headers } = await openImport({ path: file, ...(sheet === undefined ? {} : { sheet }) });
  const fingerprint = headersFingerprint(headers);
  await db.write(who, async (tx) => {
    const { rows } = await sql<{ version: number }>`
      insert into incidents.mapping (mission, fingerprint, name, mapping)
      values (${missionOf(who).id}, ${fingerprint}, ${name}, ${JSON.stringify(mapping)})
      on conflict (mission, fingerprint) do update set name = excluded.name, mapping = excluded.mapping, version = mapping.version + 1
      returning version`.execute(tx.db);
    await recordAct(tx, {
      verb: 'mapping.remember',
      room: 'incidents.mapping',
      record: fingerprint,
      version: rows[0]?.version ?? 1,
      content: { name, mapping },
    });
  });
}

export async function rememberedMapping(
  tx: Tx,
  headers: readonly string[],
): Promise<{ name: string; mapping: Mapping } | null> {
  const { rows } = await sql<{ name: string; mapping: unknown }>`select name, mapping from incidents.mapping
    where mission = ${missionOf(tx.who).id} and fingerprint = ${headersFingerprint(headers)}`.execute(tx.db);
  const row = rows[0];
  return row ? { name: row.name, mapping: Mapping.parse(row.mapping) } : null;
}
