/** The mission's template: which sections, windows, words, and what is prepared as whom. */
import type { Database } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { missionOf, must, type Principal } from '../../platform/principal.ts';
import type { Template, TemplateView } from '../contract.ts';
import { readTemplate, writeTemplate } from '../store/templates.ts';

/** Papers that are prepared are prepared as the person who says so here. @throws `version_conflict`, `invalid_input` */
export async function changeTemplate(
  db: Database,
  who: Principal,
  template: Template,
  basedOn: number,
): Promise<TemplateView> {
  must(who, 'brief.template');
  if (template.prepare.length > 0 && who.person === null)
    throw new KingaError('invalid_input', { what: 'only a person can have papers prepared as themselves' });
  return db.write(who, async (tx) => {
    const prepareAs = template.prepare.length > 0 ? who.person : null;
    if (!(await writeTemplate(tx, template, basedOn, prepareAs)))
      throw new KingaError('version_conflict', { yours: basedOn, current: (await readTemplate(tx))?.version ?? 0 });
    await recordAct(tx, {
      ...{ verb: 'brief.template', room: 'briefs.template', record: missionOf(who).slug },
      ...{ version: basedOn + 1, content: { template, prepareAs } },
    });
    const written = await readTemplate(tx);
    if (!written) throw new KingaError('not_found');
    return written;
  });
}
