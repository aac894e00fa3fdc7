/** Lines as blocks: what one paragraph, item, heading or title holds, put together over line ends and pages. */
import type { Line, Span } from './lines.ts';
import { leadingVerb, preambularLead } from './verbs.ts';

export interface Block {
  /** Its lines, the page's furniture left out. The first begins behind the mark. */
  parts: Span[];
  /** The mark as written, without brackets and stops: `12`, `5.2`, `Article 7`, `a`, `iv`, `–`; `null` where there is none. */
  mark: string | null;
  kind: 'article' | 'decimal' | 'number' | 'item' | 'dash' | 'plain';
  /** Its words on one line, for telling what it is. */
  text: string;
  indent: number;
  /** An empty line stood before it. */
  apart: boolean;
}

const NUMBER = /^["“”']?(\d{1,3}|[IlS]) ?[.)](?=\s|\(|[A-Z“"[])\s*/;
/** As a reader of letters or a hurried hand left it, `5, Notes` or `11 Condemns`: a number only before a verb. */
const WORN_NUMBER = /^["“”']?(\d{1,3})(?: ?[,:;] ?| )(?=[A-Z])/;
/** Of agreements, compacts and plans; a resolution only speaks of articles. */
const ARTICLE = /^(Article|ARTICLE) (\d{1,3}|[IVXL]{1,6})(?=$|[\s.:–—-])[.:]?(?:\s*[–—-])?\s*/;
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s+[A-Z("“])\s+/;
const OPENING = /^["“]?The Security Council,?$/;
const ITEM =
  /^["“”']?(?:\(([a-z]{1,2}|[ivxl]{1,6}|\d{1,2}|[A-H])[)}]{1,2}|([a-z]|[ivx]{2,5})\)(?=\s)|([a-z]|[ivx]{2,5})\.(?= [a-z“]))\s*/;
const DASH = /^([-–—•·*▪●○])(?=\s)\s*/;

/** @returns the blocks of the lines, in order */
export function blocksOf(lines: readonly Line[]): Block[] {
  const dense = isDense(lines);
  const agreement = !lines.some(({ text }) => OPENING.test(text));
  const blocks: Block[] = [];
  let blank = true;
  let previous: Line | null = null;
  for (const line of lines) {
    if (line.text === '') {
      blank = true;
      continue;
    }
    if (line.furniture) continue;
    const open = blocks.at(-1);
    const late = /^(\d{1,3})\.$/.exec(line.text)?.[1];
    if (
      late &&
      open &&
      !blank &&
      open.kind === 'plain' &&
      open.parts.length === 1 &&
      leadingVerb(open.text.toLowerCase())
    ) {
      // A page's letters taken out in the order of their height: the number comes after the first line of its paragraph.
      Object.assign(open, { kind: 'number', mark: late });
      continue;
    }
    const mayOpen = blank || dense || ENDED.test(previous?.text ?? '') || line.text.startsWith(`${open?.mark}.`);
    const own = agreement && mayOpen ? agreed(line, blank) : null;
    if (own) blocks.push(...own);
    else if (!open || begins(line, previous, open, blank, dense)) {
      blocks.push(...split(line, blank));
    } else {
      open.parts.push([line.from, line.to]);
      open.text += ` ${line.text}`;
    }
    previous = line;
    blank = false;
  }
  return joined(blocks);
}

const ENDED = /[;:.,—–]["”']?$|\b(?:and|or)$/;

/** The block of a line that opens an article or a paragraph with a number of several parts, and of an item right behind it. */
function agreed(line: Line, apart: boolean): Block[] | null {
  const article = ARTICLE.exec(line.text);
  const match = article ?? DECIMAL.exec(line.text);
  if (!match) return null;
  const rest = line.text.slice(match[0].length);
  const from = line.from + match[0].length;
  const mark = article ? `Article ${article[2]}` : (match[1] as string);
  const block: Block = {
    ...{ parts: [[from, line.to]], mark, kind: article ? 'article' : 'decimal', text: rest },
    ...{ indent: line.indent, apart },
  };
  const behind = split({ ...line, from, text: rest }, false);
  return behind[0]?.kind === 'plain' ? [block] : [{ ...block, parts: [[from, from]], text: '' }, ...behind];
}

/** Whole texts without a blank line between paragraphs: there the indent and the marks part them. */
function isDense(lines: readonly Line[]): boolean {
  const solid = lines.filter(({ text, furniture }) => text !== '' && !furniture).length;
  const blank = lines.filter(({ text }, at) => text === '' && lines[at - 1]?.text !== '').length;
  return solid > 20 && blank < solid / 25;
}

function begins(line: Line, previous: Line | null, open: Block, blank: boolean, dense: boolean): boolean {
  if (blank) return true;
  const ended = ENDED.test(previous?.text ?? '');
  if (wornNumber(line.text)) return ended;
  if (NUMBER.test(line.text))
    return ended && !/\b(?:paragraphs?|article|section|no|nos)\.?$/i.test(previous?.text ?? '');
  if (ITEM.test(line.text) || DASH.test(line.text)) return ended || dense;
  if (OPENING.test(line.text) || OPENING.test(open.text)) return true;
  if (/^(?:Adopted (?:unanimously |at |by |without )|ANNEX\b|Annex(?: [IVX\d]+)?$)/.test(line.text)) return true;
  // The only operative paragraph of a short resolution, right below the preamble.
  const lower = line.text.toLowerCase();
  if (/,(?: ?\d{1,3})?$/.test(previous?.text ?? '') && /^[A-Z]/.test(line.text) && leadingVerb(lower)?.at === 0)
    return true;
  if (!dense) return false;
  if (previous && line.indent >= previous.indent + 3 && /^[A-Z]/.test(line.text)) return true;
  return ended && /^[A-Z]/.test(line.text) && (preambularLead(lower) !== null || leadingVerb(lower)?.at === 0);
}

/** Letters that stand for a number where one is expected. */
const MISREAD: Record<string, string> = { I: '1', l: '1', S: '5' };

function wornNumber(text: string): RegExpExecArray | null {
  const match = WORN_NUMBER.exec(text);
  return match && leadingVerb(text.slice(match[0].length).toLowerCase())?.at === 0 ? match : null;
}

/** A line's block, or blocks: `16. (a) Decides` opens two. */
function split(line: Line, apart: boolean): Block[] {
  const blocks: Block[] = [];
  let from = line.from;
  let text = line.text;
  for (const [kind, pattern] of [
    ['number', NUMBER],
    ['item', ITEM],
    ['item', ITEM],
    ['dash', DASH],
  ] as const) {
    const match = pattern.exec(text) ?? (kind === 'number' ? wornNumber(text) : null);
    if (!match) continue;
    const written = match[1] ?? match[2] ?? match[3] ?? '';
    const mark = kind === 'number' ? (MISREAD[written] ?? written) : written;
    from += match[0].length;
    text = text.slice(match[0].length);
    blocks.push({ parts: [[from, line.to]], mark, kind, text, indent: line.indent, apart });
  }
  for (const [at, block] of blocks.entries()) if (at < blocks.length - 1) Object.assign(block, { parts: [], text: '' });
  if (blocks.length > 0) return blocks;
  return [{ parts: [[from, line.to]], mark: null, kind: 'plain', text, indent: line.indent, apart }];
}

/** What a page's end or a stray blank line parted: a block that goes on in the middle of a sentence. */
function joined(blocks: Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last && block.kind === 'plain' && goesOn(last, block)) {
      last.parts.push(...block.parts);
      last.text += ` ${block.text}`;
    } else out.push(block);
  }
  return out;
}

function goesOn(last: Block, block: Block): boolean {
  if (/^[“"']?[A-ZÀ-Þ•\d([]/.test(block.text)) {
    // A year or a sum that a broken line left alone at the start of the next.
    return (
      /^\d/.test(block.text) &&
      /[a-z,]$/.test(last.text) &&
      /\b(?:on|of|by|until|from|in|to|and|at|January|February|March|April|May|June|July|August|September|October|November|December),?$/.test(
        last.text,
      )
    );
  }
  return !/[;:.]["”']?$/.test(last.text) || (/^[a-z]/.test(block.text) && /[,]$/.test(last.text));
}
