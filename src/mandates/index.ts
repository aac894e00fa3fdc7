/** The room's front door: all that other rooms and the house may use. */
import type { Tx } from '../platform/database/database.ts';
import type { MandateLine, Provision } from './contract.ts';
import { mandates, wholeMandate } from './queries.ts';

export type { AuthorityView as Answered } from './answers/contract.ts';
export { ask, authority, type CardFacts, cardFacts } from './answers/queries.ts';
export { auditMandates } from './audit.ts';
export { addMandate } from './commands/add-mandate.ts';
export { addMany, type ManyChoices } from './commands/add-many.ts';
export { readAllAgain } from './commands/read-again.ts';
export { reviewMany, reviewProvision } from './commands/review-provisions.ts';
export type { MandateLine, Provision, Reading } from './contract.ts';
export { type CorpusText, numberingOf, readNamed, symbolOfName, textsOf, type Unreadable } from './corpus.ts';
export { textOf } from './files/text-of.ts';
export type { Evidence } from './reading/evidence.ts';
export { GIVEN_FROM } from './reading/learnt.ts';
export { evidenceByParagraph, readMandate } from './reading/read.ts';
export { mandateRoutes } from './routes.ts';
export type { Question } from './rules/authority.ts';

/** A provision with its words. */
export interface Worded extends Provision {
  text: string;
}

/** Mandates as known at a ledger line: the mission's own first, the newest first; those withdrawn by then left out. */
export const mandatesOf = (tx: Tx, { asOf }: { asOf: { seq: number } }): Promise<MandateLine[]> => mandates(tx, asOf);

/** Provisions of one as known at a ledger line, in the order of the text. @throws `not_found` */
export async function provisionsOf(tx: Tx, mandate: string, { asOf }: { asOf: { seq: number } }): Promise<Worded[]> {
  const { source, provisions } = await wholeMandate(tx, mandate, asOf);
  return provisions.map((provision) => ({ ...provision, text: source.slice(...provision.span) }));
}
export { CARD_PARTS, type CardLine } from './rules/card.ts';
