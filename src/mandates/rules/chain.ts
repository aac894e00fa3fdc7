/**
 * A mission's mandate over time: which text is in force on a day, by which words, until when. A renewal that sets tasks anew
 * takes the place of the one before; one that only extends carries it on; one in between changes it.
 */
import type { Act, Paragraph, Reading, Span } from '../contract.ts';
import { isOurs } from './profile.ts';

export type ChainText = Pick<Reading, 'symbol' | 'date' | 'paragraphs' | 'missions'> & { id?: string };

export interface Link {
  text: ChainText;
  act: Act;
  /** Where it says so. */
  by: { number: string; span: Span } | null;
  /** The last day, as ISO, where the text says one. */
  until: string | null;
  untilBy: { number: string; span: Span } | null;
}

const SETS =
  /\b(?:mandate of [^;]{0,80}shall (?:be|include)|shall have the following mandate|to perform the following|carry out the following|following (?:[a-z]+ ){0,3}tasks)/i;
const ESTABLISHES = /\b(?:establish(?:es)?|authori[sz]es? the (?:establishment|deployment) of)\b[^;]{0,160}/i;
const EXTENDS = /\b(?:extend|renew|prolong)s?\b[^;]{0,200}/i;
const ENDS =
  /\bterminat[a-z]*[^;]{0,60}\bmandate|\bmandate[^;]{0,60}\b(?:shall |will )?(?:terminat|expire|end\b)[a-z]*|\b(?:cessation of its operations|shall cease all operations)\b/i;

/** @param mission its acronym; without one a text counts that names none other */
export function chainOf(texts: readonly ChainText[], mission: string | null): Link[] {
  return texts
    .filter(({ date }) => date !== null)
    .toSorted((a, b) => (a.date as string).localeCompare(b.date as string))
    .map((text) => linkOf(text, mission))
    .filter(({ act }) => act !== 'mentions');
}

/**
 * Whether what a text does not speak of is over: it sets the mission's tasks, or ends them. What only extends, changes or
 * mentions a mandate leaves the rest as it was.
 */
export function isWhole(text: ChainText): boolean {
  const { act } = linkOf(text, text.missions[0] ?? null);
  return act === 'ends' || SETS_TASKS.has(act);
}

/** A text that only extends carries the tasks of another. */
export const SETS_TASKS: ReadonlySet<Act> = new Set(['establishes', 'renews']);

function linkOf(text: ChainText, mission: string | null): Link {
  const about = text.paragraphs.filter((paragraph) => paragraph.kind === 'OP' && speaksOf(paragraph, mission));
  const tasks = text.paragraphs.filter(({ codes }) => codes.some(isOurs)).length;
  const sets = text.paragraphs.some(({ kind, text: words }) => kind === 'OP' && SETS.test(words)) && tasks >= 3;
  const established = find(about, ESTABLISHES, true);
  const ended = find(about, ENDS, false);
  const extended = find(about, EXTENDS, false);
  const sunset = sunsetOf(text.paragraphs, mission);
  const by = established ?? extended ?? (sets ? firstTask(text.paragraphs) : null);
  const act: Act = established
    ? 'establishes'
    : extended || sets
      ? sets
        ? 'renews'
        : extended
          ? 'extends'
          : 'amends'
      : ended
        ? 'ends'
        : tasks > 0
          ? 'amends'
          : 'mentions';
  return { text, act, by: by ?? ended ?? firstTask(text.paragraphs), ...sunset };
}

const speaksOf = ({ text }: Paragraph, mission: string | null): boolean =>
  mission === null || text.includes(mission) || /\b(?:the|its) (?:Mission|Force|Operation|mandate)\b/.test(text);

function find(paragraphs: readonly Paragraph[], words: RegExp, withMission: boolean): Link['by'] {
  for (const { number, text, span, strength } of paragraphs) {
    if (strength !== 'decides' && strength !== 'authorizes') continue;
    const match = words.exec(text);
    if (!match || /panel of experts|committee|monitoring team/i.test(match[0])) continue;
    if (withMission && !/mission|force|operation/i.test(match[0])) continue;
    if (!withMission && !/mandate|deployment|stationing|operation|mission/i.test(match[0])) continue;
    return { number, span: [span[0] + match.index, span[0] + match.index + match[0].length] };
  }
  return null;
}

/** The day up to which a mandate is given: the latest that stands where it is extended or established. */
function sunsetOf(paragraphs: readonly Paragraph[], mission: string | null): Pick<Link, 'until' | 'untilBy'> {
  const found = paragraphs
    .filter((one) => one.kind === 'OP' && speaksOf(one, mission) && /mandate|establish|deploy|station/i.test(one.text))
    .flatMap(({ number, qualifiers }) =>
      qualifiers
        .filter(({ code, value }) => code === 'sunset' && /^\d{4}-/.test(value ?? ''))
        .map(({ value, span }) => ({ until: value as string, untilBy: { number, span } })),
    )
    .sort((one, other) => other.until.localeCompare(one.until));
  return found[0] ?? { until: null, untilBy: null };
}

function firstTask(paragraphs: readonly Paragraph[]): Link['by'] {
  const paragraph = paragraphs.find(({ codes }) => codes.some(isOurs));
  const code = paragraph?.codes.find(isOurs);
  return paragraph && code ? { number: paragraph.number, span: code.span } : null;
}

export interface InForce {
  /** The texts whose provisions hold, the one that sets the tasks first, then what changed or extended it. */
  links: Link[];
  /** The day up to which it was given; `null` where no text says one. */
  until: string | null;
  /** It had run out on the day asked for, and nothing later renewed it. */
  expired: boolean;
}

/** @param day ISO @returns what is in force on that day */
export function inForceOn(chain: readonly Link[], day: string): InForce {
  const known = chain.filter(({ text }) => (text.date as string) <= day);
  const base = known.findLastIndex(({ act }) => SETS_TASKS.has(act));
  const links = base < 0 ? known : known.slice(base);
  const until = links.findLast((link) => link.until !== null)?.until ?? null;
  const ended = links.some(({ act }) => act === 'ends');
  return { links, until, expired: links.length > 0 && (ended || (until !== null && until < day)) };
}
