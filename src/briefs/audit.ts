/** The room's part of `kinga verify`: columns must follow from what the ledger digested, versions from one another. */
import type pg from 'pg';
import { LEVELS } from '../vocabulary/codes.ts';
import type { PaperBody } from './store/papers.ts';

interface Row {
  id: string;
  version: number;
  known_to: string | number;
  next: string | number | null;
  before: number | null;
  level: number;
  compartments: string;
  areas: string[] | null;
  kind: string;
  at: string;
  language: string;
  state: string;
  corrects: number | null;
  title: string;
  subtitle: string;
  sent_to: string[];
  body: string;
}

/** Sentences that name papers and columns, never content. */
export async function* auditBriefs(client: pg.Client): AsyncGenerator<string> {
  const { rows } = await client.query<Row>(
    `select p.id, version, known_to, lead(known_from) over same as next, lag(version) over same as before, level,
       compartments::text, areas, kind, at, language, state, corrects, title, subtitle, sent_to, body
     from briefs.paper p window same as (partition by p.mission, p.id order by version) order by known_from`,
  );
  for (const row of rows) {
    const ends = row.next ?? '9223372036854775807';
    if (Number(row.known_to) !== Number(ends) && !(row.next === null && Number(row.known_to) === Infinity))
      yield `briefs ${row.id} version ${row.version}: its time does not end where the next version begins.`;
    if (row.version !== (row.before ?? 0) + 1)
      yield `briefs ${row.id} version ${row.version}: the version before it is missing.`;
    const wrong = differing(row);
    if (wrong.length > 0)
      yield `briefs ${row.id} version ${row.version}: ${wrong.join(', ')} differ from what was written.`;
  }
}

function differing(row: Row): string[] {
  const { paper, state, corrects, sentTo, mask } = JSON.parse(row.body) as PaperBody & { mask: string };
  const derived: Record<string, unknown> = {
    ...{ level: LEVELS.indexOf(paper.level), compartments: mask, areas: paper.areas, kind: paper.kind },
    ...{
      at: paper.at,
      language: paper.language,
      state,
      corrects,
      title: paper.title,
      subtitle: paper.subtitle,
      sent_to: sentTo,
    },
  };
  return Object.entries(derived)
    .filter(([name, value]) => JSON.stringify(row[name as keyof Row] ?? null) !== JSON.stringify(value ?? null))
    .map(([name]) => name);
}
