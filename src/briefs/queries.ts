/** Questions to the room: who may ask; row-level security says which papers there are for them. */

import { verbsOf } from '../platform/accounts/rules.ts';
import { everyMember, membersAmong } from '../platform/accounts/store.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { KingaError } from '../platform/errors.ts';
import { recordAct } from '../platform/ledger/store.ts';
import { missionOf, must, type Principal } from '../platform/principal.ts';
import { composePaper } from './compose.ts';
import type {
  ComposeQuery,
  FileFormat,
  Paper,
  PaperLine,
  PaperReaders,
  StoredPaper,
  TemplateView,
} from './contract.ts';
import { renderPaper } from './render/render.ts';
import { mayHave, withWords } from './rules/life.ts';
import { DEFAULT_TEMPLATE } from './rules/template.ts';
import { listPapers, type PaperVersion, readPaperVersions } from './store/papers.ts';
import { readTemplate } from './store/templates.ts';

export async function papers(db: Database, who: Principal): Promise<PaperLine[]> {
  must(who, 'brief.read');
  return db.read(who, listPapers);
}

/** All versions, oldest first. @throws `not_found` */
export async function paperVersions(db: Database, who: Principal, id: string): Promise<StoredPaper[]> {
  must(who, 'brief.read');
  return db.read(who, async (tx) => {
    const versions = await readPaperVersions(tx, id);
    if (versions.length === 0) throw new KingaError('not_found');
    return withNames(tx, versions);
  });
}

/** One version, or the latest. @throws `not_found` */
export async function onePaper(db: Database, who: Principal, id: string, version?: number): Promise<StoredPaper> {
  const all = await paperVersions(db, who, id);
  const found = version === undefined ? all.at(-1) : all.find((p) => p.version === version);
  if (!found) throw new KingaError('not_found');
  return found;
}

/** Whom it can be sent to. @throws `not_found` */
export async function readersOf(db: Database, who: Principal, id: string): Promise<PaperReaders> {
  must(who, 'brief.send');
  return db.read(who, async (tx) => {
    const paper = (await readPaperVersions(tx, id)).at(-1)?.paper;
    if (!paper) throw new KingaError('not_found');
    const members = (await everyMember(tx, missionOf(who))).filter(
      (member) => mayHave(member, paper) && verbsOf(member.roles).includes('brief.read'),
    );
    return { items: members.map((member) => ({ person: member.id, name: member.name, roles: member.roles })) };
  });
}

/** As it is read: with its words in it and the names of those who have it. */
async function withNames(tx: Tx, versions: readonly PaperVersion[]): Promise<StoredPaper[]> {
  const readers = await membersAmong(tx, missionOf(tx.who), [...new Set(versions.flatMap((v) => v.sentTo))]);
  return versions.map(({ words, paper, sentTo, ...version }) => ({
    ...version,
    sentTo: sentTo.map((person) => ({ person, name: readers.get(person)?.name ?? '' })),
    paper: withWords(paper, words),
  }));
}

/** A file leaves the house: the ledger notes what kind, of when, at which level and to whom. */
export async function fileOf(
  db: Database,
  who: Principal,
  paper: Paper,
  format: FileFormat,
  record: string,
): Promise<Buffer> {
  const { kind, at, language, level, asOf } = paper;
  await db.write(who, (tx) =>
    recordAct(tx, {
      ...{ verb: 'brief.download', room: 'briefs.file', record },
      content: { kind, at, language, level, format, asOf: asOf.seq },
    }),
  );
  return renderPaper(paper, format);
}

/** Composed and drawn, not stored. */
export async function previewFile(db: Database, who: Principal, query: ComposeQuery, format: FileFormat) {
  const paper = await composePaper(db, who, query);
  return { paper, bytes: await fileOf(db, who, paper, format, `${paper.kind}:${paper.at}`) };
}

export async function templateOf(db: Database, who: Principal): Promise<TemplateView> {
  must(who, 'brief.compose');
  return (await db.read(who, readTemplate)) ?? { version: 0, template: DEFAULT_TEMPLATE, preparedAs: null };
}
