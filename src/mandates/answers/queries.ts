/** Questions about mandates that compute: all from what the asker sees, as known at a ledger line. */
import type { Tx } from '../../platform/database/database.ts';
import type { AsOf } from '../../platform/ledger/store.ts';
import { LEVELS } from '../../vocabulary/codes.ts';
import type { MandateLine, Theme } from '../contract.ts';
import { wholeMandate } from '../queries.ts';
import { readable } from '../reading/plain.ts';
import { RULES } from '../reading/read.ts';
import { aLaCarte, type Finding } from '../rules/a-la-carte.ts';
import type { Pair } from '../rules/align.ts';
import { questionsIn } from '../rules/ask.ts';
import { answerFrom, type Item, type Question } from '../rules/authority.ts';
import { type Card, cardFrom } from '../rules/card.ts';
import { inForceOn, isWhole, SETS_TASKS } from '../rules/chain.ts';
import { compareTexts, withoutSilence } from '../rules/compare.ts';
import type { TaskChange } from '../rules/profile.ts';
import { themeThrough } from '../rules/theme.ts';
import { type Bands, bandsOf, latestOfEach, numbersOf } from '../rules/years.ts';
import type {
  AskView,
  AuthorityView,
  ComparisonView,
  FindingView,
  MatrixView,
  ThemeView,
  YearsView,
} from './contract.ts';
import { ownChain, provisionsIn, quotesOf, type Text, textIn, textOf, textsAt } from './texts.ts';

/** The day a question is about: the one asked for, else that of the ledger line. */
const dayOf = (asked: string | undefined, asOf: AsOf): string => asked ?? asOf.at.slice(0, 10);

/** Two texts side by side. @throws `not_found` */
export async function comparison(tx: Tx, asOf: AsOf, ids: { before: string; after: string }): Promise<ComparisonView> {
  const [before, after] = [
    textOf(await wholeMandate(tx, ids.before, asOf)),
    textOf(await wholeMandate(tx, ids.after, asOf)),
  ];
  const partial = { before: !isWhole(before), after: !isWhole(after) };
  const { pairs, changes, ceilings, ...quoted } = withoutSilence(compareTexts(before, after), partial);
  const side = (paragraph: Pair['before'], text: Text) =>
    paragraph && {
      provision:
        text.paragraphs.find(({ number, kind }) => number === paragraph.number && kind === paragraph.kind)?.id ??
        text.id,
      ...{ number: paragraph.number, kind: paragraph.kind, heading: paragraph.heading, text: readable(paragraph.text) },
    };
  const kindOf = ({ task, kind, qualifier }: TaskChange) => ({ task, kind, qualifier: qualifier ?? null });
  return {
    before: { ...ends(before), partial: partial.before },
    after: { ...ends(after), partial: partial.after },
    changes: changes.map((change) => ({
      ...kindOf(change),
      before: quotesOf(before, change.before?.quotes ?? []),
      after: quotesOf(after, change.after?.quotes ?? []),
    })),
    added: quotesOf(after, quoted.added),
    dropped: quotesOf(before, quoted.dropped),
    endings: quotesOf(after, quoted.endings),
    ceilings: (['before', 'after'] as const).flatMap((which) =>
      ceilings[which].map((one) => ({ ...one, side: which })),
    ),
    pairs: pairs.map(({ before: old, after: fresh, part, means, likeness, ...pair }) => ({
      ...pair,
      likeness: Math.round(likeness * 100) / 100,
      ...{ before: side(old, before), after: side(fresh, after) },
      part: part && { number: part.of.number, how: part.how },
      means: means.map(kindOf),
    })),
  };
}

const ends = ({ id, symbol, date }: Text) => ({ mandate: id, symbol, date });

/** The mission's own mandate through the years, and what holds on a day. */
export async function years(tx: Tx, asOf: AsOf, asked: string | undefined): Promise<YearsView> {
  const day = dayOf(asked, asOf);
  const chain = await ownChain(tx, asOf);
  const inForce = inForceOn(chain, day);
  const { rows } = bandsOf(chain.map(({ text }) => text));
  return {
    day,
    columns: chain.map((link, at) => {
      const text = textIn(link);
      const before = chain[at - 1];
      return {
        ...ends(text),
        ...{ act: link.act, until: link.until, inForce: inForce.links.includes(link) },
        by: link.by ? (quotesOf(text, [link.by])[0] ?? null) : null,
        // What a text lacks that only extends is not lacking.
        findings: SETS_TASKS.has(link.act) ? findingsOf(text, before ? textIn(before) : null) : [],
      };
    }),
    rows: rowsOf(rows),
    until: inForce.until,
    expired: inForce.expired,
  };
}

