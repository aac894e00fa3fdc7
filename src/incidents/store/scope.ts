/** What of a record decides who sees it now, for those who speak of it. */
import { sql, type Tx } from '../../platform/database/database.ts';
import { compartmentCodes, levelName, missionOf } from '../../platform/principal.ts';
import type { RecordScope } from '../together/rules.ts';

interface Row {
  version: number;
  level: number;
  compartments: string;
  account_level: number;
  group_compartments: string;
  adm1: string | null;
  adm2: string | null;
}

/** `null` where there is (or the asker sees) no such record. */
export async function scopeOf(tx: Tx, record: string): Promise<RecordScope | null> {
  const mission = missionOf(tx.who);
  const { rows } =
    await sql<Row>`select version, level, compartments::text, account_level, group_compartments::text, adm1, adm2
    from incidents.core where mission = ${mission.id} and id = ${record} and known_to = 9223372036854775807`.execute(
      tx.db,
    );
  const [row] = rows;
  if (!row) return null;
  return {
    version: row.version,
    level: levelName(row.level),
    compartments: compartmentCodes(mission, BigInt(row.compartments)),
    accountLevel: levelName(row.account_level),
    groupCompartments: compartmentCodes(mission, BigInt(row.group_compartments)),
    areas: [row.adm1, row.adm2].filter((code) => code !== null),
  };
}
