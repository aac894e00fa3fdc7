/** The filter over the columns in memory, for DuckDB. */
import type { RawBuilder } from 'kysely';
import { foldName } from '../../../places/index.ts';
import { sql } from '../../../platform/database/database.ts';
import type { IncidentFilter } from '../../contract.ts';
import { allOf, type Line, lineWith, onColumns } from '../filter.ts';
import type { Lines } from './held.ts';

/** What only the database knows: people's own lists, statuses that grew old, and when a record first came. */
export const isHeld = ({ ids, recordedFrom, recordedTo, assigned, following, stale }: IncidentFilter): boolean =>
  !(ids || recordedFrom || recordedTo || assigned || following || stale);

/** @param scopes that the asker sees @param words lines with the words that are asked for, if any are */
export const inMemory = (
  filter: IncidentFilter,
  { seq }: Pick<Line, 'seq'>,
  scopes: readonly number[],
  words: Pick<Lines, 'core' | 'account'> | null,
): RawBuilder<boolean> =>
  allOf([
    sql`c.known_from <= ${seq} and c.known_to > ${seq}`,
    sql`c.scope = any (${scopes}::integer[])`,
    ...onColumns(filter),
    ...(filter.tag ? [named('tag_lines', filter.tag)] : []),
    ...(filter.actor ? [namesActor(filter.actor)] : []),
    ...(filter.party ? [named('actor_lines', foldName(filter.party))] : []),
    ...(filter.counted ? [sql`c.counted`] : []),
    // Lines after the one that is asked for have no bit: they must not be looked for.
    ...(words
      ? [
          sql`case when c.known_from <= ${seq} then get_bit(${words.core}::bit, c.words_from::integer) = 1
            or c.account_scope = any (${scopes}::integer[]) and get_bit(${words.account}::bit, c.account_words_from::integer) = 1
            else false end`,
        ]
      : []),
  ]);

const named = (column: 'actor_lines' | 'tag_lines', item: string, isPart = false) =>
  sql`c.${sql.ref(column)} like ${lineWith(item, isPart)} escape '\\'`;

function namesActor(name: string) {
  const folded = foldName(name);
  return folded === '' ? sql`c.actor_lines <> chr(10) || chr(10)` : named('actor_lines', folded, true);
}
