import { describe, expect, it } from 'vitest';
import {
  abstractList,
  type DocxParts,
  docxOf,
  inList,
  list,
  numbered,
  paragraph,
  paragraphOf,
  RESOLUTION_LIST,
  run,
} from './documents.test-help.ts';
import { readDocument } from './read.ts';

/** The paragraphs as Word shows them, and what was noted. */
async function shown(parts: DocxParts): Promise<{ lines: string[]; notes: string[] }> {
  const { text, notes } = await readDocument(await docxOf(parts), 'a.docx');
  return { lines: text.trimEnd().split('\n\n'), notes };
}

const lines = async (parts: DocxParts): Promise<string[]> => (await shown(parts)).lines;

const overridden = (at: number, start: number) =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const style = (id: string, more: string, pPr = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}">${more}<w:pPr>${pPr}</w:pPr></w:style>`;

describe('automatic numbers of a Word file', () => {
  it('count each level and begin anew below a higher one', async () => {
    const body = [
      ...[numbered('A', 1), numbered('B', 1, 1), numbered('C', 1, 1), numbered('D', 1, 2), numbered('E', 1, 2)],
      ...[numbered('F', 1, 1), numbered('G', 1, 2), numbered('H', 1), numbered('I', 1, 1)],
    ].join('');
    expect(await lines({ body, numbering: RESOLUTION_LIST })).toEqual([
      '1. A',
      '(a) B',
      '(b) C',
      '(i) D',
      '(ii) E',
      '(c) F',
      '(i) G',
      '2. H',
      '(a) I',
    ]);
  });

  it.each([
    ['decimal', 9, '9', '10'],
    ['decimalZero', 9, '09', '10'],
    ['lowerLetter', 26, 'z', 'aa'],
    ['lowerLetter', 53, 'aaa', 'bbb'],
    ['upperLetter', 1, 'A', 'B'],
    ['lowerRoman', 8, 'viii', 'ix'],
    ['upperRoman', 1899, 'MDCCCXCIX', 'MCM'],
    ['arabicAbjad', 2, 'ب', 'ج'],
    ['arabicAlpha', 2, 'ب', 'ت'],
    ['none', 1, '', ''],
    ['lowerLetter', 0, '0', 'a'],
    ['lowerRoman', 999_999_998, '999999998', '999999999'],
  ])('are written in %s from %s', async (format, start, first, second) => {
    const numbering = abstractList(0, [{ text: '§%1', format, start }]) + list(1, 0);
    expect(await lines({ body: numbered('x', 1) + numbered('y', 1), numbering })).toEqual([
      `§${first} x`,
      `§${second} y`,
    ]);
  });

  it('are written in digits where the format is not known, and it is said', async () => {
    const numbering = abstractList(0, [{ text: '%1.', format: 'hebrew2' }]) + list(1, 0);
    const { lines, notes } = await shown({ body: numbered('x', 1), numbering });
    expect(lines).toEqual(['1. x']);
    expect(notes).toEqual(['Numbers in the format “hebrew2” were written in digits.']);
  });

  it('are dots, or the dash that they are', async () => {
    const signs = ['\uf0b7', 'o', '–', '-', '\uf02d', '', 'constructor'];
    const numbering = signs
      .map((text, id) => abstractList(id, [{ text, format: 'bullet' }]) + list(id + 1, id))
      .join('');
    const body = signs.map((_, id) => numbered('x', id + 1)).join('');
    expect(await lines({ body, numbering })).toEqual(['• x', '• x', '– x', '- x', '– x', 'x', '• x']);
  });

  it('are made of several levels, all in digits where the level says so', async () => {
    const numbering =
      abstractList(0, [
        { text: 'Part %1', format: 'upperRoman', more: '<w:suff w:val="nothing"/>' },
        { text: '%1.%2' },
        { text: '%1.%2.%3', format: 'lowerLetter', more: '<w:isLgl/>' },
      ]) + list(1, 0);
    const body = numbered(': A', 1) + numbered('B', 1, 1) + numbered('C', 1, 2) + numbered('D', 1, 1);
    expect(await lines({ body, numbering })).toEqual(['Part I: A', 'I.1 B', '1.1.1 C', 'I.2 D']);
  });

  it('take a level that was left out as if it had been there', async () => {
    const numbering = abstractList(0, [{ text: '%1.' }, { text: '%1.%2' }]) + list(1, 0);
    expect(await lines({ body: numbered('A', 1, 1) + numbered('B', 1), numbering })).toEqual(['1.1 A', '2. B']);
  });

  it('begin anew only where the level says so', async () => {
    const levels = (more: string) =>
      abstractList(0, [{ text: '%1.' }, { text: '(%2)', format: 'lowerLetter' }, { text: '%3)', more }]) + list(1, 0);
    const body = [numbered('A', 1), numbered('B', 1, 1), numbered('C', 1, 2), numbered('D', 1, 1), numbered('E', 1, 2)]
      .concat(numbered('F', 1), numbered('G', 1, 1), numbered('H', 1, 2))
      .join('');
    const third = async (more: string) =>
      (await lines({ body, numbering: levels(more) })).filter((line) => /[CEH]/.test(line));
    expect(await third('')).toEqual(['1) C', '1) E', '1) H']);
    expect(await third('<w:lvlRestart w:val="1"/>')).toEqual(['1) C', '2) E', '1) H']);
    expect(await third('<w:lvlRestart w:val="0"/>')).toEqual(['1) C', '2) E', '3) H']);
  });

  it('go on over lists of one definition, and begin anew where one first says so', async () => {
    const numbering = RESOLUTION_LIST + list(2, 0) + list(3, 0, overridden(0, 8)) + list(4, 0, overridden(1, 3));
    const body = [
      ...[numbered('A', 1), numbered('B', 2), numbered('C', 3), numbered('D', 3), numbered('E', 1), numbered('F', 3)],
      ...[numbered('G', 4, 1), numbered('H', 4, 1)],
    ].join('');
    expect(await lines({ body, numbering })).toEqual([
      '1. A',
      '2. B',
      '8. C',
      '9. D',
      '10. E',
      '11. F',
      '(c) G',
      '(d) H',
    ]);
  });

  it('follow the level that a list has of its own', async () => {
    const own =
      '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="[%1]"/></w:lvl></w:lvlOverride>';
    const body = numbered('x', 2) + numbered('y', 2);
    expect(await lines({ body, numbering: RESOLUTION_LIST + list(2, 0, own) })).toEqual(['[E] x', '[F] y']);
  });

  it('come from the style of a paragraph, and from the one it rests on', async () => {
    const numbering =
      abstractList(0, [
        { text: '%1.', more: '<w:pStyle w:val="One"/>' },
        { text: '(%2)', format: 'lowerLetter', more: '<w:pStyle w:val="Two"/>' },
      ]) + list(1, 0);
    const styles =
      style('One', '', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style('Two', '<w:basedOn w:val="One"/>', '<w:numPr><w:ilvl w:val="1"/></w:numPr>') +
      style('Linked', '', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style('TwoB', '<w:basedOn w:val="Two"/>') +
      style('Plain', '<w:basedOn w:val="One"/>', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      style('Round', '<w:basedOn w:val="Round"/>');
    const of = (text: string, id: string, more = '') => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`);
    const body = [
      ...[of('A', 'One'), of('B', 'Two'), of('C', 'TwoB'), of('D', 'Plain'), of('E', 'One', inList(0)), of('F', 'One')],
      ...[of('G', 'Round'), of('H', 'Missing'), of('I', 'One', inList(1, 1))],
    ].join('');
    expect(await lines({ body, numbering, styles })).toEqual([
      '1. A',
      '(a) B',
      '(b) C',
      'D',
      'E',
      '2. F',
      'G',
      'H',
      '(a) I',
    ]);
    const usual =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(await lines({ body: paragraph('A'), numbering, styles: usual })).toEqual(['1. A']);
  });

  it('take the level that belongs to the style', async () => {
    const numbering =
      abstractList(0, [{ text: '%1.' }, { text: '(%2)', format: 'lowerLetter', more: '<w:pStyle w:val="Two"/>' }]) +
      list(1, 0);
    const styles = style('Two', '', '<w:numPr><w:numId w:val="1"/></w:numPr>');
    expect(await lines({ body: paragraph('A', '<w:pStyle w:val="Two"/>'), numbering, styles })).toEqual(['(a) A']);
  });

  it('follow a list that only points to a style of lists', async () => {
    const numbering =
      abstractList(0, [{ text: '%1)' }], '<w:styleLink w:val="L"/>') +
      abstractList(1, [], '<w:numStyleLink w:val="L"/>') +
      list(1, 0) +
      list(2, 1);
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(await lines({ body: numbered('A', 1) + numbered('B', 2), numbering, styles })).toEqual(['1) A', '2) B']);
  });

  it('know only the first level of a list of one level', async () => {
    const numbering = abstractList(0, [{ text: '%1.' }], '<w:multiLevelType w:val="singleLevel"/>') + list(1, 0);
    expect(await lines({ body: numbered('A', 1, 3), numbering })).toEqual(['1. A']);
  });

  it('read the format that every Word knows', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      list(1, 0);
    expect(await lines({ body: numbered('A', 1), numbering })).toEqual(['01. A']);
  });

  it('count what is shown: not a hidden end or the end of a section, but an empty paragraph', async () => {
    const body = [
      numbered('A', 1),
      paragraph('', `${inList(1)}<w:rPr><w:vanish/></w:rPr>`),
      paragraph('', `${inList(1)}<w:sectPr/>`),
      paragraph('', inList(1)),
      numbered('B', 1),
    ].join('');
    expect(await lines({ body, numbering: RESOLUTION_LIST })).toEqual(['1. A', '2.', '3. B']);
  });

  it('are none where the list is missing', async () => {
    expect(await lines({ body: numbered('A', 7) + numbered('B', 1, 8), numbering: RESOLUTION_LIST })).toEqual([
      'A',
      'B',
    ]);
  });

  it('that fields make are missed, and it is said', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> LISTNUM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('Decides')}`;
    const { lines, notes } = await shown({ body: paragraphOf(field) });
    expect(lines).toEqual(['Decides']);
    expect(notes).toEqual([
      'Numbers made by fields (LISTNUM, AUTONUM) were left out; check the numbers of the paragraphs.',
    ]);
  });
});
