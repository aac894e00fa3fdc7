/** The room's part of `kinga verify`: columns must follow from what the ledger digested, versions from one another. */
import type pg from 'pg';
import { LEVELS } from '../vocabulary/codes.ts';
import type { ProvisionContent } from './rules/review.ts';
import { hashOf, type MandateContent, type Scope } from './store/write.ts';

const STEP = 2000;
const TABLES = ['mandate', 'provision'] as const;

interface Row extends Record<string, unknown> {
  id: string;
  version: number;
  body: string;
}

/** Sentences that name records and columns, never content. */
export async function* auditMandates(client: pg.Client): AsyncGenerator<string> {
  for (const table of TABLES) {
    yield* brokenChains(client, table);
    yield* strangeColumns(client, table);
  }
  yield* strangeSources(client);
}

type Table = (typeof TABLES)[number];

async function* brokenChains(client: pg.Client, table: Table): AsyncGenerator<string> {
  const { rows } = await client.query<Row>(
    `select id, version from (
       select id, version, known_to, lead(known_from) over same_record as next, lag(version) over same_record as before
       from mandates.${table} window same_record as (partition by mission, id order by version)) chain
     where known_to <> coalesce(next, 9223372036854775807) or version <> coalesce(before, 0) + 1 limit 100`,
  );
  for (const { id, version } of rows)
    yield `mandates ${id} version ${version}: its time does not end where the next version begins.`;
}

async function* strangeColumns(client: pg.Client, table: Table): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const { rows } = await client.query<Row>(
      `select *, compartments::text as compartments from mandates.${table} where known_from > $1 order by known_from limit $2`,
      [after, STEP],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last.known_from);
    for (const row of rows) {
      const derived = table === 'mandate' ? ofMandate(row.body) : ofProvision(row.body);
      const wrong = Object.entries(derived).filter(([name, value]) => said(row[name]) !== said(value));
      if (wrong.length > 0)
        yield `mandates ${row.id} version ${row.version}: ${wrong.map(([name]) => name).join(', ')} differ from what was written.`;
    }
  }
}

const said = (value: unknown): string => JSON.stringify(value ?? null);

function ofMandate(body: string): Record<string, unknown> {
  const { level, areas, date, own, withdrawn, mask } = JSON.parse(body) as MandateContent & { mask: string };
  return { level: LEVELS.indexOf(level), compartments: mask, areas, day: date, own, withdrawn };
}

function ofProvision(body: string): Record<string, unknown> {
  const content = JSON.parse(body) as ProvisionContent & { mask: string; scope: Scope };
  const { mandate, span, kind, review, gone, mask, scope } = content;
  return {
    ...{ mandate, place: span[0], kind, review, gone },
    ...{ level: LEVELS.indexOf(scope.level), compartments: mask, areas: scope.areas },
  };
}

/** A text is vouched for by the hash in what was digested of its mandate. */
async function* strangeSources(client: pg.Client): AsyncGenerator<string> {
  const { rows } = await client.query<{ id: string; body: string; words: string | null }>(
    `select m.id, m.body, s.words from mandates.mandate m
       left join mandates.source s on s.mission = m.mission and s.mandate = m.id
     where m.known_to = 9223372036854775807`,
  );
  for (const { id, body, words } of rows)
    if (words === null || hashOf(words) !== (JSON.parse(body) as MandateContent).source)
      yield `mandates ${id}: its text is not the one that was added.`;
}
