/** Questions to the room: who may ask, and as known when. */
import type { Database, Tx } from '../platform/database/database.ts';
import { KingaError } from '../platform/errors.ts';
import { resolveAsOf } from '../platform/ledger/store.ts';
import { must, type Principal } from '../platform/principal.ts';
import type { Mandate, MandateLine, MandatePreview, MandateText, Provision } from './contract.ts';
import { RULES, readMandate as readText } from './reading/read.ts';
import {
  type CountedMandate,
  listMandates,
  NOW,
  readMandate,
  readProvisions,
  readProvisionVersions,
  readSource,
  toProvision,
} from './store/read.ts';

/** Those that were not withdrawn: own ones first, the newest first. */
export async function mandates(tx: Tx, { seq }: { seq: number }): Promise<MandateLine[]> {
  return (await listMandates(tx, seq)).map(toLine);
}

/** One with its text and all its provisions; now unless said. @throws `not_found` */
export async function wholeMandate(tx: Tx, id: string, { seq } = { seq: NOW }): Promise<Mandate> {
  const found = await readMandate(tx, id, seq);
  if (!found) throw new KingaError('not_found');
  const { chapterVII, missions, annexes, unread } = found.content;
  return {
    ...toLine(found),
    ...{ chapterVII, missions, annexes, unread },
    source: await readSource(tx, id),
    provisions: (await readProvisions(tx, id, seq)).map(toProvision),
  };
}

/** As it is now, for whoever wrote it. */
export const oneMandate = (db: Database, who: Principal, id: string): Promise<Mandate> =>
  db.read(who, (tx) => wholeMandate(tx, id));

/** Every version of a provision up to a line or instant, oldest first. @throws `not_found` */
export async function provisionVersions(
  db: Database,
  who: Principal,
  { id, provision, asOf }: { id: string; provision: string; asOf?: string | undefined },
): Promise<Provision[]> {
  must(who, 'mandate.read');
  return db.read(who, async (tx) => {
    const { seq } = await resolveAsOf(tx, asOf);
    const versions = await readProvisionVersions(tx, id, provision, seq);
    if (versions.length === 0) throw new KingaError('not_found');
    return versions.map(toProvision);
  });
}

/** What would be read, for whoever is about to add it. */
export function previewOf(who: Principal, { text }: MandateText): MandatePreview {
  must(who, 'mandate.add');
  const { paragraphs, ...reading } = readText(text);
  return {
    ...reading,
    paragraphs: paragraphs.length,
    operative: paragraphs.filter(({ kind }) => kind === 'OP').length,
  };
}

function toLine({ content, ...stored }: CountedMandate): MandateLine {
  const { chapterVII: _, missions: __, annexes: ___, unread: ____, source: _____, ...said } = content;
  return { ...said, ...stored, outdated: said.rules !== RULES };
}
