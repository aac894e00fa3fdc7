/** A web page as text: its paragraphs, the numbers of its lists written out, and nothing of what surrounds them. */
import { Parser } from 'htmlparser2';
import { FileRefused } from '../../platform/files/index.ts';
import { TextBuilder } from './builder.ts';
import { clean, counted, trimmed } from './clean.ts';
import { type Attributes, type List, listOf, markerOf } from './html-lists.ts';

/** What begins a line of its own and ends one. */
const BLOCKS = new Set(
  'address article aside blockquote body center caption dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** What is no text of the page, with all that is in it. Not `head`: its end is often left out. */
const DROPPED = new Set(
  'script style nav title template noscript button select textarea option iframe object applet audio video canvas svg'.split(
    ' ',
  ),
);
const PICTURES = new Set(['img', 'svg', 'canvas', 'video', 'object', 'iframe']);
/** Browsers stop at 512; the parser's work grows with the square of it. */
const MOST_NESTED = 10_000;
const INDENT = '    ';

/**
 * @returns the text, and what was left out of it
 * @throws FileRefused when it is too long or nested beyond what any page is
 */
export function htmlText(source: string): { text: string; notes: string[] } {
  const page = new Page();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { decodeEntities: true },
  );
  parser.end(source);
  return { text: page.end(), notes: page.notes() };
}

class Page {
  private readonly out = new TextBuilder();
  /** Of the paragraph that is open. */
  private parts: string[] = [];
  private readonly lists: List[] = [];
  /** What waits to stand before the first words of an item, and at which depth the last of it stands. */
  private marker: string | null = null;
  private markerDepth = 0;
  private preformatted = 0;
  private depth = 0;
  /** How deep in something that is dropped. */
  private dropped = 0;
  private pictures = 0;
  private navigation = false;
  private hidden = false;
  private deletions = 0;

  open(name: string, attributes: Attributes): void {
    if (++this.depth > MOST_NESTED)
      throw new FileRefused(`Its tags are nested more than ${MOST_NESTED.toLocaleString('en')} deep.`);
    if (this.dropped > 0 || this.drops(name, attributes)) {
      this.dropped++;
      return;
    }
    if (BLOCKS.has(name)) this.flush();
    switch (name) {
      case 'br':
        this.parts.push('\n');
        break;
      case 'q':
        this.parts.push('“');
        break;
      case 'pre':
        this.preformatted++;
        break;
      case 'ol':
      case 'ul':
      case 'menu':
      case 'dir':
        this.lists.push(listOf(name, attributes));
        break;
      case 'li':
        this.item(attributes);
        break;
      case 'table':
        this.out.openTable();
        break;
      case 'tr':
        this.out.openRow();
        break;
      case 'td':
      case 'th':
        this.out.openCell();
        break;
    }
  }

  close(name: string): void {
    this.depth--;
    if (this.dropped > 0) {
      this.dropped--;
      return;
    }
    if (BLOCKS.has(name)) this.flush();
    switch (name) {
      case 'q':
        this.parts.push('”');
        break;
      case 'pre':
        this.preformatted--;
        break;
      case 'ol':
      case 'ul':
      case 'menu':
      case 'dir':
        this.loneMarker(this.lists.length);
        this.lists.pop();
        break;
      case 'li':
        this.loneMarker(this.lists.length);
        break;
      case 'table':
        this.out.closeTable();
        break;
      case 'tr':
        this.out.closeRow();
        break;
      case 'td':
      case 'th':
        this.out.closeCell();
        break;
    }
  }

  text(text: string): void {
    if (this.dropped > 0) return;
    this.parts.push(this.preformatted > 0 ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  end(): string {
    this.flush();
    this.loneMarker(0);
    return this.out.toString();
  }

  notes(): string[] {
    return [
      ...(this.pictures > 0 ? [`Left out: ${counted(this.pictures, 'picture')}.`] : []),
      ...(this.navigation ? ['The navigation of the page was left out.'] : []),
      ...(this.hidden ? ['Text that the page does not show was left out.'] : []),
      ...(this.deletions > 0 ? [`Left out as deleted: ${counted(this.deletions, 'passage')}.`] : []),
      ...(this.out.hasTables ? ['Tables were laid out as lines.'] : []),
    ];
  }

  private drops(name: string, attributes: Attributes): boolean {
    if (PICTURES.has(name)) this.pictures++;
    if (name === 'nav') this.navigation = true;
    if (DROPPED.has(name)) return true;
    if (name === 'del') {
      this.deletions++;
      return true;
    }
    const hides = attributes.hidden !== undefined || /(?:^|[;\s])display\s*:\s*none\b/i.test(attributes.style ?? '');
    if (hides) this.hidden = true;
    return hides;
  }

  /** An item's number waits for its words: those of `<li><p>` are in the paragraph, those of `<li><ol><li>` in the inner item. */
  private item(attributes: Attributes): void {
    this.loneMarker(this.lists.length);
    this.marker = (this.marker ?? '') + markerOf(this.lists, attributes);
    this.markerDepth = this.lists.length;
  }

  /** A number without words of its own is shown all the same; a dot says nothing. */
  private loneMarker(depth: number): void {
    if (this.marker === null || this.markerDepth < depth) return;
    if (/[^• ]/.test(this.marker)) this.out.block(this.indent(-1) + this.marker.trimEnd());
    this.marker = null;
  }

  private flush(): void {
    if (this.parts.length === 0) return;
    const joined = clean(this.parts.join(''));
    this.parts = [];
    const text =
      this.preformatted > 0 ? trimmed(joined) : trimmed(joined.replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n'));
    if (text.trim() === '') return;
    const indent = this.indent(this.marker === null ? 0 : -1);
    const [first = '', ...more] = (this.preformatted > 0 ? text : text.trim()).split('\n');
    const below = more.map((line) => (line === '' ? '' : this.indent(0) + line));
    this.out.block([indent + (this.marker ?? '') + first, ...below].join('\n'));
    this.marker = null;
  }

  /** Four spaces for each list around; one level less for the line that holds the number. */
  private indent(less: number): string {
    return INDENT.repeat(Math.min(20, Math.max(0, this.lists.length + less)));
  }
}
