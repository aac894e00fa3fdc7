/** Other texts that a paragraph speaks of, and what it does to them. */
import type { MandateRelation } from '../../vocabulary/codes.ts';
import type { Reference } from '../contract.ts';
import { type Plain, spanIn } from './plain.ts';

/** `resolutions 1325 (2000), 1820 (2008) of 19 June 2008 and 1888 (2009)`: each number is one. */
const RESOLUTION = /\bs\/res\/(\d{1,4}) ?\(?(\d{4})?\)?|\b(\d{1,4}) ?\(((?:19|20)\d{2})\)/gi;
const DOCUMENT =
  /\b(?:S\/PRST\/\d{4}\/\d+|S\/(?:19|20)\d{2}\/\d+|S\/\d{4,5}|A\/RES\/\d+\/\d+|A\/\d{2,3}\/\d+|ST\/SGB\/\d{4}\/\d+)/g;
const ASSEMBLY = /\b(?:general assembly )?resolutions? (\d{2,3}\/\d{1,3}|\d{3,4} ?\([ivxlc]+\))/gi;
const PARAGRAPHS =
  /\bparagraphs? ((?:\d{1,3}(?: ?\([a-z]+\))*(?:, | and | to |, and | or |-)?)+)(?: (?:above |below )?of| in)?(?: (?:its|security council|council|the))*(?: resolution)? ?$/i;

/** @returns the texts that these words refer to, in order */
export function referencesIn(plain: Plain, verbAt: (place: number) => string | null): Reference[] {
  const { text, lower } = plain;
  const found: Reference[] = [];
  for (const match of text.matchAll(RESOLUTION)) {
    const before = lower.slice(Math.max(0, match.index - 260), match.index);
    if (match[3] && !/resolutions?[^.;]*$/.test(before)) continue;
    if (match[3] && /general assembly resolutions? (?:\d|[^.;]{0,12}$)/.test(before.slice(-60))) continue;
    const number = match[1] ?? match[3];
    const year = match[2] ?? match[4];
    const paragraphs = paragraphsBefore(text.slice(Math.max(0, match.index - 120), match.index));
    found.push({
      symbol: `S/RES/${number}${year ? ` (${year})` : ''}`,
      relation: relationOf(lower, match.index, match.index + match[0].length, verbAt(match.index)),
      ...(paragraphs.length > 0 ? { paragraphs } : {}),
      span: spanIn(plain, match.index, match.index + match[0].length),
    });
  }
  for (const match of text.matchAll(DOCUMENT))
    found.push({
      symbol: match[0],
      relation: relationOf(lower, match.index, match.index + match[0].length, verbAt(match.index)),
      span: spanIn(plain, match.index, match.index + match[0].length),
    });
  for (const match of text.matchAll(ASSEMBLY)) {
    const at = match.index + match[0].length - (match[1] as string).length;
    found.push({
      symbol: `A/RES/${(match[1] as string).replace(' ', '')}`,
      relation: relationOf(lower, at, match.index + match[0].length, verbAt(at)),
      span: spanIn(plain, at, match.index + match[0].length),
    });
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

function paragraphsBefore(before: string): string[] {
  const list = PARAGRAPHS.exec(before)?.[1];
  if (!list) return [];
  const range = /^(\d+) (?:to|-) ?(\d+)/.exec(list.trim());
  if (range && Number(range[2]) > Number(range[1]) && Number(range[2]) - Number(range[1]) < 60)
    return Array.from({ length: Number(range[2]) - Number(range[1]) + 1 }, (_, i) => String(Number(range[1]) + i));
  return [...list.matchAll(/\d{1,3}(?: ?\([a-z]+\))*/gi)].map(([one]) => one.replace(/(\d)\(/, '$1 ('));
}

function relationOf(lower: string, from: number, to: number, verb: string | null): MandateRelation {
  const near = lower.slice(Math.max(0, from - 170), from);
  const behind = lower.slice(to, to + 60);
  if (/\b(?:extend|renew|prolong)[a-z]*\b[^;]*$/.test(near) && !/\b(?:recall|reaffirm)[a-z]*\b[^;]*$/.test(near))
    return 'extends';
  if (
    /\b(?:amend|modif|terminat|supersed|replac|adjust|lift|revok|rescind|shall cease|no longer apply)[a-z]*\b[^;]*$/.test(
      near,
    ) ||
    /^[^;]{0,50}\b(?:shall (?:be amended|cease|no longer)|are (?:lifted|terminated|replaced))/.test(behind)
  )
    return 'amends';
  if (verb && /^recall/.test(verb)) return 'recalls';
  if (verb && /^(?:reaffirm|reiterat|confirm)/.test(verb)) return 'reaffirms';
  if (/\b(?:recall)[a-z]*\b[^;]{0,160}$/.test(near)) return 'recalls';
  if (/\b(?:reaffirm|reiterat)[a-z]*\b[^;]{0,160}$/.test(near)) return 'reaffirms';
  if (
    /(?:pursuant to|established (?:by|under|pursuant)|as (?:set out|set forth|described|defined|stipulated|requested|authori[sz]ed|imposed) (?:in|by)|imposed by|in accordance with|under|called for (?:in|by)|implement[a-z]*|requested (?:in|by)|contained in|authori[sz]ed (?:in|by))[^;]{0,70}$/.test(
      near,
    )
  )
    return 'implements';
  return 'cites';
}
