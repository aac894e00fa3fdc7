/**
 * The room's part of `kinga verify`: what stands beside the digested content must follow from it. Columns that lists and
 * maps read are derived again, and each record's versions must follow one another without a gap.
 */
import type pg from 'pg';
import { levelNumber } from '../platform/principal.ts';
import { columnsOf } from './columns.ts';
import type { Core, IncidentInput } from './contract.ts';

const STEP = 2000;

/** Sentences that name records and columns, never content. */
export async function* auditIncidents(client: pg.Client): AsyncGenerator<string> {
  yield* brokenChains(client);
  yield* strangeColumns(client);
  yield* openPasts(client);
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

/** An older version is as closed as the record is now. */
async function* openPasts(client: pg.Client): AsyncGenerator<string> {
  const { rows } = await client.query<{ id: string; version: number }>(
    `select c.id, c.version from incidents.core c
       join incidents.core n on (n.mission, n.id) = (c.mission, c.id) and n.known_to = 9223372036854775807
     where (c.now_level, c.now_compartments) is distinct from (
       case when n.apart and not c.apart then n.protected_level else n.level end,
       case when n.apart and not c.apart then n.group_compartments else n.compartments end)
     union select g.id, g.version from (
         select mission, id, version, now_level, now_compartments, 'account' as name from incidents.account
         union all select mission, id, version, now_level, now_compartments, 'protected' from incidents.protected) g
       join incidents.core n on (n.mission, n.id) = (g.mission, g.id) and n.known_to = 9223372036854775807
     where (g.now_level, g.now_compartments) is distinct from (
       case g.name when 'account' then n.account_level else n.protected_level end, n.group_compartments)
     limit 100`,
  );
  for (const { id, version } of rows)
    yield `incidents ${id} version ${version}: it is not as closed as the record is now.`;
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
      wrong.push(...openerThanWritten(row, JSON.parse(row.envelope) as Envelope));
      if (wrong.length > 0)
        yield `incidents ${row.id} version ${row.version}: ${wrong.join(', ')} differ from what was written.`;
    }
  }
}

type Envelope = Pick<IncidentInput, 'levels' | 'compartments'>;

/** The columns that policies read: levels as the ledger vouches for them, and the present one never more open than the record is. */
function openerThanWritten(row: Record<string, unknown>, { levels, compartments }: Envelope): string[] {
  const wrong = [
    row.level === levelNumber(levels.core) ? null : 'level',
    row.account_level === levelNumber(levels.account) ? null : 'account_level',
    row.protected_level === levelNumber(levels.protected) ? null : 'protected_level',
    (compartments.length === 0) === (Number(row.compartments) === 0) ? null : 'compartments',
  ];
  return wrong.filter((column) => column !== null);
}

function differing(row: Record<string, unknown>, columns: Record<string, unknown>): string[] {
  return Object.entries(columns)
    .filter(([name, value]) => JSON.stringify(row[name] ?? null) !== JSON.stringify(value ?? null))
    .map(([name]) => name);
}
