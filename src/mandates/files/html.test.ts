import { describe, expect, it } from 'vitest';
import { readDocument } from './read.ts';

const page = (body: string) => `<!doctype html><html><head><title>A page</title></head><body>${body}</body></html>`;

async function read(source: string | Buffer, name = 'page.html') {
  const { kind, text, notes } = await readDocument(Buffer.from(source as string), name);
  return { kind, text: text.trimEnd(), notes };
}

const textOfPage = async (body: string) => (await read(page(body))).text;

describe('paragraphs of a page', () => {
  it('are parted by blank lines, and lines by br', async () => {
    expect(
      await textOfPage(
        '<h1>Resolution  2149</h1>\n<p>The Security\nCouncil,</p><div>one<br>two<br/><br>three</div>four<hr>five',
      ),
    ).toBe('Resolution 2149\n\nThe Security Council,\n\none\ntwo\n\nthree\n\nfour\n\nfive');
  });

  it('hold what entities mean, plain spaces and whole letters', async () => {
    expect(
      await textOfPage(
        '<p>1.&nbsp;&nbsp;Decides &amp; requests&#x2026; e\ufb03cient co&shy;operation &eacute; &lt;b&gt;</p>',
      ),
    ).toBe('1. Decides & requests… efficient cooperation é <b>');
  });

  it('run on through what is no block', async () => {
    expect(await textOfPage('<p><i>Dec</i><b>ides</b> <a href="x">that</a><span> it</span></p>')).toBe(
      'Decides that it',
    );
  });

  it('keep their lines and indents in pre', async () => {
    expect(await textOfPage('<pre>\n  1.  Decides\r\n      that\n</pre><p>a  b</p>')).toBe(
      '  1.  Decides\n      that\n\na b',
    );
  });

  it('leave out what is no text of the page, and say so', async () => {
    const { text, notes } = await read(
      page(
        '<nav><ul><li>Home</li></ul></nav><script>if (a<b) document.write("<p>no</p>")</script><style>p{}</style><p hidden>no</p>' +
          '<p style="display: none">no</p><img src=x alt=no><svg><text>no</text></svg><noscript>no</noscript><p>yes <del>no</del></p>',
      ),
    );
    expect(text).toBe('yes');
    expect(notes).toEqual([
      'Left out: 2 pictures.',
      'The navigation of the page was left out.',
      'Text that the page does not show was left out.',
      'Left out as deleted: 1 passage.',
    ]);
  });

  it('are found where a page leaves out the ends of its tags', async () => {
    const old =
      '<html><head><title>x</title><p>one<p>two<table><tr><td><p>a<td>b<tr><td>c<td>d</table><ol><li><p>e<li>f</ol>';
    expect((await read(old)).text).toBe('one\n\ntwo\n\na\tb\nc\td\n\n1. e\n\n2. f');
  });
});

describe('the numbers of lists', () => {
  it.each([
    ['start and value', '<ol start="8"><li>a</li><li value="12">b</li><li>c</li></ol>', '8. a\n\n12. b\n\n13. c'],
    ['letters', '<ol type="a" start="26"><li>y<li>z</ol>', '(z) y\n\n(aa) z'],
    ['capitals', '<ol type="A"><li>y</ol>', '(A) y'],
    ['numerals', '<ol type="i" start="3"><li>y<li>z</ol>', '(iii) y\n\n(iv) z'],
    ['great numerals', '<ol type="I" start="1994"><li>y</ol>', '(MCMXCIV) y'],
    ['a style', '<ol style="list-style-type: lower-alpha"><li>y</ol>', '(a) y'],
    ['none', '<ol style="list-style: none"><li>1. y</ol>', '1. y'],
    ['dots', '<ul><li>y<li>z</ul>', '• y\n\n• z'],
    ['digits below digits', '<ol><li>y<ol><li>z</ol></ol>', '1. y\n\n    (1) z'],
    ['digits below dots', '<ul><li>y<ol><li>z</ol></ul>', '• y\n\n    1. z'],
    ['a name of something else', '<ol type="constructor"><li>y</ol>', '1. y'],
  ])('honour %s', async (_, body, expected) => {
    expect(await textOfPage(body)).toBe(expected);
  });

  it('indent each level by four spaces, the words below a number by one more', async () => {
    const body =
      '<ol><li><p>Decides:</p><ol type="a"><li>one<br>more<ol type="i"><li>deep</li></ol></li><li><p>two</p><p>still two</p></li></ol></li></ol>';
    expect(await textOfPage(body)).toBe(
      '1. Decides:\n\n    (a) one\n        more\n\n        (i) deep\n\n    (b) two\n\n        still two',
    );
  });

  it('are written where an item has no words of its own', async () => {
    expect(await textOfPage('<ol><li></li><li><ol type="a"><li>x</li></ol></li><li>y</li></ol>')).toBe(
      '1.\n\n    2. (a) x\n\n3. y',
    );
  });
});

