/**
 * The room's part of `kinga verify`: what stands beside the digested content must follow from it. Columns that lists and
 * maps read are derived again, and each record's versions must follow one another without a gap.
 */
import type pg from 'pg';
import { columnsOf } from './columns.ts';
import type { Core } from './contract.ts';

const STEP = 2000;

/** Sentences that name records and columns, never content. */
export async function* auditIncidents(client: pg.Client): AsyncGenerator<string> {
  yield* brokenChains(client);
  yield* strangeColumns(client);
}

async function* brokenChains(client: pg.Client): AsyncGenerator<string> {
  const { rows } = await client.query<{ id: string; version: number }>(
    `select id, version from (
       select id, version, known_to, lead(known_from) over same_record as next, lag(version) over same_record as before
       from incidents.core window same_record as (partition by mission, id order by version)) chain
     where known_to <> coalesce(next, 9223372036854775807) or version <> coalesce(before, 0) + 1 limit 100`,
  );
  for (const { id, version } of rows)
    yield `incidents ${id} version ${version}: its time does not end where the next version begins.`;
}

async function* strangeColumns(client: pg.Client): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const { rows } = await client.query<
      { known_from: number; id: string; version: number; body: string; envelope: string; level: number } & Record<
        string,
        unknown
      >
    >('select * from incidents.core where known_from > $1 order by known_from limit $2', [after, STEP]);
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last.known_from);
    for (const row of rows) {
      const wrong = differing(row, columnsOf(JSON.parse(row.body) as Core));
      if (wrong.length > 0)
        yield `incidents ${row.id} version ${row.version}: ${wrong.join(', ')} differ from what was written.`;
    }
  }
}

function differing(row: Record<string, unknown>, columns: Record<string, unknown>): string[] {
  return Object.entries(columns)
    .filter(([name, value]) => JSON.stringify(row[name] ?? null) !== JSON.stringify(value ?? null))
    .map(([name]) => name);
}
