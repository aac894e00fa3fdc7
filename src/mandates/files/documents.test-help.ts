/** Documents for the tests of this folder, made of their parts. */
import { writeZip } from '../../platform/files/zip-writer.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OTHERS =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  /** Within `w:body`. */
  body: string;
  /** Within `w:numbering`. */
  numbering?: string;
  /** Within `w:styles`. */
  styles?: string;
  /** Parts by name. */
  more?: Readonly<Record<string, string>>;
}

export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const entries = Object.entries(parts).map(([name, content]) => ({ name, content: [Buffer.from(content)] }));
  return Buffer.concat(await Array.fromAsync(writeZip(entries)));
}

/** A Word file of raw XML, as any writing program opens it. */
export const docxOf = (parts: DocxParts): Promise<Buffer> => zipOf(docxParts(parts));

export function docxParts({ body, numbering = '', styles = '', more = {} }: DocxParts): Record<string, string> {
  const part = (name: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${name === 'document' ? 'document.main' : name}+xml"/>`;
  const relation = (id: string, name: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${name}" Target="${name}.xml"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['document', 'numbering', 'styles'].map(part).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'numbering')}${relation('r2', 'styles')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W} ${OTHERS}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${W} ${OTHERS}>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    ...more,
  };
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** @param properties what stands in `w:pPr` */
export const paragraph = (text: string, properties = ''): string => paragraphOf(run(text), properties);

/** @param content what stands in `w:p` besides */
export const paragraphOf = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

/** In list `list`, on level `level`, which is counted from 0. */
export const inList = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

export const numbered = (text: string, list: number, level = 0): string => paragraph(text, inList(list, level));

export interface LevelSpec {
  text: string;
  format?: string;
  start?: number;
  /** More of what stands in `w:lvl`. */
  more?: string;
}

const level = ({ text, format = 'decimal', start = 1, more = '' }: LevelSpec, at: number): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

export const abstractList = (
  id: number,
  levels: readonly LevelSpec[],
  more = '<w:multiLevelType w:val="multilevel"/>',
): string => `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(level).join('')}</w:abstractNum>`;

export const list = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;

/** As resolutions are numbered: `1.`, `(a)`, `(i)`. */
export const RESOLUTION_LIST =
  abstractList(0, [{ text: '%1.' }, { text: '(%2)', format: 'lowerLetter' }, { text: '(%3)', format: 'lowerRoman' }]) +
  list(1, 0);
