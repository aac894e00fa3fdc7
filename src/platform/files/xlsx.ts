/**
 * Excel workbooks. Read with yauzl and saxes rather than a spreadsheet library: the one at hand reads what it gets in
 * chunks and damages letters that lie across two of them, unescapes text twice, drops parts of rich text, and puts
 * sheets into temporary files, where they outlive the reading.
 */
import { readHead, type TableRecord, toRow } from './table.ts';
import { FileRefused, type FileRow, type Limits, type OpenedFile, type OpenOptions, type RefusedRow } from './types.ts';
import { readNumberKinds, readSharedStrings, readWorkbook, type SheetInfo, type Workbook } from './xlsx-parts.ts';
import { type SheetContext, SheetHandler } from './xlsx-sheet.ts';
import { parseXml } from './xml.ts';
import { Archive } from './zip.ts';

const MAX_WORKBOOK_BYTES = 300_000_000;

/**
 * @param file a path, or the workbook itself.
 * @throws FileRefused when it is no workbook, is damaged, unpacks to too much, or lacks the sheet asked for.
 */
export async function openXlsx(file: string | Buffer, limits: Limits, options: OpenOptions): Promise<OpenedFile> {
  const maxBytes = options.maxBytes ?? MAX_WORKBOOK_BYTES;
  const notes: string[] = [];

  /** Shared texts are held only while something is being read. */
  async function* read(): AsyncGenerator<TableRecord[]> {
    const archive = await Archive.open(file, maxBytes);
    try {
      const workbook = await readWorkbook(archive);
      const sheet = chooseSheet(workbook, options.sheet);
      if (notes.length === 0) notes.push(...notesOn(workbook, sheet));
      const handler = new SheetHandler(await sheetContext(archive, workbook));
      for await (const _ of parseXml(archive.read(sheet.part), handler)) yield handler.take();
      if (handler.merged > 0) addOnce(notes, mergedNote(handler.merged));
    } finally {
      archive.close();
    }
  }

  const head = readHead(await firstRecords(read()));
  notes.push(...head.notes);

  async function* rows(): AsyncGenerator<FileRow | RefusedRow> {
    const rowOptions = { head, limits, damaged: false, repairDoubleEncoding: false };
    for await (const batch of read()) {
      for (const record of batch) {
        // A sheet leaves out what is empty, so a short row lacks nothing.
        while (record.cells.length < head.headers.length && record.fault === undefined) record.cells.push('');
        const row = toRow(record, rowOptions);
        if (row) yield row;
      }
    }
  }

  return {
    format: 'xlsx',
    encoding: 'utf-8',
    headers: head.headers,
    ...(head.hxlTags ? { hxlTags: head.hxlTags } : {}),
    notes,
    rows,
  };
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

function chooseSheet({ sheets }: Workbook, wanted: string | undefined): SheetInfo {
  const names = sheets.map((sheet) => `“${sheet.name}”`).join(', ');
  const sheet =
    wanted === undefined ? (sheets.find((s) => !s.hidden) ?? sheets[0]) : sheets.find((s) => s.name === wanted);
  if (!sheet) throw new FileRefused(`The workbook has no sheet “${wanted}”. It has ${names}.`);
  return sheet;
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
  return `The sheet has ${areas} merged ${areas === 1 ? 'area' : 'areas'}; the text of each stands in its top left cell only.`;
}

async function firstRecords(batches: AsyncIterable<TableRecord[]>): Promise<TableRecord[]> {
  const first: TableRecord[] = [];
  for await (const batch of batches) {
    first.push(
      ...batch.filter((record) => record.fault !== undefined || record.cells.some((cell) => cell.trim() !== '')),
    );
    if (first.length >= 2) break;
  }
  return first.slice(0, 2);
}

function addOnce(notes: string[], note: string): void {
  if (!notes.includes(note)) notes.push(note);
}
