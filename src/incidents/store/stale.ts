/** Since when a status has stood, and whether that is too long. What is old must look old (DESIGN §5). */
import type { RawBuilder } from 'kysely';
import { MissionSettings } from '../../platform/accounts/contract.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionSetting } from '../../platform/missions/setting.ts';
import { missionOf } from '../../platform/principal.ts';

/** When the first of the versions without another status between them and this one (`c`) became known. */
export const STATUS_SINCE: RawBuilder<Date> = sql`(select min(v.known_at) from incidents.core v
  where v.mission = c.mission and v.id = c.id and v.version <= c.version and v.version > coalesce((
    select max(w.version) from incidents.core w where w.mission = c.mission and w.id = c.id and w.version < c.version
      and w.operational <> c.operational), 0))`;

/** Outside data are their source's to confirm, and what we did ourselves needs no confirming. */
export function isStale(tx: Tx): RawBuilder<boolean> {
  const now = tx.clock.now().toISOString();
  const mission = missionOf(tx.who).id;
  const each = Object.entries(MissionSettings.parse({}).staleAfterDays).map(([status, usual]) => {
    const days = sql`coalesce(${missionSetting(mission, 'staleAfterDays', status)}, ${JSON.stringify(usual)}::jsonb)`;
    return sql`c.operational = ${status} and ${STATUS_SINCE} < ${now}::timestamptz
      - make_interval(days => nullif(${days}, 'null'::jsonb)::integer)`;
  });
  return sql`c.dataset = 'own' and c.kind <> 'activity' and (${sql.join(each, sql` or `)})`;
}
