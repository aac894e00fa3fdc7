/** Makes a paper: who may, as known when, from which view. Nothing is stored. */
import { z } from 'zod';
import type { Database, Tx } from '../platform/database/database.ts';
import { KingaError } from '../platform/errors.ts';
import { resolveAsOf } from '../platform/ledger/store.ts';
import { rootAt } from '../platform/ledger/tiles.ts';
import { must, type Principal, systemPrincipal } from '../platform/principal.ts';
import type { ComposeQuery, Paper } from './contract.ts';
import { forPapers, gatherFlash, gatherPeriod } from './gather.ts';
import { compose } from './rules/compose.ts';
import { DEFAULT_TEMPLATE } from './rules/template.ts';
import { readTemplate } from './store/templates.ts';

const house = systemPrincipal('papers');

/** @throws `forbidden`, `invalid_input` when `at` does not fit the kind, `not_found`, `unknown_as_of` */
export async function composePaper(db: Database, who: Principal, query: ComposeQuery): Promise<Paper> {
  must(who, 'brief.compose');
  const reader = forPapers(who, query.maxLevel);
  const { template, asOf } = await db.read(reader, async (tx) => ({
    template: (await readTemplate(tx))?.template ?? DEFAULT_TEMPLATE,
    asOf: await lineOf(tx, query.asOf),
  }));
  const root = await rootOf(db, asOf);
  return db.read(reader, async (tx) => {
    const facts =
      query.kind === 'flash'
        ? await gatherFlash(tx, incidentId(query.at), asOf, root)
        : await gatherPeriod(tx, query.kind, query.at, template, asOf, root);
    return compose(facts, template, query.language);
  });
}

/** A paper rests on a line, whether or not it was the latest one. */
async function lineOf(tx: Tx, asked: string | undefined): Promise<Paper['asOf']> {
  const { seq, at } = await resolveAsOf(tx, asked);
  return { seq, at };
}

/** The root of the ledger's tree at a line: what to hold against a checkpoint from outside. */
export const rootOf = async (db: Database, asOf: Paper['asOf']): Promise<string> =>
  Buffer.from(await db.write(house, (tx) => rootAt(tx, asOf.seq))).toString('base64');

function incidentId(at: string): string {
  const id = z.uuid().safeParse(at);
  if (!id.success) throw new KingaError('invalid_input', { what: 'a flash is about one incident: give its id' });
  return id.data;
}
