import type { RawBuilder } from 'kysely';
import { sql } from '../database/database.ts';

/** SQL: the name of whoever wrote a row, from its `by` column; null where a job, a channel or the house did. */
export const writerName = (by: string): RawBuilder<string | null> => sql`(select name from platform.person
  where id = case when ${sql.ref(by)} like 'person:%' then substring(${sql.ref(by)} from 8)::uuid end)`;

/** SQL: the name of a person, from a column that holds their id. */
export const personName = (id: string): RawBuilder<string | null> => sql`(select name from platform.person
  where id = ${sql.ref(id)})`;
