/** What became known later: records whose numbers, status, day or kind changed between two instants. */
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import type { Core } from '../contract.ts';

export interface Correction {
  id: string;
  before: Core;
  after: Core;
  level: number;
  compartments: bigint;
}

interface CorrectionRow {
  id: string;
  before: string;
  after: string;
  level: number;
  compartments: string;
}

/**
 * Incidents from before a day that were known already when the time began and read differently when it ended, the
 * greatest change in civilians and all killed first. What became disproved is among them.
 */
export async function corrections(
  tx: Tx,
  { from, to, before, seq }: { from: string; to: string; before: string; seq: number },
): Promise<Correction[]> {
  const { rows } = await sql<CorrectionRow>`
    with changed as (
      select distinct on (c.id) c.id from incidents.core c
      where c.mission = ${missionOf(tx.who).id} and c.known_at >= ${from}::timestamptz and c.known_at < ${to}::timestamptz
        and c.known_from <= ${seq} and c.version > 1 and c.kind = 'incident')
    select a.id, b.body as before, a.body as after, greatest(a.level, b.level)::integer as level,
      (a.compartments | b.compartments)::text as compartments
    from changed
      join lateral (select * from incidents.core x where x.mission = ${missionOf(tx.who).id} and x.id = changed.id
        and x.known_at < ${from}::timestamptz order by x.version desc limit 1) b on true
      join lateral (select * from incidents.core x where x.mission = ${missionOf(tx.who).id} and x.id = changed.id
        and x.known_at < ${to}::timestamptz and x.known_from <= ${seq} order by x.version desc limit 1) a on true
    where b.day_from < ${before}::date and (a.killed_best is distinct from b.killed_best
      or a.civilians_best is distinct from b.civilians_best or a.operational <> b.operational or a.day_from <> b.day_from
      or a.type <> b.type)
    order by abs(coalesce(a.civilians_best, 0) - coalesce(b.civilians_best, 0)) desc,
      abs(coalesce(a.killed_best, 0) - coalesce(b.killed_best, 0)) desc, a.day_from, a.id`.execute(tx.db);
  return rows.map(({ before, after, compartments, ...row }) => ({
    ...row,
    before: JSON.parse(before) as Core,
    after: JSON.parse(after) as Core,
    compartments: BigInt(compartments),
  }));
}
