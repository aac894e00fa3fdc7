/**
 * Excel workbooks. Read with yauzl and saxes rather than a spreadsheet library: the one at hand reads what it gets in
 * chunks and damages letters that lie across two of them, unescapes text twice, drops parts of rich text, and puts
 * sheets into temporary files, where they outlive the reading.
 */
import { HEAD_ROWS, readHead, type TableHead, type TableRecord, toRow } from './table.ts';
import { FileRefused, type FileRow, type Limits, type OpenedFile, type OpenOptions, type RefusedRow } from './types.ts';
import { type Merge, mergeFiller, readMerges, spanEndIn } from './xlsx-merges.ts';
import { readNumberKinds, readSharedStrings, readWorkbook, type SheetInfo, type Workbook } from './xlsx-parts.ts';
import { type SheetContext, SheetHandler } from './xlsx-sheet.ts';
import { parseXml } from './xml.ts';
import { Archive } from './zip.ts';

const MAX_WORKBOOK_BYTES = 300_000_000;
/** A sheet of fewer columns is a cover or a list of choices, if another one has more. */
const LEAST_COLUMNS = 3;
const SHEETS_LOOKED_AT = 30;

/** A sheet and what of it has to be known before its rows are read. */
interface Looked {
  sheet: SheetInfo;
  head: TableHead;
  merges: Merge[];
}

/**
 * @param file a path, or the workbook itself.
 * @throws FileRefused when it is no workbook, is damaged, unpacks to too much, or lacks the sheet asked for.
 */
export async function openXlsx(file: string | Buffer, limits: Limits, options: OpenOptions): Promise<OpenedFile> {
  const opened = () => Archive.open(file, options.maxBytes ?? MAX_WORKBOOK_BYTES);
  const archive = await opened();
  const { workbook, sheet, head, merges } = await look(archive, options.sheet).finally(() => archive.close());

  /** Shared texts are held only while something is being read. */
  async function* rows(): AsyncGenerator<FileRow | RefusedRow> {
    const again = await opened();
    try {
      const context = await sheetContext(again, await readWorkbook(again));
      const handler = new SheetHandler(context, { width: head.headers.length, row: head.lastRow });
      const fill = mergeFiller(merges);
      const rowOptions = { head, limits, damaged: false, repairDoubleEncoding: false };
      for await (const _ of parseXml(again.read(sheet.part), handler)) {
        for (const record of handler.take()) {
          // A sheet leaves out what is empty, so a short row lacks nothing.
          while (record.cells.length < head.headers.length && record.fault === undefined) record.cells.push('');
          if (record.row > head.lastRow) fill(record.row, record.cells);
          const row = toRow(record, rowOptions);
          if (row) yield row;
        }
      }
    } finally {
      again.close();
    }
  }

  const shown = workbook.sheets.filter(({ hidden }) => !hidden);
  return {
    format: 'xlsx',
    encoding: 'utf-8',
    headers: head.headers,
    ...(head.hxlTags ? { hxlTags: head.hxlTags } : {}),
    sheet: sheet.name,
    sheets: shown.map(({ name }) => name),
    notes: [...notesOn(workbook, sheet), ...(merges.length > 0 ? [mergedNote(merges.length)] : []), ...head.notes],
    rows,
  };
}

async function look(archive: Archive, wanted: string | undefined): Promise<Looked & { workbook: Workbook }> {
  const workbook = await readWorkbook(archive);
  const context = await sheetContext(archive, workbook);
  const sheet = await chooseSheet(archive, context, workbook, wanted);
  const merges = await readMerges(archive, sheet.part);
  const head = readHead(await firstRecords(archive, context, sheet), spanEndIn(merges));
  return { workbook, sheet, head, merges };
}

/** The names of a workbook's sheets, in order. @throws FileRefused as `openXlsx`. */
export async function sheetNames(path: string): Promise<string[]> {
  const archive = await Archive.open(path, MAX_WORKBOOK_BYTES);
  try {
    return (await readWorkbook(archive)).sheets.map((sheet) => sheet.name);
  } finally {
    archive.close();
  }
}

async function sheetContext(archive: Archive, workbook: Workbook): Promise<SheetContext> {
  const { sharedStringsPart, stylesPart, date1904 } = workbook;
  return {
    date1904,
    sharedStrings: sharedStringsPart ? await readSharedStrings(archive, sharedStringsPart) : [],
    numberKinds: stylesPart ? await readNumberKinds(archive, stylesPart) : [],
  };
}

/** The one asked for, else the first visible one that holds a table rather than a cover page. */
async function chooseSheet(
  archive: Archive,
  context: SheetContext,
  { sheets }: Workbook,
  wanted: string | undefined,
): Promise<SheetInfo> {
  if (wanted !== undefined) {
    const found = sheets.find((sheet) => sheet.name === wanted);
    if (found) return found;
    const names = sheets.map((sheet) => `“${sheet.name}”`).join(', ');
    throw new FileRefused(`The workbook has no sheet “${wanted}”. It has ${names}.`);
  }
  const visible = sheets.filter(({ hidden }) => !hidden);
  for (const sheet of visible.slice(0, SHEETS_LOOKED_AT)) {
    const records = await firstRecords(archive, context, sheet);
    if (records.length > 1 && readHead(records).headers.length >= LEAST_COLUMNS) return sheet;
  }
  const first = visible[0] ?? sheets[0];
  if (!first) throw new FileRefused('The workbook has no sheet.');
  return first;
}

function notesOn({ sheets, hasMacros }: Workbook, sheet: SheetInfo): string[] {
  const notes: string[] = [];
  if (sheets.length > 1) {
    const others = sheets.filter((other) => other !== sheet).map((other) => `“${other.name}”`);
    notes.push(`Sheet “${sheet.name}” was read, and not ${others.join(', ')}.`);
  }
  if (hasMacros) notes.push('The workbook holds macros; they were not run.');
  return notes;
}

function mergedNote(areas: number): string {
  return `The sheet has ${areas} merged ${areas === 1 ? 'area' : 'areas'}; the text of each holds for all its rows.`;
}

/** The first rows with anything in them, enough to find the headings. */
async function firstRecords(archive: Archive, context: SheetContext, sheet: SheetInfo): Promise<TableRecord[]> {
  const first: TableRecord[] = [];
  const handler = new SheetHandler(context);
  for await (const _ of parseXml(archive.read(sheet.part), handler)) {
    first.push(
      ...handler.take().filter(({ fault, cells }) => fault !== undefined || cells.some((cell) => cell.trim())),
    );
    if (first.length >= HEAD_ROWS) break;
  }
  return first.slice(0, HEAD_ROWS);
}
