/** A text as a reading: every paragraph with its verb, addressees, tasks, qualifiers and references, each on exact words. */
import type { Paragraph, Reading } from '../contract.ts';
import { type Below, belowOf } from './below.ts';
import { type Clause, clausesOf, governing } from './clauses.ts';
import { codesIn, evidenceIn, maskedOf, type Standing } from './coder.ts';
import { type Evidence, HEARD_ABOVE, tellingWords } from './evidence.ts';
import { headerOf } from './header.ts';
import { missionPattern, missionsIn } from './missions.ts';
import { outlineOf, type Piece } from './outline.ts';
import { type Plain, plainOf } from './plain.ts';
import { qualifiersIn } from './qualifiers.ts';
import { referencesIn } from './references.ts';
import { preambularLead, preambularStrength } from './verbs.ts';

/** Goes up whenever the same text may be read otherwise. */
export const RULES = '5';

const CHAPTER_VII =
  /\bacting (?:[a-z]+,? )?(?:under|pursuant to|in accordance with) (?:article[s]? [\d, and]+ of )?chapter vii\b|\bunder chapter vii of the charter\b|\bacting under articles? (?:39|4\d|5[01])\b/;
const ITS_OWN = /\b(?:recall|reaffirm)[a-z]*[^;]{0,120}$/;

/** What is passed down to the items below a paragraph. */
interface Above {
  clause: Clause | null;
  below: Below;
  words(): readonly string[];
}

/** @param source a mandate's text as it came; it is not changed, and all spans point into it */
export function readMandate(source: string): Reading {
  const outline = outlineOf(source);
  const opening = outline.opening?.[0] ?? outline.pieces[0]?.parts[0]?.[0] ?? 0;
  const missions = missionsIn(source);
  const pattern = missionPattern(missions);
  const above = new Map<string, Above>();
  const parents = new Set(outline.pieces.map(({ parent }) => parent));
  let chapterVII = false;
  const paragraphs = outline.pieces.map((piece) => {
    const plain = plainOf(source, piece.parts);
    const seven = CHAPTER_VII.exec(plain.lower);
    chapterVII ||= seven !== null && !ITS_OWN.test(plain.lower.slice(0, seven.index));
    return piece.kind === 'PP'
      ? preambular(source, piece, plain)
      : operative(source, piece, plain, above, {
          missions: pattern,
          isAgreement: outline.opening === null,
          hasItems: parents.has(piece.number),
        });
  });
  return {
    ...headerOf(source, opening),
    chapterVII,
    missions,
    paragraphs,
    annexes: outline.annexes,
    unread: outline.unread,
    rules: RULES,
  };
}

function preambular(source: string, piece: Piece, plain: Plain): Paragraph {
  const verb = preambularLead(plain.lower);
  return {
    ...base(source, piece),
    verb,
    strength: verb === null ? null : preambularStrength(verb),
    addressees: [],
    codes: [],
    qualifiers: qualifiersIn(plain, false),
    references: referencesIn(plain, () => verb),
  };
}

interface Text {
  missions: RegExp | null;
  isAgreement: boolean;
}

/** A paragraph under those above it; kept in `above` for those below it. */
function standingOf(piece: Piece, plain: Plain, above: Map<string, Above>, text: Text): Standing {
  const up = piece.parent === null ? null : (above.get(piece.parent) ?? null);
  const masked = maskedOf(plain);
  const clauses = clausesOf(plain.lower, up?.clause ?? null, text.missions, text.isAgreement);
  const clause = governing(plain.lower, clauses);
  const below = up?.below ?? null;
  above.set(piece.number, {
    ...{ clause, below: below ?? belowOf(plain.lower, clause) },
    // Asked for only where something stands below.
    words: () => [...(up?.words() ?? []), ...tellingWords(masked)].slice(-HEARD_ABOVE),
  });
  return { plain, masked, clauses, below, above: up?.words() ?? [] };
}

/** @returns what speaks for and against each task in each operative paragraph of a text, for whoever teaches the coder */
export function evidenceByParagraph(source: string): Map<string, Evidence[]> {
  const outline = outlineOf(source);
  const text = { missions: missionPattern(missionsIn(source)), isAgreement: outline.opening === null };
  const above = new Map<string, Above>();
  return new Map(
    outline.pieces
      .filter(({ kind }) => kind === 'OP')
      .map((piece) => [piece.number, evidenceIn(standingOf(piece, plainOf(source, piece.parts), above, text))]),
  );
}

function operative(
  source: string,
  piece: Piece,
  plain: Plain,
  above: Map<string, Above>,
  text: Text & { hasItems: boolean },
): Paragraph {
  const standing = standingOf(piece, plain, above, text);
  const { clauses } = standing;
  const [lead] = clauses;
  // "(a) Protection of civilians": the title of the tasks below it.
  const isTitle =
    text.hasItems &&
    plain.text.length < 60 &&
    !/[;:.]$/.test(plain.text) &&
    (piece.parent !== null || text.isAgreement);
  return {
    ...base(source, piece),
    verb: lead?.verb ?? null,
    strength: lead?.strength ?? null,
    addressees: lead?.addressees ?? [],
    codes: isTitle ? [] : codesIn(standing),
    qualifiers: qualifiersIn(plain, true),
    references: referencesIn(plain, (place) => clauses.findLast(({ from }) => from <= place)?.verb ?? null),
  };
}

function base(source: string, { number, kind, parent, parts, heading }: Piece) {
  const span: [number, number] = [parts[0]?.[0] ?? 0, parts.at(-1)?.[1] ?? 0];
  return { number, kind, parent, span, text: source.slice(...span), heading };
}
