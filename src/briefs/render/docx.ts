/** A paper as a Word document that can be worked on: real headings and tables, level and page in header and footer. */
import { Resvg } from '@resvg/resvg-js';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Drawn, Part } from '../contract.ts';
import { drawChart } from './chart.ts';
import { type Drawing, INK, toSvg } from './drawing.ts';
import { drawMap } from './map.ts';
import { roomForMap } from './room-for-map.ts';
import { together } from './together.ts';

/** Twentieths of a point, as Word counts. */
const twips = (points: number) => Math.round(points * 20);
const MARGIN = 54;
const WIDTH = 595 - 2 * MARGIN;
const FONT = { ascii: 'IBM Plex Sans', hAnsi: 'IBM Plex Sans', cs: 'IBM Plex Sans Arabic' };
const colour = (ink: string) => ink.slice(1);
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: colour(INK.line) };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** @returns the file's bytes */
export async function paperToDocx(paper: Drawn): Promise<Buffer> {
  const pen = penFor(paper.language === 'ar', roomForMap(paper, 1));
  const { title, subtitle, sheet, mission } = paper;
  const isCard = paper.day !== undefined;
  const document = new Document({
    ...{ title: `${title}, ${subtitle}`, creator: mission.name, description: sheet.level },
    styles: {
      default: {
        document: {
          run: { font: FONT, size: isCard ? 17 : 20 },
          paragraph: { spacing: { line: isCard ? 245 : 276, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { size: 48, bold: true, color: colour(INK.text) }, paragraph: { spacing: { after: 40 } } },
        heading1: {
          run: { size: 25, bold: true, color: colour(INK.text) },
          paragraph: { spacing: { before: isCard ? 140 : 260, after: isCard ? 40 : 80 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: twips(595), height: twips(842) }, margin: margins() } },
        headers: { default: header(paper, pen) },
        footers: { default: footer(paper, pen) },
        children: [
          pen.paragraph([pen.run(title)], { heading: HeadingLevel.TITLE }),
          pen.paragraph([pen.run(subtitle, { size: 24 })]),
          pen.paragraph([pen.run(sheet.asOf, { size: 17, color: colour(INK.soft) })], { spacing: { after: 120 } }),
          ...together(paper.blocks)
            .flat()
            .flatMap((block) => drawBlock(block, pen)),
          ...(sheet.signature ? [pen.paragraph([pen.run(sheet.signature)], { spacing: { before: 300 } })] : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const margins = () => ({
  top: twips(84),
  bottom: twips(72),
  left: twips(MARGIN),
  right: twips(MARGIN),
  header: twips(30),
  footer: twips(26),
});

/** Writes in one direction. */
interface Pen {
  rtl: boolean;
  /** So that the map stands on the first sheet, points. */
  mapHeight: number;
  run(text: string, options?: IRunOptions): TextRun;
  words(parts: readonly Part[], options?: IRunOptions): TextRun[];
  paragraph(children: ParagraphChild[], options?: ConstructorParameters<typeof Paragraph>[0] & object): Paragraph;
}

function penFor(rtl: boolean, mapHeight: number): Pen {
  const run: Pen['run'] = (text, options = {}) => {
    const { size, bold } = options;
    // Of Arabic script Word takes size and weight from settings of its own.
    const script = rtl
      ? {
          rightToLeft: true,
          ...(size ? { sizeComplexScript: size } : {}),
          ...(bold ? { boldComplexScript: bold } : {}),
        }
      : {};
    return new TextRun({ ...options, ...script, text });
  };
  return {
    ...{ rtl, mapHeight, run },
    words: (parts, options = {}) =>
      parts.map((p) => (typeof p === 'string' ? run(p, options) : run(p.text, { ...options, bold: true }))),
    paragraph: (children, options = {}) => new Paragraph({ ...(options as object), children, bidirectional: rtl }),
  };
}

function header({ sheet, mission, title, simulated }: Drawn, pen: Pen): Header {
  const soft = { size: 16, color: colour(INK.soft) };
  return new Header({
    children: [
      // On a line of its own: a level with many components is long.
      pen.paragraph([pen.run(sheet.level, { size: 17, bold: true })], { alignment: AlignmentType.END }),
      pen.paragraph([pen.run(`${mission.name} · ${title}`, soft)], { border: { bottom: HAIRLINE } }),
      ...(simulated && sheet.simulated
        ? [pen.paragraph([pen.run(sheet.simulated, { size: 15, bold: true })], { alignment: AlignmentType.CENTER })]
        : []),
    ],
  });
}

function footer({ sheet }: Drawn, pen: Pen): Footer {
  const soft = { size: 13, color: colour(INK.soft) };
  const page = sheet.page
    .split(/(\{n\}|\{of\})/)
    .map((text) => (text === '{n}' ? PageNumber.CURRENT : text === '{of}' ? PageNumber.TOTAL_PAGES : text));
  const end = { type: TabStopType.RIGHT, position: twips(WIDTH) };
  return new Footer({
    children: [
      pen.paragraph([pen.run(sheet.asOf, soft), pen.run('\t'), pen.run(sheet.level, { size: 17, bold: true })], {
        tabStops: [end],
        border: { top: HAIRLINE },
      }),
      pen.paragraph(
        [pen.run(sheet.ledger, soft), pen.run('\t'), new TextRun({ children: page, size: 16, rightToLeft: pen.rtl })],
        { tabStops: [end] },
      ),
    ],
  });
}

function drawBlock(block: Block, pen: Pen): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [pen.paragraph([pen.run(block.text)], { heading: HeadingLevel.HEADING_1 })];
    case 'paragraph':
      if (block.style === 'item')
        return [
          pen.paragraph([pen.run('– '), ...pen.words(block.parts)], {
            spacing: { after: 60 },
            indent: { start: 200, hanging: 200 },
          }),
        ];
      return [
        pen.paragraph(pen.words(block.parts, block.style === 'lead' ? { size: 22 } : {}), { spacing: { after: 100 } }),
      ];
    case 'note':
      return [pen.paragraph(pen.words(block.parts, { size: 16, color: colour(INK.soft) }), { spacing: { after: 50 } })];
    case 'figures':
      return [figures(block, pen), pen.paragraph([], { spacing: { after: 60 } })];
    case 'table':
      return [table(block, pen), pen.paragraph([], { spacing: { after: 60 } })];
    case 'map': {
      const drawing = drawMap(block, WIDTH, pen.rtl, pen.mapHeight);
      const soft = { size: 14, color: colour(INK.soft) };
      return [
        picture(pen, block.legend.title, drawing, block.description),
        pen.paragraph([pen.run(block.disclaimer, soft)], { spacing: { after: 100 } }),
      ];
    }
    case 'chart':
      return [picture(pen, block.title, drawChart(block, WIDTH, pen.rtl), block.title)];
    case 'incidents':
      return block.items.flatMap((item) => [
        pen.paragraph([pen.run(item.where, { bold: true }), pen.run(` · ${item.when}`, { color: colour(INK.soft) })], {
          keepNext: true,
          spacing: { before: 80 },
        }),
        pen.paragraph(pen.words(item.what), { keepNext: true }),
        pen.paragraph([pen.run(item.standing, { size: 16, color: colour(INK.soft) })], {
          border: { bottom: HAIRLINE },
        }),
      ]);
  }
}

/**
 * As a picture of 200 dots an inch, which prints well; a vector would not open in every Word. In one paragraph with its
 * title: whoever lays out the pages cannot part them.
 */
function picture(pen: Pen, title: string, drawing: Drawing, description: string): Paragraph {
  const png = new Resvg(toSvg(drawing), {
    fitTo: { mode: 'width', value: Math.round((drawing.width / 72) * 200) },
    background: 'white',
  })
    .render()
    .asPng();
  const pixels = (points: number) => Math.round((points * 96) / 72);
  const transformation = { width: pixels(drawing.width), height: pixels(drawing.height) };
  return pen.paragraph([
    pen.run(title, { bold: true, size: 17 }),
    new TextRun({ break: 1 }),
    new ImageRun({
      type: 'png',
      data: png,
      transformation,
      altText: { name: description, description, title: description },
    }),
  ]);
}

const cellOf = (
  pen: Pen,
  runs: TextRun[],
  number: boolean,
  options: { span?: number; head?: boolean } = {},
): TableCell =>
  new TableCell({
    ...(options.span ? { columnSpan: options.span } : {}),
    margins: { top: 30, bottom: 30, left: 40, right: 40 },
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: options.head ? { ...HAIRLINE, size: 8, color: colour(INK.text) } : HAIRLINE,
    },
    children: [
      pen.paragraph(runs, {
        alignment: number ? AlignmentType.END : AlignmentType.START,
        keepNext: options.head === true || options.span !== undefined,
      }),
    ],
  });

function table({ columns, rows }: Extract<Block, { type: 'table' }>, pen: Pen): Table {
  const small = { size: 18 };
  const texts = columns.filter((c) => !c.number).length;
  const numbers = columns.length - texts;
  // A column of words takes as much as two and a half of numbers.
  const unit = WIDTH / (numbers + texts * 2.4);
  return new Table({
    ...{ width: { size: twips(WIDTH), type: WidthType.DXA }, visuallyRightToLeft: pen.rtl },
    columnWidths: columns.map((c) => twips(c.number ? unit : unit * 2.4)),
    rows: [
      new TableRow({
        ...{ tableHeader: true, cantSplit: true },
        children: columns.map((c) =>
          cellOf(pen, [pen.run(c.label, { size: 16, color: colour(INK.soft) })], c.number, { head: true }),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children:
              row.style === 'group'
                ? [
                    cellOf(pen, [pen.run(String(row.cells[0] ?? ''), { size: 17, bold: true })], false, {
                      span: columns.length,
                    }),
                  ]
                : row.cells.map((c, i) =>
                    cellOf(
                      pen,
                      [pen.run(c === null ? '–' : typeof c === 'string' ? c : c.text, small)],
                      columns[i]?.number ?? false,
                    ),
                  ),
          }),
      ),
    ],
  });
}

function figures({ title, items }: Extract<Block, { type: 'figures' }>, pen: Pen): Table {
  const soft = { size: 16, color: colour(INK.soft) };
  const cell = (runs: TextRun[], more: object = {}) =>
    new TableCell({
      borders: { top: NONE, left: NONE, right: NONE, bottom: NONE },
      children: [pen.paragraph(runs, more)],
    });
  const row = (cells: TableCell[]) => new TableRow({ cantSplit: true, children: cells });
  return new Table({
    ...{ width: { size: twips(WIDTH), type: WidthType.DXA }, visuallyRightToLeft: pen.rtl },
    columnWidths: items.map(() => twips(WIDTH / items.length)),
    borders: {
      top: { ...HAIRLINE, size: 8, color: colour(INK.text) },
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: [
      row([
        new TableCell({
          ...{
            columnSpan: items.length,
            borders: { top: { ...HAIRLINE, size: 8, color: colour(INK.text) }, left: NONE, right: NONE, bottom: NONE },
          },
          children: [pen.paragraph([pen.run(title, { bold: true, size: 17 })], { keepNext: true })],
        }),
      ]),
      row(items.map((i) => cell([pen.run(i.label, soft)], { keepNext: true }))),
      row(items.map((i) => cell([pen.run(i.number.text, { bold: true, size: 44 })], { keepNext: true }))),
      row(items.map((i) => cell([pen.run(i.beside.map((p) => (typeof p === 'string' ? p : p.text)).join(''), soft)]))),
    ],
  });
}
