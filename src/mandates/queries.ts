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
  readSources,
  toProvision,
} from './store/read.ts';
import type { MandateContent } from './store/write.ts';

/** Those that were not withdrawn: own ones first, the newest first. */
export async function mandates(tx: Tx, { seq }: { seq: number }): Promise<MandateLine[]> {
  return (await listMandates(tx, seq)).map(toLine);
}

/** One with its text and all its provisions; now unless said. @throws `not_found` */
export async function wholeMandate(tx: Tx, id: string, { seq } = { seq: NOW }): Promise<Mandate> {
  const found = await readMandate(tx, id, seq);
  if (!found) throw new KingaError('not_found');
  return (await withTexts(tx, [found], seq))[0] as Mandate;
}

/** Those that were not withdrawn, whole. @param which of those that the asker sees */
export async function wholeMandates(
  tx: Tx,
  { seq }: { seq: number },
  which: (content: MandateContent) => boolean = () => true,
): Promise<Mandate[]> {
  const found = (await listMandates(tx, seq)).filter(({ content }) => which(content));
  return withTexts(tx, found, seq);
}

/** Asked for all at once: a corpus has a thousand. */
async function withTexts(tx: Tx, found: readonly CountedMandate[], seq: number): Promise<Mandate[]> {
  const ids = found.map(({ id }) => id);
  const sources = await readSources(tx, ids);
  const provisions = Map.groupBy(await readProvisions(tx, ids, seq), ({ content }) => content.mandate);
  return found.map((one) => {
    const { chapterVII, missions, annexes, unread } = one.content;
    return {
      ...toLine(one),
      ...{ chapterVII, missions, annexes, unread },
      source: sources.get(one.id) ?? '',
      provisions: (provisions.get(one.id) ?? []).map(toProvision),
    };
  });
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
