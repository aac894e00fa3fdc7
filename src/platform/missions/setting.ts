import type { RawBuilder } from 'kysely';
import { sql } from '../database/database.ts';

/** SQL: one of a mission's settings as JSON, by its path; null where the mission was never asked. */
export const missionSetting = (mission: number, ...path: string[]): RawBuilder<unknown> =>
  sql`(select settings #> ${path}::text[] from platform.mission where id = ${mission})`;
