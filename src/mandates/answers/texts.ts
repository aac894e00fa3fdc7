/** Kept mandates as the rules take them: paragraphs with their words, and quotes as they cross the wire. */
import type { Tx } from '../../platform/database/database.ts';
import type { Mandate, MandateLine, Paragraph } from '../contract.ts';
import { mandates, wholeMandate } from '../queries.ts';
import { readable } from '../reading/plain.ts';
import type { Provision as AskedProvision } from '../rules/authority.ts';
import { type ChainText, chainOf, type InForce, type Link } from '../rules/chain.ts';
import type { Quote } from '../rules/profile.ts';
import type { QuoteView } from './contract.ts';

export interface Text extends ChainText {
  id: string;
  symbol: string;
  date: string;
  own: boolean;
  missionName: string | null;
  source: string;
  paragraphs: (Paragraph & { id: string })[];
  provisions: Mandate['provisions'];
}

export const textOf = (mandate: Mandate): Text => ({
  id: mandate.id,
  symbol: mandate.symbol,
  date: mandate.date,
  own: mandate.own,
  missionName: mandate.missionName,
  missions: mandate.missionName ? [mandate.missionName] : mandate.missions,
  source: mandate.source,
  provisions: mandate.provisions,
  paragraphs: mandate.provisions.map((provision) => ({ ...provision, text: mandate.source.slice(...provision.span) })),
});

/** Whole texts as known at a line. @param which of those that the asker sees */
export async function textsAt(tx: Tx, asOf: { seq: number }, which: (line: MandateLine) => boolean): Promise<Text[]> {
  const texts: Text[] = [];
  for (const line of await mandates(tx, asOf))
    if (which(line)) texts.push(textOf(await wholeMandate(tx, line.id, asOf)));
  return texts;
}

/** The mission's own texts as a chain, the earliest first. */
export async function ownChain(tx: Tx, asOf: { seq: number }): Promise<Link[]> {
  const own = await textsAt(tx, asOf, (line) => line.own);
  return chainOf(own, own.find(({ missionName }) => missionName)?.missionName ?? null);
}

export const textIn = ({ text }: Link): Text => text as Text;

/** @returns quotes with their words; those of paragraphs that are gone are left out */
export function quotesOf(text: Text, quotes: readonly Quote[]): QuoteView[] {
  const seen = new Set<string>();
  return quotes.flatMap(({ number, span }) => {
    const provision = text.paragraphs.find((paragraph) => paragraph.number === number);
    const key = `${number} ${span[0]}`;
    if (!provision || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        mandate: text.id,
        provision: provision.id,
        symbol: text.symbol,
        number,
        words: readable(text.source.slice(...span)),
      },
    ];
  });
}

/** Provisions of what is in force, with who vouches for each. */
export function provisionsIn({ links }: InForce): AskedProvision[] {
  return links.flatMap((link) => {
    const text = textIn(link);
    return text.provisions.map(
      (provision): AskedProvision => ({
        ...provision,
        text: text.source.slice(...provision.span),
        symbol: text.symbol,
        date: text.date,
        confirmedBy:
          provision.review === 'read' ? null : { name: provision.byName ?? provision.by, at: provision.knownAt },
      }),
    );
  });
}