function findingsOf(text: Text, before: Text | null): FindingView[] {
  return aLaCarte(text, before).map(({ code, quotes, dropped, people }: Finding) => ({
    code,
    quotes: quotesOf(text, quotes),
    dropped: before ? quotesOf(before, dropped) : [],
    people: people ?? null,
  }));
}

const rowsOf = (rows: Bands['rows']): YearsView['rows'] =>
  rows.map(({ task, cells }) => ({
    task,
    cells: cells.map((cell) => {
      if (!cell) return null;
      const { quotes: _, ...shown } = cell;
      return { ...shown, numbers: numbersOf(cell) };
    }),
  }));

/** Missions beside each other. */
export async function matrix(tx: Tx, asOf: AsOf): Promise<MatrixView> {
  const texts = latestOfEach(await textsAt(tx, asOf));
  return {
    columns: texts.map((text) => ({ ...ends(text), mission: text.missions[0] ?? text.symbol })),
    rows: rowsOf(bandsOf(texts).rows),
  };
}

/** A theme through all texts that are kept. */
export async function themeView(tx: Tx, asOf: AsOf, theme: Theme): Promise<ThemeView> {
  const texts = await textsAt(tx, asOf);
  const bySymbol = new Map(texts.map((text) => [text.symbol, text.id]));
  const place = ({ symbol, date, number }: { symbol: string | null; date: string | null; number: string }) => ({
    ...{ mandate: bySymbol.get(symbol ?? '') ?? '', symbol: symbol ?? '', date: date ?? '', number },
  });
  const { years: counted, wordings } = themeThrough(texts, theme);
  return {
    theme,
    texts: texts.length,
    years: counted,
    wordings: wordings.map(({ words, origin, places }) => ({
      words,
      origin: place(origin),
      places: places.map(place),
    })),
  };
}

/** May we, and in whose words. The front door that responses and support call. */
export async function authority(
  tx: Tx,
  asOf: AsOf,
  question: Question,
  asked: string | undefined,
): Promise<AuthorityView> {
  const day = dayOf(asked, asOf);
  const inForce = inForceOn(await ownChain(tx, asOf), day);
  const answer = answerFrom(provisionsIn(inForce), question);
  const byId = new Map(
    inForce.links.flatMap((link) => textIn(link).paragraphs.map(({ id }) => [id, textIn(link)] as const)),
  );
  const item = ({ provisionId, paragraph, span: _, symbol, ...said }: Item) => ({
    ...said,
    ...{ mandate: byId.get(provisionId)?.id ?? '', provision: provisionId, symbol: symbol ?? '', number: paragraph },
  });
  return {
    question,
    day,
    asOf: { seq: asOf.seq, at: asOf.at },
    rules: RULES,
    inForce: inForce.links.map((link) => ({ ...ends(textIn(link)), act: link.act })),
    until: inForce.until,
    expired: inForce.expired,
    for: answer.for.map(item),
    limits: answer.limits.map(item),
    silence: answer.for.length === 0 && answer.limits.length === 0,
    unconfirmed: answer.unconfirmed,
  };
}

/** The same, asked in a sentence. */
export async function ask(tx: Tx, asOf: AsOf, sentence: string, asked: string | undefined): Promise<AskView> {
  const questions = questionsIn(sentence);
  const [first] = questions;
  return { questions, answer: first ? await authority(tx, asOf, first, asked) : null };
}

/** What stands on a field card on a day, and from which texts. */
export interface CardFacts {
  day: string;
  card: Card;
  under: { symbol: string; date: string }[];
  until: string | null;
  expired: boolean;
  /** The highest level among the texts it is made from, and their compartments. */
  level: MandateLine['level'];
  compartments: string[];
}

/** Facts for a field card, as known at a line. */
export async function cardFacts(tx: Tx, asOf: AsOf, asked: string | undefined): Promise<CardFacts> {
  const day = dayOf(asked, asOf);
  const inForce = inForceOn(await ownChain(tx, asOf), day);
  const texts = inForce.links.map(textIn);
  return {
    day,
    card: cardFrom(provisionsIn(inForce)),
    under: texts.map(({ symbol, date }) => ({ symbol, date })),
    ...{ until: inForce.until, expired: inForce.expired },
    level: LEVELS.findLast((level) => texts.some((text) => text.level === level)) ?? 'public',
    compartments: [...new Set(texts.flatMap(({ compartments }) => compartments))],
  };
}
