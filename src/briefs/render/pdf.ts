/** A paper as PDF: the masthead, then the blocks, with level, ledger and page on every sheet. Right to left in Arabic. */
import { Document, Font, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactNode } from 'react';
import type { Block, Drawn, Part } from '../contract.ts';
import { drawChart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { fontFile, SCRIPTS, type Script, WEIGHTS } from './fonts.ts';
import { drawMap } from './map.ts';
import { type Styles, stylesFor, WIDTH } from './pdf-styles.ts';
import { roomForMap, SHORT_TABLE } from './room-for-map.ts';
import { together } from './together.ts';

/** A long mandate is to fit on one sheet, and still be read by a torch. */
const CARD_SCALE = 0.86;

const FAMILY: Record<Script, string> = { latin: 'Plex', 'latin-ext': 'Plex Ext', arabic: 'Plex Arabic' };
for (const script of SCRIPTS)
  for (const fontWeight of WEIGHTS)
    Font.register({ family: FAMILY[script], src: fontFile(script, fontWeight), fontWeight });
// Names are not to be broken, and no language's rules are ours to guess.
Font.registerHyphenationCallback((word) => [word]);

/** @returns the file's bytes; takes a second or two of one processor, so call it off the server's thread */
export function paperToPdf(drawn: Drawn): Promise<Buffer> {
  const rtl = drawn.language === 'ar';
  const paper = rtl ? withPlainSpaces(drawn) : drawn;
  const families = (rtl ? (['arabic', 'latin', 'latin-ext'] as const) : SCRIPTS).map((script) => FAMILY[script]);
  const styles = stylesFor(rtl, families, paper.day === undefined ? 1 : CARD_SCALE);
  const mapHeight = roomForMap(paper);
  return renderToBuffer(
    h(
      Document,
      {
        title: `${paper.title}, ${paper.subtitle}`,
        author: paper.mission.name,
        language: paper.language,
        creator: 'Kinga',
        producer: 'Kinga',
      },
      h(
        Page,
        { size: 'A4', style: styles.page },
        header(paper, styles),
        footer(paper, styles),
        masthead(paper, styles),
        ...together(paper.blocks).map((group, i) => drawGroup(group, `group ${i}`, { rtl, mapHeight }, styles)),
        paper.sheet.signature ? h(Text, { key: 'signature', style: styles.signature }, paper.sheet.signature) : null,
      ),
    ),
  );
}

/** The Arabic letters have a space that does not break, without an outline: to draw it ends in an error. */
function withPlainSpaces<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\u00a0', ' ') as T;
  if (Array.isArray(value)) return value.map(withPlainSpaces) as T;
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPlainSpaces(one)])) as T;
}

function header({ sheet, mission, title, simulated }: Drawn, s: Styles): ReactNode {
  return h(
    View,
    { key: 'header', fixed: true, style: s.header },
    h(
      View,
      { style: s.headerRow },
      h(Text, { style: s.headerText }, `${mission.name} · ${title}`),
      h(Text, { style: s.level }, sheet.level),
    ),
    simulated && sheet.simulated ? h(Text, { style: s.simulated }, sheet.simulated) : null,
  );
}

const masthead = ({ title, subtitle, sheet }: Drawn, s: Styles): ReactNode =>
  h(
    View,
    { key: 'masthead', style: s.masthead },
    h(Text, { style: s.title }, title),
    h(Text, { style: s.subtitle }, subtitle),
    h(Text, { style: s.asOf }, sheet.asOf),
  );

const footer = ({ sheet }: Drawn, s: Styles): ReactNode =>
  h(
    View,
    { key: 'footer', fixed: true, style: s.footer },
    h(
      View,
      { style: s.footerWords },
      h(Text, { style: s.footerText }, sheet.asOf),
      h(Text, { style: s.footerText }, sheet.ledger),
    ),
    h(
      View,
      { style: s.footerEnd },
      h(Text, { style: s.level }, sheet.level),
      h(Text, {
        style: s.footerPage,
        render: ({ pageNumber, totalPages }) =>
          sheet.page.replace('{n}', String(pageNumber)).replace('{of}', String(totalPages ?? '')),
      }),
    ),
  );

/** What the drawing of a block depends on besides itself. */
interface Layout {
  rtl: boolean;
  mapHeight: number;
}

function drawGroup(group: readonly Block[], key: string, layout: Layout, s: Styles): ReactNode {
  const [lone, second] = group;
  if (!lone) return null;
  const allFigures = group.filter((block) => block.type === 'figures');
  if (allFigures.length > 0) {
    const head = lone.type === 'heading' ? h(Text, { key: 'heading', style: s.heading }, lone.text) : null;
    return h(View, { key, wrap: false }, head, ...figureRows(allFigures, s));
  }
  if (lone.type !== 'heading' || !second) return drawBlock(lone, key, layout, s);
  // What is short stays in one piece with its heading; tables and lists of incidents bring their first rows along.
  const head = h(Text, { key: 'heading', style: s.heading }, lone.text);
  if (second.type === 'table') return table(second, key, s, head);
  if (second.type === 'incidents') return incidents(second, key, s, head);
  return h(View, { key, wrap: false }, head, drawBlock(second, 'block', layout, s));
}

