/** What stands above a paragraph holds for it as well: "authorizes all necessary means to perform the following". */
import type { Paragraph } from '../contract.ts';

type Placed = Pick<Paragraph, 'number' | 'parent'> & { symbol?: string | null };

const keyOf = (symbol: string | null | undefined, number: string): string => `${symbol ?? ''} ${number}`;

/** @returns for a paragraph of these texts: itself and those it stands below, the nearest first */
export function lineageIn<P extends Placed>(paragraphs: readonly P[]): (one: P) => P[] {
  const byNumber = new Map(paragraphs.map((paragraph) => [keyOf(paragraph.symbol, paragraph.number), paragraph]));
  return (one) => {
    const line: P[] = [];
    for (let at: P | undefined = one; at && !line.includes(at); ) {
      line.push(at);
      at = at.parent === null ? undefined : byNumber.get(keyOf(at.symbol, at.parent));
    }
    return line;
  };
}