describe('tables', () => {
  it('are lines with tabs', async () => {
    const { text, notes } = await read(
      page('<p>a<table><caption>T</caption><tr><th>x<th>y<tr><td><p>1</p></td><td></td><td>3</td></tr></table>b'),
    );
    expect(text).toBe('a\n\nT\n\nx\ty\n1\t\t3\n\nb');
    expect(notes).toEqual(['Tables were laid out as lines.']);
  });

  it('that only lay out a page are read cell after cell', async () => {
    const { text, notes } = await read(
      page('<table><tr><td><p>1. Decides</p><p>2. Requests</p></td></tr><tr><td>x<td>y<p>z</table>'),
    );
    expect(text).toBe('1. Decides\n\n2. Requests\n\nx\n\ny\n\nz');
    expect(notes).toEqual(['Tables were laid out as lines.']);
    expect((await read(page('<table><tr><td><p>1. Decides</p></td></tr></table>'))).notes).toEqual([]);
  });
});

describe('the encoding of a page', () => {
  it.each([
    ['what it says', Buffer.from(page('<meta charset="windows-1256">\xc3\xe1\xdd'), 'latin1'), 'ألف'],
    ['UTF-8 whatever it says', Buffer.from(page('<meta charset="iso-8859-1">décidé')), 'décidé'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${page('décidé')}`, 'utf16le'), 'décidé'],
    ['a guess where it says nothing', Buffer.from(page('Le Conseil a d\xe9cid\xe9'), 'latin1'), 'Le Conseil a décidé'],
    ['a guess where it says nonsense', Buffer.from(page('<meta charset="x-none">d\xe9cid\xe9'), 'latin1'), 'décidé'],
  ])('is %s', async (_, bytes, expected) => {
    expect((await read(bytes)).text).toBe(expected);
  });
});

describe('hostile pages', () => {
  it.each(['div', 'b', 'ol', 'table', 'nav'])('100,000 nested %s are refused with a sentence', async (tag) => {
    const source = `<html>${`<${tag}>`.repeat(100_000)}x`;
    await expect(read(source)).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringContaining('nested more than 10,000 deep'),
    });
  });

  it('9,000 nested tags are read', async () => {
    for (const tag of ['div', 'ol', 'blockquote', 'font'])
      expect((await read(`<html>${`<${tag}>`.repeat(9_000)}end`)).text).toMatch(/end$/);
    const tables = '<table><tr><td>'.repeat(3_000);
    expect((await read(`<html>${tables}end${'</table>'.repeat(3_000)}after`)).text).toBe('end\n\nafter');
  });

  it('100,000 tags that end each other are read', async () => {
    for (const tag of ['li', 'td', 'p'])
      expect((await read(`<html>${`<${tag}>`.repeat(100_000)}end`)).text).toMatch(/end$/);
  });

  it('a document type is no door', async () => {
    const bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><p>&b;x</p>';
    expect((await read(bomb)).text).toContain('&b;x');
  });

  it('a page without words is refused', async () => {
    await expect(read(page('<script>alert(1)</script><img src=x>'))).rejects.toMatchObject({ code: 'unreadable_file' });
  });
});
