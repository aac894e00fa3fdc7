/**
 * The articles behind a UCDP event. Newer rows write `"office,date,headline";"…"` in one cell and repeat offices, dates
 * and headlines in three others; older ones have a reference in free words. Headlines hold semicolons and commas of
 * their own, so the cell is parted at `";"` and each piece at its date.
 */
import type { Source } from '../contract.ts';
import { within } from './cells.ts';
import { sourceOf } from './draft.ts';

const PIECE = /^(.{1,500}?),\s?(\d{4}-\d{2}-\d{2})(?:,([\s\S]*))?$/;
/** A year, or a short date such as 7/10-09: a reference of its own has one. */
const DATED = /\b(?:19|20)\d{2}\b|\b\d{1,2}[/ ](?:\d{1,2}|[A-Z][a-z]{2,8})[-/ ]\d{2}\b/;

/** The references of one cell, one string each, without the quotation marks around them. */
export function splitArticles(text: string): string[] {
  const cell = text.trim();
  if (cell === '') return [];
  if (cell.startsWith('"') && (cell.endsWith('"') || cell.includes('";"'))) {
    return cell
      .replace(/^"|"$/g, '')
      .split(/"\s*;\s*"/)
      .filter((piece) => piece.trim() !== '');
  }
  // In free words a semicolon may part two references or belong to a headline: it parts only what has dates of its own.
  const pieces = cell.split(';').map((piece) => piece.trim());
  return pieces.length > 1 && pieces.every((piece) => DATED.test(piece)) ? pieces : [cell];
}

/**
 * @param originOf the key that articles of the same office share: they repeat one another.
 * @returns one source an article, in order.
 */
export function readSources(articles: readonly string[], originOf: (office: string) => string): Source[] {
  return articles.slice(0, 500).map((article, index) => {
    const [, office, date, headline] = PIECE.exec(article) ?? [];
    const name = (office ?? article).trim();
    return sourceOf(index, name, originOf(office ?? leadingWords(name)), {
      title: headline === undefined || headline === '' ? null : within(headline, 2000),
      date: date ?? null,
    });
  });
}

/** `Reuters 13 Sep 2000 "…` begins with its office. */
function leadingWords(reference: string): string {
  return /^[^\d"“”]{2,80}(?=[\s,]+[\d"“”])/.exec(reference)?.[0] ?? reference;
}

/** The columns of the data set that sources rebuild exactly: only these need not be kept beside them. */
export function rebuiltColumns(sources: readonly Source[], quoted: boolean) {
  const pieces = sources.map((s) => [s.name, s.date, s.title].filter((part) => part !== null).join(','));
  return {
    source_article: quoted ? `"${pieces.join('";"')}"` : pieces.join(';'),
    source_office: sources.map((s) => s.name).join(';'),
    source_date: sources.map((s) => s.date ?? '').join(';'),
    source_headline: sources.map((s) => s.title ?? '').join(';'),
  };
}
