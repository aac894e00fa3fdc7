/** Kept mandates as the rules take them: paragraphs with their words, and quotes as they cross the wire. */
import type { Tx } from '../../platform/database/database.ts';
import type { Mandate, Provision } from '../contract.ts';
import { wholeMandates } from '../queries.ts';
import { readable } from '../reading/plain.ts';
import type { Provision as AskedProvision } from '../rules/authority.ts';
import { type ChainText, chainOf, type InForce, type Link } from '../rules/chain.ts';
import type { Quote } from '../rules/profile.ts';
import type { QuoteView } from './contract.ts';

/** A mandate whose paragraphs have their words. */
export interface Text extends ChainText, Omit<Mandate, 'provisions' | 'paragraphs' | 'operative' | 'reviewed'> {
  id: string;
  symbol: string;
  date: string;
  paragraphs: (Provision & { text: string })[];
}

export const textOf = ({ provisions, ...mandate }: Mandate): Text => ({
  ...mandate,
  missions: mandate.missionName ? [mandate.missionName] : mandate.missions,
  paragraphs: provisions.map((provision) => ({ ...provision, text: mandate.source.slice(...provision.span) })),
});

/** All texts that the asker sees, as known at a line. */
export async function textsAt(tx: Tx, asOf: { seq: number }): Promise<Text[]> {
  return (await wholeMandates(tx, asOf)).map(textOf);
}

/** The mission's own texts as a chain, the earliest first. */
export async function ownChain(tx: Tx, asOf: { seq: number }): Promise<Link[]> {
  const own = (await wholeMandates(tx, asOf, (mandate) => mandate.own)).map(textOf);
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
    return text.paragraphs.map(
      (provision): AskedProvision => ({
        ...provision,
        symbol: text.symbol,
        date: text.date,
        confirmedBy:
          provision.review === 'read' ? null : { name: provision.byName ?? provision.by, at: provision.knownAt },
      }),
    );
  });
}