function drawBlock(block: Block, key: string, { rtl, mapHeight }: Layout, s: Styles): ReactNode {
  switch (block.type) {
    case 'heading':
      return h(Text, { key, style: s.heading }, block.text);
    case 'paragraph':
      if (block.style === 'item')
        return h(
          View,
          { key, style: s.item, wrap: false },
          h(Text, { style: s.bullet }, '–'),
          h(Text, { style: s.itemText }, ...words(block.parts, s)),
        );
      return h(
        Text,
        { key, style: block.style === 'lead' ? s.lead : s.body, orphans: 2, widows: 2 },
        ...words(block.parts, s),
      );
    case 'note':
      return h(Text, { key, style: s.note }, ...words(block.parts, s));
    case 'figures':
      return figures(block, key, s);
    case 'table':
      return table(block, key, s);
    case 'map':
      return h(
        View,
        { key, wrap: false, style: s.drawing },
        h(Text, { style: s.caption }, block.legend.title),
        drawn(drawMap(block, WIDTH, rtl, mapHeight)),
        h(Text, { style: s.disclaimer }, block.disclaimer),
      );
    case 'chart':
      return h(
        View,
        { key, wrap: false, style: s.drawing },
        h(Text, { style: s.caption }, block.title),
        drawn(drawChart(block, WIDTH, rtl)),
      );
    case 'incidents':
      return incidents(block, key, s);
  }
}

function incidents(
  { items }: Extract<Block, { type: 'incidents' }>,
  key: string,
  s: Styles,
  head: ReactNode = null,
): ReactNode {
  const told = items.map((item) =>
    h(
      View,
      { key: item.id, style: s.incident, wrap: false },
      h(
        View,
        { style: s.incidentHead },
        h(Text, { style: s.incidentWhere }, item.where),
        h(Text, { style: s.incidentWhen }, item.when),
      ),
      h(Text, { style: s.incidentWhat }, ...words(item.what, s)),
      h(Text, { style: s.incidentStanding }, item.standing),
    ),
  );
  const [first = null, ...rest] = told;
  return h(View, { key }, h(View, { key: 'first', wrap: false }, head, first), ...rest);
}

/** Numbers stand out a little, so that the eye finds them. */
const words = (parts: readonly Part[], s: Styles): ReactNode[] =>
  parts.map((part, i) => (typeof part === 'string' ? part : h(Text, { key: `n${i}`, style: s.number }, part.text)));

/** Two streams side by side: each keeps the width of half a sheet. */
function figureRows(all: Extract<Block, { type: 'figures' }>[], s: Styles): ReactNode[] {
  const pairs = all.flatMap((_, i) => (i % 2 === 0 ? [all.slice(i, i + 2)] : []));
  return pairs.map((pair, i) =>
    h(
      View,
      { key: `figures ${i}`, style: s.figuresPair },
      ...pair.map((one) => h(View, { key: one.id, style: s.figuresOne }, figures(one, 'figures', s, pair.length > 1))),
    ),
  );
}

/** What stands below a key figure; a line each where two streams stand side by side, since there is no room for both. */
function besideLines(parts: readonly Part[], isNarrow: boolean): string[] {
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  return isNarrow ? text.split(/\s*[;؛]\s*/) : [text];
}

const figures = (
  { title, items }: Extract<Block, { type: 'figures' }>,
  key: string,
  s: Styles,
  isNarrow = false,
): ReactNode =>
  h(
    View,
    { key, wrap: false, style: s.figures },
    h(Text, { style: s.figuresTitle }, title),
    h(
      View,
      { style: s.figuresRow },
      ...items.map((item) =>
        h(
          View,
          { key: item.label, style: s.figure },
          h(Text, { style: s.figureLabel }, item.label),
          h(Text, { style: s.figureNumber }, item.number.text),
          ...besideLines(item.beside, isNarrow).map((line) => h(Text, { key: line, style: s.figureBeside }, line)),
        ),
      ),
    ),
  );

function table(
  { columns, rows }: Extract<Block, { type: 'table' }>,
  key: string,
  s: Styles,
  heading: ReactNode = null,
): ReactNode {
  const style = (i: number) => (columns[i]?.number ? s.cellNumber : i === 0 ? s.cellFirst : s.cellText);
  const head = h(
    View,
    { key: 'head', style: s.tableHead },
    ...columns.map((column, i) => h(Text, { key: `h${i}`, style: [style(i), s.cellHead] }, column.label)),
  );
  const drawnRows = rows.map((row, n) =>
    row.style === 'group'
      ? h(Text, { key: `r${n}`, style: s.tableGroup }, String(row.cells[0] ?? ''))
      : h(
          View,
          { key: `r${n}`, style: s.tableRow, wrap: false },
          ...row.cells.map((c, i) =>
            h(Text, { key: `c${i}`, style: style(i) }, c === null ? '–' : typeof c === 'string' ? c : c.text),
          ),
        ),
  );
  // A group's name is never parted from its first row, nor the table's head from its first group.
  const pieces: ReactNode[][] = [];
  rows.forEach((row, n) => {
    if (row.style === 'group' || pieces.length === 0 || rows[n - 1]?.style !== 'group') pieces.push([drawnRows[n]]);
    else pieces.at(-1)?.push(drawnRows[n]);
  });
  if (rows.length <= SHORT_TABLE) return h(View, { key, style: s.table, wrap: false }, heading, head, ...drawnRows);
  const [first = [], ...rest] = pieces;
  return h(
    View,
    { key, style: s.table },
    h(View, { key: 'first', wrap: false }, heading, head, ...first),
    ...rest.map((piece, i) => h(View, { key: `piece ${i}`, wrap: false }, ...piece)),
  );
}

const drawn = ({ width, height, strokes }: Drawing): ReactNode =>
  h(
    Svg,
    { width, height, viewBox: `0 0 ${width} ${height}` },
    ...strokes.map(({ d, fill = 'none', stroke, width: w, dash }, i) => {
      const style = {
        ...{ key: `p${i}`, d, fill },
        ...(stroke ? { stroke, strokeWidth: w ?? 1, strokeLineJoin: 'round' as const } : {}),
        ...(dash ? { strokeDasharray: dash } : {}),
      };
      return h(Path, style);
    }),
  );
