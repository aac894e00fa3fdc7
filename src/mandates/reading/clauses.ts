/** A paragraph's clauses: which verb of the Council governs which words, and whom it addresses. */
import type { MandateAddressee, MandateStrength } from '../../vocabulary/codes.ts';
import { addresseesOf } from './addressees.ts';
import { leadingVerb, modalsIn, type Verb, verbsIn } from './verbs.ts';

export interface Clause {
  verb: string | null;
  strength: MandateStrength | null;
  addressees: MandateAddressee[];
  /** Where its words stand in the paragraph; the verb is before `from` where it is the paragraph's own. */
  from: number;
  to: number;
}

/**
 * @param lower the words of a paragraph
 * @param above the clause that governs it from the paragraph it stands below; `null` for one that stands alone
 * @param missions names of missions in small letters
 * @param isAgreement no resolution: it says who shall do what
 */
export function clausesOf(
  lower: string,
  above: Clause | null,
  missions: RegExp | null,
  isAgreement: boolean,
): Clause[] {
  const lead = leadingVerb(lower);
  const modals = isAgreement && (lead === null || lead.at > 0) ? modalsIn(lower) : [];
  if (modals.length > 0) {
    const ends = modals.map((_, i) => modals[i + 1]?.at ?? lower.length);
    return modals.flatMap(({ verb, strength, subject, at }, i) =>
      strength === null
        ? []
        : {
            ...{ verb, strength, from: at + verb.length, to: ends[i] as number },
            addressees: addresseesOf(` ${subject} to `, verb, missions),
          },
    );
  }
  const own = lead && (above === null || lead.at === 0) ? lead : null;
  const verbs = verbsIn(lower, own);
  const clauses: Clause[] = [];
  if (!own) {
    const to = verbs[0]?.at ?? lower.length;
    clauses.push({
      verb: above?.verb ?? null,
      strength: above?.strength ?? null,
      addressees: above?.addressees ?? [],
      from: 0,
      to,
    });
  }
  verbs.forEach((verb, i) => {
    clauses.push(clauseOf(lower, verb, verbs[i + 1]?.at ?? lower.length, missions));
  });
  return clauses;
}

function clauseOf(lower: string, { verb, strength, at }: Verb, to: number, missions: RegExp | null): Clause {
  const from = at + verb.length;
  return { verb, strength, from, to, addressees: addresseesOf(lower.slice(from, to), verb, missions) };
}

/** The clause under which a paragraph's items stand: the one that announces them, else the last that asks for something. */
export function governing(lower: string, clauses: readonly Clause[]): Clause | null {
  const asking = clauses.filter(({ strength }) => strength !== null && asks(strength));
  return (
    asking.find(({ from, to }) => ANNOUNCES.test(lower.slice(from, to))) ?? asking.at(-1) ?? clauses.at(-1) ?? null
  );
}

const ANNOUNCES =
  /\b(?:following (?:[a-z]+ ){0,3}(?:mandate|tasks?|activities|measures|priorit|functions|principles|steps|areas)|mandate[^;]{0,60}(?:shall be|shall include|as follows)|as follows|shall have the following|to perform the following)/;

const ASKING: ReadonlySet<MandateStrength> = new Set([
  'demands',
  'decides',
  'authorizes',
  'requests',
  'urges',
  'calls_upon',
  'encourages',
]);

/** Whether a verb of this strength asks somebody to act. */
export const asks = (strength: MandateStrength): boolean => ASKING.has(strength);
