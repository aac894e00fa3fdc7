/** `word/document.xml` as text: the document as it stands with all tracked changes accepted. */
import type { XmlHandler } from '../../platform/files/index.ts';
import type { TextBuilder } from './builder.ts';
import { clean, trimmed } from './clean.ts';
import type { Counter } from './docx-counter.ts';
import type { StyleReader } from './docx-styles.ts';
import { type Attributes, attribute, isOn } from './docx-xml.ts';

/** What was left out, by how often. */
export interface LeftOut {
  pictures: number;
  comments: number;
  footnotes: number;
  deletions: number;
  hidden: number;
  /** Other files that Word would put in. */
  inserted: number;
  /** Numbers that fields make, of which the file holds no text. */
  fieldNumbers: number;
  /** Signs of picture fonts, read as dots. */
  signs: number;
}

interface Paragraph {
  parts: string[];
  /** Paragraphs of text boxes that hang on it. */
  asides: string[];
  style: string | null;
  numId: string | null;
  level: number | null;
  /** Its end is deleted: what follows goes on in the same paragraph. */
  goesOn: boolean;
  /** Its end is hidden. */
  hidden: boolean;
  endsSection: boolean;
}

/** Older values, settings and other parts that hold no words of the document. */
const SKIPPED = new Set(
  'pPrChange rPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange numberingChange sdtPr sdtEndPr sectPr tblPr tblGrid tcPr fldData delText delInstrText rt'.split(
    ' ',
  ),
);
const BREAKS: ReadonlyMap<string, string> = new Map(
  Object.entries({ tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }),
);
const PICTURES = new Set(['pic', 'imagedata', 'chart', 'relIds', 'OLEObject']);
const COUNTED: ReadonlyMap<string, keyof LeftOut> = new Map([
  ['footnoteReference', 'footnotes'],
  ['endnoteReference', 'footnotes'],
  ['commentReference', 'comments'],
  ['altChunk', 'inserted'],
]);
const NUMBER_FIELD = /^\s*(?:LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT)\b/i;

export class BodyReader implements XmlHandler {
  readonly leftOut: LeftOut = {
    ...{ pictures: 0, comments: 0, footnotes: 0, deletions: 0, hidden: 0, inserted: 0, fieldNumbers: 0, signs: 0 },
  };
  private readonly out: TextBuilder;
  private readonly counter: Counter;
  private readonly styles: StyleReader;
  private readonly path: string[] = [];
  private skipped = 0;
  /** Open paragraphs: a text box holds some within another. */
  private readonly paragraphs: Paragraph[] = [];
  /** Whether each open run is hidden. */
  private readonly runs: boolean[] = [];
  /** Whether each open set of alternatives has given its one. */
  private readonly alternatives: boolean[] = [];
  private words: { text: string; asIs: boolean; instruction: boolean } | null = null;
  /** The words of paragraphs whose end is deleted, for each cell or box that is open. */
  private readonly carried: string[] = [''];

