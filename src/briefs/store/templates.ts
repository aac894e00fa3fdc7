/** The mission's template in the database; none is the one that every mission has. */
import { sql, type Tx } from '../../platform/database/database.ts';
import { missionOf } from '../../platform/principal.ts';
import { Template, type TemplateView } from '../contract.ts';

interface Row {
  version: number;
  body: unknown;
  prepare_as: string | null;
  name: string | null;
}

export async function readTemplate(tx: Tx): Promise<TemplateView | null> {
  const { rows } = await sql<Row>`
    select t.version, t.body, t.prepare_as, p.name from briefs.template t left join platform.person p on p.id = t.prepare_as
    where t.mission = ${missionOf(tx.who).id}`.execute(tx.db);
  const [row] = rows;
  if (!row) return null;
  const { version, body, prepare_as: person, name } = row;
  return { version, template: Template.parse(body), preparedAs: person ? { person, name: name ?? '' } : null };
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
