/** The field card: one page in plain words, from what somebody has confirmed of the mandate in force. */
import { CARD_PARTS, type CardFacts, type CardLine, cardFacts } from '../mandates/index.ts';
import type { Database } from '../platform/database/database.ts';
import { KingaError } from '../platform/errors.ts';
import { recordAct, resolveAsOf } from '../platform/ledger/store.ts';
import { type MissionRow, readMissions } from '../platform/missions/store.ts';
import { missionOf, must, type Principal } from '../platform/principal.ts';
import { label } from '../vocabulary/index.ts';
import { rootOf } from './compose.ts';
import type { Block, CardQuery, FieldCard } from './contract.ts';
import { renderPaper } from './render/render.ts';
import { type Speech, speech } from './rules/say.ts';

/** @throws `forbidden`, `unknown_as_of` */
export async function fieldCard(
  db: Database,
  who: Principal,
  { language, date, asOf: asked }: CardQuery,
): Promise<FieldCard> {
  must(who, 'mandate.read');
  const { asOf, facts, mission } = await db.read(who, async (tx) => {
    const line = await resolveAsOf(tx, asked);
    const [found] = await readMissions(tx, missionOf(who).slug);
    if (!found) throw new KingaError('no_mission');
    return { asOf: { seq: line.seq, at: line.at }, facts: await cardFacts(tx, line, date), mission: found };
  });
  const root = await rootOf(db, asOf);
  const s = speech(language);
  return {
    ...{ language, day: facts.day, expired: facts.expired, unconfirmed: facts.card.unconfirmed },
    ...{
      simulated: mission.simulated,
      level: facts.level,
      compartments: facts.compartments,
      areas: who.areas && [...who.areas],
      asOf,
    },
    mission: { slug: mission.slug, name: mission.names[language] },
    title: s.word('card.title'),
    subtitle: s.word('card.subtitle', { day: s.days(facts.day, facts.day, 'long') }),
    ledger: { size: asOf.seq, root },
    sheet: sheetOf(s, facts, mission, asOf, root),
    blocks: blocksOf(s, facts),
  };
}

function sheetOf(
  s: Speech,
  facts: CardFacts,
  mission: MissionRow,
  asOf: FieldCard['asOf'],
  root: string,
): FieldCard['sheet'] {
  const zone = mission.time_zone;
  return {
    level: [
      label('levels', facts.level, s.language),
      ...facts.compartments.map((code) => label('compartments', code, s.language)),
    ].join(' · '),
    asOf: s.word('sheet.as-of', { at: s.instant(asOf.at, zone), zone }),
    ledger: s.word('sheet.ledger', { size: asOf.seq, root }),
    simulated: mission.simulated ? s.word('sheet.simulated') : null,
    page: s.word('sheet.page', { n: '{n}', of: '{of}' }),
    signature: null,
  };
}

function blocksOf(s: Speech, { card, under, until, expired }: CardFacts): Block[] {
  if (under.length === 0) return [said(s.word('card.none'), 'lead', 'none')];
  const several = new Set(under.map(({ symbol }) => symbol)).size > 1;
  const day = until === null ? 'none' : s.days(until, until, 'long');
  const blocks: Block[] = [
    expired
      ? said(s.word('card.expired', { until: day }), 'lead', 'expired')
      : said(s.word('card.under', { texts: s.list(under.map(({ symbol }) => symbol)), until: day }), 'lead', 'under'),
  ];
  for (const part of CARD_PARTS) {
    const lines = card.parts[part].filter(({ roadside }) => roadside);
    blocks.push({ type: 'heading', id: part, text: s.word(`card.${part}`) });
    if (lines.length === 0 && (part !== 'may_not' || card.silent.length === 0))
      blocks.push(said(s.word('card.nothing'), 'body', `${part} nothing`));
    for (const [at, line] of lines.entries()) blocks.push(said(lineOf(s, line, several), 'item', `${part} ${at}`));
  }
  const others = new Set(
    CARD_PARTS.flatMap((part) => card.parts[part].filter((line) => !line.roadside)).map(taskOf(s)),
  );
  if (others.size > 0) blocks.push(said(s.word('card.others', { list: s.list([...others]) }), 'body', 'others'));
  if (card.silent.length > 0)
    blocks.push(
      said(
        s.word('card.silent', { list: s.list(card.silent.map((task) => label('mandate-tasks', task, s.language))) }),
        'body',
        'silent',
      ),
    );
  if (card.unconfirmed > 0)
    blocks.push(said(s.word('card.unconfirmed', { n: card.unconfirmed }), 'body', 'unconfirmed'));
  blocks.push({ type: 'note', id: 'basis', parts: [s.word('card.basis')] });
  return blocks;
}

const said = (text: string, style: 'lead' | 'body' | 'item', id: string): Block => ({
  ...{ type: 'paragraph', id, style, parts: [text], editable: false, edited: false },
});

/** "watch and report: human rights — with due diligence (5 (a) (i), 9)" */
function lineOf(s: Speech, line: CardLine, several: boolean): string {
  const [comma, semicolon] = s.language === 'ar' ? ['، ', '؛ '] : [', ', '; '];
  const what = [taskOf(s)(line), ...line.tiers.map((tier) => tierWords(s, tier))].join(comma);
  const limits = line.qualifiers.map((code) => label('mandate-qualifiers', code, s.language)).join(semicolon);
  return (
    s.word(`card.${line.modality}`, { what }) +
    (limits ? s.word('card.limits', { limits }) : '') +
    whereOf(s, line, several)
  );
}

const taskOf =
  (s: Speech) =>
  ({ task }: CardLine): string =>
    label('mandate-tasks', task, s.language);

function whereOf(s: Speech, { where }: CardLine, several: boolean): string {
  const numbers = where
    .map(({ symbol, number }) =>
      several ? `${symbol.replace(/^S\/RES\//, '').replace(/ .*/, '')}: ${number}` : number,
    )
    // A number is not broken at a line's end.
    .map((number) => number.replaceAll(' ', '\u00a0'))
    .join(', ');
  // Read from left to right in every language, or the brackets turn round.
  return s.word('card.where', { numbers: s.language === 'ar' ? `\u200e${numbers}\u200e` : numbers });
}

/** "Tier II: physical protection" is for specialists; "physical protection" for a patrol. */
const tierWords = (s: Speech, tier: string): string =>
  label('poc-tiers', tier, s.language).replace(/^[^:：]*[:：]\s*/, '');

/** As a file; the ledger notes that it left. */
export async function fieldCardFile(db: Database, who: Principal, query: CardQuery, format: 'pdf' | 'docx') {
  const card = await fieldCard(db, who, query);
  await db.write(who, (tx) =>
    recordAct(tx, {
      ...{ verb: 'brief.download', room: 'briefs.file', record: `card:${card.day}` },
      content: { kind: 'card', at: card.day, language: card.language, level: card.level, format, asOf: card.asOf.seq },
    }),
  );
  return { card, bytes: await renderPaper(card, format) };
}