  constructor(out: TextBuilder, counter: Counter, styles: StyleReader) {
    this.out = out;
    this.counter = counter;
    this.styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0 || this.skips(name)) {
      this.skipped++;
      return;
    }
    const parent = this.path.at(-1) ?? '';
    const above = this.path.at(-2) ?? '';
    this.path.push(name);
    if (PICTURES.has(name)) this.leftOut.pictures++;
    const counted = COUNTED.get(name);
    if (counted) this.leftOut[counted]++;
    const sign = parent === 'r' ? BREAKS.get(name) : undefined;
    if (sign) this.put(sign);
    else if (parent === 'pPr' || parent === 'numPr' || parent === 'rPr') this.property(name, attributes, parent, above);
    else this.element(name, attributes);
  }

  text(text: string): void {
    if (this.words && this.skipped === 0) this.words.text += text;
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    this.path.pop();
    switch (name) {
      case 't':
      case 'instrText':
        this.endWords();
        break;
      case 'r':
        this.runs.pop();
        break;
      case 'p':
        this.endParagraph();
        break;
      case 'AlternateContent':
        this.alternatives.pop();
        break;
      case 'txbxContent': {
        this.endCarried();
        const blocks = this.out.closeAside();
        const around = this.paragraphs.at(-1);
        if (around) for (const block of blocks) around.asides.push(block);
        else this.out.again(blocks);
        break;
      }
      case 'tc':
        this.endCarried();
        this.out.closeCell();
        break;
      case 'tr':
        this.out.closeRow();
        break;
      case 'tbl':
        this.out.closeTable();
        break;
      case 'body':
        this.endCarried();
        break;
    }
  }

  private skips(name: string): boolean {
    const parent = this.path.at(-1);
    if (name === 'sectPr' && parent === 'pPr') {
      const paragraph = this.paragraphs.at(-1);
      if (paragraph) paragraph.endsSection = true;
    }
    if (name === 'Choice' || name === 'Fallback') {
      const taken = this.alternatives.at(-1) ?? false;
      if (this.alternatives.length > 0) this.alternatives[this.alternatives.length - 1] = true;
      return taken;
    }
    // Below properties these say something of a paragraph's end or a row, and hold nothing.
    if ((name === 'del' || name === 'moveFrom') && parent !== 'rPr' && parent !== 'trPr') {
      this.leftOut.deletions++;
      return true;
    }
    return SKIPPED.has(name);
  }

  private property(name: string, attributes: Attributes, parent: string, above: string): void {
    const paragraph = this.paragraphs.at(-1);
    const ofRun = parent === 'rPr' && above === 'r';
    const ofEnd = parent === 'rPr' && above === 'pPr';
    if (ofRun && name === 'vanish') this.runs[this.runs.length - 1] = isOn(attributes);
    else if (ofRun && name === 'rStyle' && this.styles.hides(attribute(attributes, 'val')))
      this.runs[this.runs.length - 1] = true;
    else if (!paragraph) return;
    else if (ofEnd && name === 'vanish') paragraph.hidden = isOn(attributes);
    else if (ofEnd && (name === 'del' || name === 'moveFrom')) paragraph.goesOn = true;
    else if (parent === 'pPr' && name === 'pStyle') paragraph.style = attribute(attributes, 'val');
    else if (parent === 'numPr' && name === 'numId') paragraph.numId = attribute(attributes, 'val');
    else if (parent === 'numPr' && name === 'ilvl') {
      const level = attribute(attributes, 'val') ?? '';
      paragraph.level = /^[0-8]$/.test(level) ? Number(level) : null;
    }
  }

  private element(name: string, attributes: Attributes): void {
    switch (name) {
      case 'p':
        this.paragraphs.push({
          ...{ parts: [], asides: [], style: null, numId: null, level: null },
          ...{ goesOn: false, hidden: false, endsSection: false },
        });
        break;
      case 'r':
        // A style that hides is that of the paragraph, unless the run says otherwise.
        this.runs.push(this.styles.hides(this.paragraphs.at(-1)?.style ?? null));
        break;
      case 't':
      case 'instrText':
        this.words = {
          text: '',
          asIs: attributes['xml:space'] === 'preserve',
          instruction: name === 'instrText',
        };
        break;
      case 'fldSimple':
        if (NUMBER_FIELD.test(attribute(attributes, 'instr') ?? '')) this.leftOut.fieldNumbers++;
        break;
      case 'sym':
        this.sign(attribute(attributes, 'char') ?? '');
        break;
      case 'AlternateContent':
        this.alternatives.push(false);
        break;
      case 'txbxContent':
        this.carried.push('');
        this.out.openAside();
        break;
      case 'tbl':
        this.out.openTable();
        break;
      case 'tr':
        this.out.openRow();
        break;
      case 'tc':
        this.carried.push('');
        this.out.openCell();
        break;
    }
  }

  private endWords(): void {
    const { text, asIs, instruction } = this.words ?? { text: '', asIs: true, instruction: false };
    this.words = null;
    if (instruction) {
      if (NUMBER_FIELD.test(text)) this.leftOut.fieldNumbers++;
    } else this.put(asIs ? text : text.trim());
  }

  /** Fonts of pictures put them where no letters are. */
  private sign(code: string): void {
    const value = /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : 0xe000;
    const isPicture = (value >= 0xe000 && value <= 0xf8ff) || value > 0x10ffff || value < 0x20;
    if (isPicture) this.leftOut.signs++;
    this.put(isPicture ? '•' : String.fromCodePoint(value));
  }

  private put(text: string): void {
    if (text === '') return;
    if (this.runs.at(-1)) this.leftOut.hidden++;
    else this.paragraphs.at(-1)?.parts.push(text);
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const text = this.carry('') + clean(paragraph.parts.join(''));
    if (paragraph.goesOn) this.carry(text);
    else {
      const empty = text.trim() === '';
      // Neither is shown, so neither counts.
      const number = empty && (paragraph.hidden || paragraph.endsSection) ? '' : this.counter.next(paragraph);
      this.out.block(number === '' ? trimmed(text) : (number + trimmed(text).trimStart()).trimEnd());
    }
    this.out.again(paragraph.asides);
  }

  /** @returns what was carried till now */
  private carry(text: string): string {
    const last = this.carried.pop() ?? '';
    this.carried.push(text);
    return last;
  }

  /** Nothing follows in this cell or box that it could go on in. */
  private endCarried(): void {
    this.out.block(trimmed(this.carried.pop() ?? ''));
  }
}
