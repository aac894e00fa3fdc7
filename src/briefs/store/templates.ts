/** The mission's template in the database; none is the one that every mission has. */
import { personById } from '../../platform/accounts/store.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import { Template, type TemplateView } from '../contract.ts';

interface Row {
  version: number;
  body: unknown;
  prepare_as: string | null;
}

export async function readTemplate(tx: Tx): Promise<TemplateView | null> {
  const { rows } = await sql<Row>`select version, body, prepare_as from briefs.template
    where mission = ${missionOf(tx.who).id}`.execute(tx.db);
  const [row] = rows;
  if (!row) return null;
  const person = row.prepare_as ? await personById(tx, row.prepare_as) : null;
  return {
    ...{ version: row.version, template: Template.parse(row.body) },
    preparedAs: person && { person: person.id, name: person.name },
  };
}

/** Writes what was based on this version (0: there was none). @returns whether it still was that version */
export async function writeTemplate(
  tx: Tx,
  template: Template,
  basedOn: number,
  prepareAs: string | null,
): Promise<boolean> {
  const mission = missionOf(tx.who).id;
  const body = JSON.stringify(template);
  const { numAffectedRows } =
    basedOn === 0
      ? await sql`insert into briefs.template (mission, version, body, prepare_as)
          values (${mission}, 1, ${body}, ${prepareAs}) on conflict do nothing`.execute(tx.db)
      : await sql`update briefs.template set version = version + 1, body = ${body}, prepare_as = ${prepareAs}
          where mission = ${mission} and version = ${basedOn}`.execute(tx.db);
  return numAffectedRows === 1n;
}
