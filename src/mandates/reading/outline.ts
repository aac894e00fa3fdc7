/** The blocks of a text as a numbered tree: preambular and operative paragraphs, items, headings, annexes. */
import { type Block, blocksOf } from './blocks.ts';
import { linesOf, type Span } from './lines.ts';
import { type Level, placeOf } from './marks.ts';
import { leadingVerb, preambularLead } from './verbs.ts';

export interface Piece {
  /** `PP3`, `8`, `8 (l)`, `A 2`; in square brackets what the text itself does not number. */
  number: string;
  kind: 'PP' | 'OP';
  /** The number of what it stands below. */
  parent: string | null;
  /** Its own words, without its items and without what a page put between. */
  parts: Span[];
  /** The same on one line, for telling what follows it. */
  text: string;
  /** The heading above it, where the text has one. */
  heading: string | null;
}

export interface Unread {
  span: Span;
  reason: 'before_opening' | 'no_place' | 'number_missing' | 'number_twice';
  detail: string;
}

export interface Outline {
  opening: Span | null;
  pieces: Piece[];
  annexes: { title: string; span: Span }[];
  unread: Unread[];
}

const OPENING = /^["“]?(?:The Security Council|The General Assembly|The Peace and Security Council)\b[ ,_:]*$/;
const ANNEX =
  /^(?:annex(?:es)?|appendix|attachment|enclosure)\b(?: [ivx\d]+| [a-z])?(?:[ .:*]*$|\s?[-–—:.] .{0,120}$)|^statement of principles$/i;
const CLOSING = /^(?:Adopted (?:unanimously |at the |by \d|without )|In favour: |_{3,}|\* ?\* ?\*$)/;

/** @returns the tree of a text; every word of the source is in a piece, an annex, a heading, furniture or `unread` */
export function outlineOf(source: string): Outline {
  const blocks = blocksOf(linesOf(source));
  return new Builder(blocks).build();
}

type Unmarked = 'part' | 'heading' | 'preamble' | 'operative' | 'nothing' | 'below its title' | 'more' | 'behind';

class Builder {
  private readonly out: Outline = { opening: null, pieces: [], annexes: [], unread: [] };
  private readonly blocks: Block[];
  private part = '';
  private preambular = 0;
  /** The number of the operative paragraph that is open. */
  private top: Piece | null = null;
  private topNumber = 0;
  private isArticle = false;
  private loose = 0;
  private levels: Level[] = [];
  private heading: string | null = null;
  private dashes = 0;
  private lastPreambular: Piece | null = null;
  private readonly numbers = new Set<string>();

  constructor(blocks: Block[]) {
    this.blocks = blocks;
  }

  build(): Outline {
    const opening = this.blocks.findIndex(({ text, kind }) => kind === 'plain' && OPENING.test(text));
    const from = opening < 0 ? firstOfText(this.blocks) : opening;
    this.out.opening = opening < 0 ? null : (this.blocks[opening]?.parts[0] ?? null);
    const skipped = this.blocks[from - 1];
    if (opening < 0 && skipped)
      this.out.unread.push({
        span: [startOf(this.blocks[0]?.parts ?? []), spanOf(skipped)[1]],
        reason: 'before_opening',
        detail: this.blocks[0]?.text.slice(0, 80) ?? '',
      });
    for (let i = opening < 0 ? from : from + 1; i < this.blocks.length; i++) {
      const block = this.blocks[i] as Block;
      if (this.ends(block, i)) break;
      this.take(block, i);
    }
    return this.out;
  }

  /** An annex, or the record of the vote: what follows is not the resolution's own. */
  private ends(block: Block, at: number): boolean {
    if (block.kind !== 'plain') return false;
    if (ANNEX.test(block.text) && this.out.pieces.some(({ kind }) => kind === 'OP')) {
      const last = this.blocks.at(-1)?.parts.at(-1)?.[1] ?? 0;
      const titles = this.blocks.slice(at).filter(({ text, kind }) => kind === 'plain' && ANNEX.test(text));
      titles.forEach((title, i) => {
        const from = title.parts[0]?.[0] ?? 0;
        this.out.annexes.push({ title: title.text, span: [from, titles[i + 1]?.parts[0]?.[0] ?? last] });
      });
      return true;
    }
    // Another part of the same resolution may follow the vote on the first.
    if (!CLOSING.test(block.text)) return false;
    return !this.blocks.slice(at + 1).some(({ text, kind }) => kind === 'plain' && OPENING.test(text));
  }

  private take(block: Block, at: number): void {
    if (block.kind === 'article') this.article(block);
    else if (block.kind === 'decimal') this.decimal(block);
    else if (!this.marked(block, at)) this.plain(block, at);
  }

  private marked(block: Block, at: number): boolean {
    if (block.kind === 'number') return this.withinArticle(block) || this.number(block, at);
    if (block.kind === 'item') return this.item(block, at);
    return block.kind === 'dash' && this.dash(block);
  }

  private article(block: Block): void {
    // "Article 7", and what it is called on the line below.
    this.heading = null;
    this.topNumber = 0;
    this.open(this.unique(block.mark as string), block);
    this.isArticle = true;
  }

  /** `Article 7 (2)`: the numbers of an article are its own. */
  private withinArticle(block: Block): boolean {
    if (!this.isArticle || !this.top) return false;
    const number = this.unique(`${this.top.number} (${block.mark})`);
    this.levels = [{ style: 'digit', last: Number(block.mark), number }];
    this.dashes = 0;
    this.push(number, 'OP', this.top.number, block);
    return true;
  }

  /** `5.2`: its number says what it stands below. */
  private decimal(block: Block): void {
    const mark = block.mark as string;
    const above = this.named(mark.slice(0, mark.lastIndexOf('.')));
    const number = this.unique(this.named(mark));
    this.open(number, block, this.numbers.has(above) ? above : null);
  }

  private number(block: Block, at: number): boolean {
    const value = Number(block.mark);
    if (value === 1 && /^[A-Z]$/.test(this.heading ?? '') && this.heading !== this.part)
      this.anotherPart(this.heading ?? '');
    const expected = this.topNumber + 1;
    if (value !== expected && !this.isJump(value, at)) {
      // A list within a paragraph that numbers anew; or a number that an annexed text brings.
      return false;
    }
    for (let missing = expected; missing < value && this.topNumber > 0; missing++)
      this.out.unread.push({ span: spanOf(block), reason: 'number_missing', detail: this.named(String(missing)) });
    this.topNumber = value;
    this.open(this.named(String(value)), block);
    return true;
  }

  /** A text that begins at another number, or leaves some out and goes on. */
  private isJump(value: number, at: number): boolean {
    const next = this.blocks.slice(at + 1).find(({ kind }) => kind === 'number');
    const goesOn = next ? Number(next.mark) === value + 1 : false;
    if (this.topNumber === 0) return goesOn || value === 1;
    return value > this.topNumber && value <= this.topNumber + 5 && (goesOn || !next);
  }

  private open(number: string, block: Block, parent: string | null = null): void {
    this.top = this.push(number, 'OP', parent, block);
    this.isArticle = false;
    this.levels = [];
    this.dashes = 0;
  }

  private item(block: Block, at: number): boolean {
    const under = this.above();
    if (!under) return false;
    const next = this.blocks.slice(at + 1).find(({ kind }) => kind === 'item' || kind === 'number');
    const place = placeOf(block.mark as string, this.levels, next?.kind === 'item' ? next.mark : null);
    this.levels = this.levels.slice(0, place.depth);
    const parent = this.levels.at(-1)?.number ?? under.number;
    const number = `${parent} (${block.mark})`;
    this.levels.push({ style: place.style, last: place.value, number });
    this.dashes = 0;
    this.push(this.unique(number), under.kind, parent, block);
    return true;
  }

  private dash(block: Block): boolean {
    const above = this.above();
    if (!above) return false;
    const under = this.levels.at(-1)?.number ?? above.number;
    this.dashes++;
    this.push(this.unique(`${under} (–${this.dashes})`), above.kind, under, block);
    return true;
  }

  private plain(block: Block, at: number): void {
    const last = this.out.pieces.at(-1);
    const what = this.whatIs(block, at, last);
    if (what === 'part') this.anotherPart(this.blocks[at - 1]?.text ?? '');
    else if (what === 'heading') this.heading = block.text;
    else if (what === 'preamble') this.preamble(block);
    else if (what === 'operative') this.unnumbered(block);
    else if (what === 'nothing') return;
    else if (!last) this.out.unread.push({ span: spanOf(block), reason: 'no_place', detail: block.text.slice(0, 80) });
    else if (what === 'below its title')
      Object.assign(last, { heading: last.text.trim(), parts: block.parts, text: block.text });
    else if (what === 'more') extend(last, block);
    else this.attach(block, last);
  }

  /** What a block without a mark is, by its first words, its end and what stands around it. */
  private whatIs(block: Block, at: number, last: Piece | undefined): Unmarked {
    const lower = block.text.toLowerCase();
    if (OPENING.test(block.text)) return 'part';
    if (/^(?:therefore|now therefore|hereby|and)[,:]?$/.test(lower) || CLOSING.test(block.text)) return 'nothing';
    if (this.isHeading(block, at)) return 'heading';
    const lead = leadingVerb(lower);
    const before = this.top === null;
    if (before && /,$/.test(block.text)) {
      // One of the preamble that leads like an operative one: the numbers are still to come.
      if (!/^decides/.test(lower) && this.numbersFrom(at)) return 'preamble';
      if (preambularLead(lower) !== null) return 'preamble';
    }
    if (before && preambularLead(lower) !== null && lead?.at !== 0) return 'preamble';
    // "58." alone on its line, and its words below.
    if (last?.text === '') return 'more';
    if (last?.kind === 'OP' && last.text.length < 160 && !/[;:.,]["”']?$/.test(last.text))
      // "(b) Neutralizing armed groups", "Article 7 – Freedom of movement", then the task itself.
      return (last.parent !== null || (this.isArticle && last.text !== '')) && /[a-z]$/.test(last.text)
        ? 'below its title'
        : 'more';
    if (lead?.at === 0 && /^["“]?[A-Z]/.test(block.text)) return 'operative';
    if (before && lead && this.preambular > 0) return 'operative';
    if (before && /^[A-Z“"(]/.test(block.text) && this.topNumber === 0)
      return this.numbersFrom(at) || last?.kind === 'PP' ? 'preamble' : 'operative';
    return 'behind';
  }

  /** Words behind the items of a paragraph, or a quotation within it. */
  private attach(block: Block, last: Piece): void {
    const under = this.top && last.kind === 'OP' ? this.top.number : last.number;
    if (last.number === under) {
      extend(last, block);
      return;
    }
    this.levels = [];
    this.push(this.unique(`${under} (end)`), last.kind, under, block);
  }

  /** Operative words that the text does not number. */
  private unnumbered(block: Block): void {
    if (this.topNumber === 0) {
      this.open(this.named(`[${++this.loose}]`), block);
      return;
    }
    const next = this.topNumber + 1;
    const later = this.blocks.filter(({ kind, parts }) => kind === 'number' && startOf(parts) > startOf(block.parts));
    const fills =
      later.some(({ mark }) => mark === String(next + 1)) && !later.some(({ mark }) => mark === String(next));
    if (fills) this.topNumber = next;
    this.open(this.unique(this.named(fills ? `[${next}]` : `[${this.topNumber}+]`)), block);
  }

  /** A resolution in parts, each with its own numbers and mostly its own opening. */
  private anotherPart(title: string): void {
    if (this.part === '' && this.top) this.nameFirstPart();
    const following = String.fromCharCode((this.part || '@').charCodeAt(0) + 1);
    this.part = /^[A-Z]$/.test(title) ? title : this.out.pieces.length > 0 ? following : '';
    this.preambular = 0;
    this.topNumber = 0;
    this.loose = 0;
    this.top = null;
    this.lastPreambular = null;
    this.levels = [];
    this.heading = null;
  }

  /** That there are parts shows only when the second begins. */
  private nameFirstPart(): void {
    for (const piece of this.out.pieces) {
      piece.number = `A ${piece.number}`;
      if (piece.parent) piece.parent = `A ${piece.parent}`;
      this.numbers.add(piece.number);
    }
    this.part = 'A';
  }

  private isHeading({ text }: Block, at: number): boolean {
    if (text.length > 140 || /[;,.]["”']?$/.test(text) || !/^["“]?[A-ZÀ-Þ]/.test(text)) return false;
    if (/:$/.test(text) && text.length > 60) return false;
    const lower = text.toLowerCase();
    if (preambularLead(lower) !== null && (this.top === null || /:$/.test(text))) return false;
    if (leadingVerb(lower)?.at === 0 && (/:$/.test(text) || /\b(?:the|that|all|its|to)\b/.test(lower))) return false;
    const next = this.blocks[at + 1];
    const few = text.length <= 60 && text.split(' ').length <= 7;
    // One at the very end stands over nothing.
    if (!next) return few && this.top !== null;
    if (few && this.top === null && next.kind === 'plain' && preambularLead(next.text.toLowerCase()) !== null)
      return true;
    if (next.kind === 'number' || (this.top === null && next.kind === 'plain'))
      return this.top !== null || next.kind === 'number' || /^[A-Z]$/.test(text);
    const last = this.out.pieces.at(-1);
    return next.kind !== 'plain' && last !== undefined && (few || /[;:.,]["”']?$/.test(last.text));
  }

  private numbersFrom(at: number): boolean {
    return this.blocks.slice(at + 1).some(({ kind, mark }) => kind === 'number' && mark === '1');
  }

  /** What items stand below: the open operative paragraph, or before the first the last of the preamble. */
  private above(): Piece | null {
    return this.top ?? this.lastPreambular;
  }

  private preamble(block: Block): void {
    this.lastPreambular = this.push(this.named(`PP${++this.preambular}`), 'PP', null, block);
    this.levels = [];
    this.dashes = 0;
  }

  private push(number: string, kind: Piece['kind'], parent: string | null, { parts, text }: Block): Piece {
    const piece = { number, kind, parent, parts, text, heading: this.heading };
    this.out.pieces.push(piece);
    this.numbers.add(number);
    return piece;
  }

  private named(number: string): string {
    return this.part === '' ? number : `${this.part} ${number}`;
  }

  /** The same mark twice under one parent: told, not merged. */
  private unique(number: string): string {
    if (!this.numbers.has(number)) return number;
    let again = 2;
    while (this.numbers.has(`${number}[${again}]`)) again++;
    return `${number}[${again}]`;
  }
}

const startOf = (parts: readonly Span[]): number => parts[0]?.[0] ?? 0;
const spanOf = ({ parts }: Block): Span => [startOf(parts), parts.at(-1)?.[1] ?? 0];

function extend(piece: Piece, { parts, text }: Block): void {
  piece.parts.push(...parts);
  piece.text += ` ${text}`;
}

/** Without the opening words: behind the header's short lines. */
function firstOfText(blocks: readonly Block[]): number {
  const at = blocks.findIndex(
    ({ kind, text }, i) =>
      kind === 'article' ||
      kind === 'decimal' ||
      (kind === 'number' && (text.length > 40 || blocks[i + 1]?.kind === 'decimal')) ||
      text.length > 80,
  );
  return Math.max(0, at);
}
