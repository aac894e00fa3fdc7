/** The parts of a workbook beside its sheets: which sheets there are, shared texts, number formats. */

import { FileRefused } from './types.ts';
import { type NumberKind, numberKind, unescapeXstring } from './xlsx-cells.ts';
import { parseXml, type XmlHandler } from './xml.ts';
import type { Archive } from './zip.ts';

export interface SheetInfo {
  name: string;
  /** Name of the archive's entry. */
  part: string;
  hidden: boolean;
}

export interface Workbook {
  sheets: SheetInfo[];
  date1904: boolean;
  stylesPart: string | null;
  sharedStringsPart: string | null;
  hasMacros: boolean;
}

const MAX_SHARED_CHARS = 60_000_000;

export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = await relations(archive, '_rels/.rels', '');
  const main = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.names.includes(main)) throw new FileRefused(notAWorkbook(archive));
  const related = await relations(archive, relationsPart(main), folderOf(main));
  const byId = new Map(related.map((relation) => [relation.id, relation]));
  const sheets: SheetInfo[] = [];
  let date1904 = false;
  await parseWhole(archive, main, (name, attributes) => {
    if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '');
    if (name !== 'sheet') return;
    const relation = byId.get(attributeNamed(attributes, 'id') ?? '');
    // Chart sheets have no cells.
    if (relation?.type !== 'worksheet') return;
    const hidden = (attributes.state ?? 'visible') !== 'visible';
    sheets.push({ name: attributes.name ?? '', part: relation.target, hidden });
  });
  if (sheets.length === 0) throw new FileRefused(notAWorkbook(archive));
  const part = (type: string) => related.find((relation) => relation.type === type)?.target ?? null;
  return {
    sheets,
    date1904,
    stylesPart: part('styles'),
    sharedStringsPart: part('sharedStrings'),
    hasMacros: archive.names.some((name) => name.toLowerCase().endsWith('vbaproject.bin')),
  };
}

/** Texts that cells refer to by number. They are the one thing of a workbook that is held in memory whole. */
export async function readSharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  let total = 0;
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    text(piece) {
      if (inText && !inPhonetic) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') {
        total += text.length;
        if (total > MAX_SHARED_CHARS) throw new FileRefused('The workbook holds too much text. Save it as CSV.');
        strings.push(unescapeXstring(text));
      }
    },
  };
  for await (const _ of parseXml(archive.read(part), handler));
  return strings;
}

/** What each cell style makes of a number: date or plain. */
export async function readNumberKinds(archive: Archive, part: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  await parseWhole(
    archive,
    part,
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        kinds.push(numberKind(id, codes.get(id)));
      }
    },
    (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  );
  return kinds;
}

interface Relation {
  id: string;
  /** The last word of the relation's type. */
  type: string;
  target: string;
}

/** Relations to parts inside the archive. Those to the outside are never followed. */
async function relations(archive: Archive, part: string, folder: string): Promise<Relation[]> {
  const found: Relation[] = [];
  if (archive.size(part) === null) return found;
  await parseWhole(archive, part, (name, { Id = '', Type = '', Target = '', TargetMode }) => {
    if (name !== 'Relationship' || TargetMode === 'External') return;
    found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) });
  });
  return found;
}

async function parseWhole(
  archive: Archive,
  part: string,
  open: XmlHandler['open'],
  close: XmlHandler['close'] = () => {},
): Promise<void> {
  for await (const _ of parseXml(archive.read(part), { open, close, text: () => {} }));
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function folderOf(part: string): string {
  return part.slice(0, Math.max(0, part.lastIndexOf('/')));
}

function relationsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;
}

function attributeNamed(attributes: Record<string, string>, local: string): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(`:${local}`))?.[1];
}

function notAWorkbook(archive: Archive): string {
  if (archive.names.includes('word/document.xml')) return 'The file is a Word document, not a table.';
  if (archive.names.includes('content.xml')) {
    return 'The file is an OpenDocument file. Save it as an Excel workbook (.xlsx) or CSV.';
  }
  if (archive.names.includes('xl/workbook.bin')) {
    return 'The file is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV.';
  }
  return 'The file is an archive (ZIP) without a workbook in it. Unpack it first.';
}
