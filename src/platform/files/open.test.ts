import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readAll, scratch } from './scratch.test-help.ts';

const temp = scratch();
afterAll(() => temp.remove());

const read = (content: string | Uint8Array, options?: Parameters<typeof readAll>[1]) =>
  readAll(temp.write('file', content), options);
const cells = async (content: string | Uint8Array) => (await read(content)).rows.map((row) => row.cells);

describe('delimited text', () => {
  it.each([',', ';', '\t', '|'])('recognises %j between cells', async (delimiter) => {
    const text = ['name,place', '"a, b; c",Bangui', 'd,"e\tf|g"', ''].join('\r\n').replace(/,(?! )/g, delimiter);
    const { file, rows } = await read(text);
    expect(file.delimiter).toBe(delimiter);
    expect(rows).toEqual([
      { row: 2, cells: { name: 'a, b; c', place: 'Bangui' } },
      { row: 3, cells: { name: 'd', place: 'e\tf|g' } },
    ]);
  });

  it('takes the delimiter that Excel declares', async () => {
    const { file, rows } = await read('sep=;\na,b;c\n1,2;3\n');
    expect(file.headers).toEqual(['a,b', 'c']);
    expect(rows).toEqual([{ row: 3, cells: { 'a,b': '1,2', c: '3' } }]);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end with %j, skips blank ones, and counts them', async (end) => {
    const { rows } = await read(['a,b', '', '1,"x', 'y"', ' , ', '2,z'].join(end));
    expect(rows).toEqual([
      { row: 3, cells: { a: '1', b: `x${end}y` } },
      { row: 5, cells: { a: '2', b: 'z' } },
    ]);
  });

  it('refuses a bad row with its text and keeps the others', async () => {
    const { rows, refused } = await read('a,b,c\n1,2\n1,2,3,4\n1,x "y" z,3\n1,"x"y,3\n1,2\0,3\n4,5,6,,\n7,8,9');
    expect(rows.map((row) => row.row)).toEqual([7, 8]);
    expect(refused.map((row) => [row.row, row.raw])).toEqual([
      [2, '1,2'],
      [3, '1,2,3,4'],
      [4, '1,x "y" z,3'],
      [5, '1,"x"y,3'],
      [6, '1,2\0,3'],
    ]);
    expect(refused[0]).toMatchObject({
      reason: 'Row 2 has 2 cells where the headings have 3.',
      cells: { a: '1', b: '2' },
    });
    expect(refused[3]?.reason).toContain('quotation mark');
    expect(refused[4]?.reason).toContain('“b” holds a NUL');
  });

  it('goes on behind a quotation mark that is never closed', async () => {
    const { rows, refused } = await read('a,b,c\n1,"x,3\n4,5,6\n7,"y",9\n10,11,12\n');
    expect(refused.map((row) => row.raw)).toEqual(['1,"x,3']);
    expect(rows.map((row) => row.cells.a)).toEqual(['4', '7', '10']);
    const atEnd = await read('a,b\n1,2\n3,"4\n5,6\n');
    expect(atEnd.refused.map((row) => row.raw)).toEqual(['3,"4']);
    expect(atEnd.rows.map((row) => row.cells.a)).toEqual(['1', '5']);
  });

  it('holds to its limits', async () => {
    const long = 'x'.repeat(300_000);
    const { rows, refused } = await read(`a,b\n1,${long}\n2,"${long}"\n3,4\n5,"${'y\n'.repeat(300_000)}"\n6,7`, {
      maxRowChars: 250_000,
      maxCellChars: 1000,
    });
    expect(refused.slice(0, 3).map((row) => [row.row, row.raw.length])).toEqual([
      [2, 250_000],
      [3, 250_000],
      [5, 4],
    ]);
    expect(rows.map((row) => row.cells.a)).toEqual(['3', '6']);
    const cell = await read(`a,b\n1,${'x'.repeat(1001)}\n2,3`, { maxCellChars: 1000 });
    expect(cell.refused[0]?.reason).toBe('Row 2 cannot be kept: the cell under “b” is longer than 1,000 characters.');
  });

  it('names headings that are empty, twice there, or unusable, and says so', async () => {
    const { file, rows } = await read('a,a,,__proto__,a (2)\n1,2,3,4,5');
    expect(file.headers).toEqual(['a', 'a (3)', 'column 3', '__proto__ (2)', 'a (2)']);
    expect(Object.values(rows[0]?.cells ?? {})).toEqual(['1', '2', '3', '4', '5']);
    expect(file.notes).toHaveLength(3);
  });

  it('takes a row of HXL hashtags out of the data', async () => {
    const { file, rows } = await read('Date,Place,Note\n#date,#loc +name,\n2020-01-01,Bria,x\n');
    expect(file.hxlTags).toEqual({ Date: '#date', Place: '#loc+name' });
    expect(rows).toEqual([{ row: 3, cells: { Date: '2020-01-01', Place: 'Bria', Note: 'x' } }]);
    const alone = await read('#date,#loc\n2020-01-01,Bria\n');
    expect(alone.file.hxlTags).toEqual({ '#date': '#date', '#loc': '#loc' });
    expect(alone.rows).toHaveLength(1);
  });

  it('takes the guard off a formula, says so, and leaves other apostrophes', async () => {
    const { file, rows } = await read("a,b\n'=1+1,''Ayn\n'tis,'-5\n");
    expect(rows.map((row) => row.cells)).toEqual([
      { a: '=1+1', b: "''Ayn" },
      { a: "'tis", b: '-5' },
    ]);
    expect(file.notes).toContain('An apostrophe that keeps text from running as a formula was taken off 2 cells.');
  });
});

describe('encodings', () => {
  const text = 'lieu,récit\nNdélé,"tué à l’aube, près de la préfecture"\n';
  const expected = [{ lieu: 'Ndélé', récit: 'tué à l’aube, près de la préfecture' }];
  const arabic = 'المكان,الوصف\nالخرطوم,هجوم على المدنيين في السوق\n';
  const oneByte = (source: string, encoding: string) => {
    const table = [...new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i))];
    return Uint8Array.from([...source].map((character) => table.indexOf(character)));
  };

  it('reads UTF-8 and UTF-16, with and without a mark', async () => {
    expect(await cells(text)).toEqual(expected);
    expect(await cells(`\ufeff${text}`)).toEqual(expected);
    expect(await cells(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
    expect(await cells(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual(expected);
    expect(await cells(Buffer.from(text, 'utf16le'))).toEqual(expected);
    expect(await cells(Buffer.from(arabic, 'utf16le').swap16())).toEqual(await cells(arabic));
  });

  it('guesses Windows-1252 and Windows-1256, and says so', async () => {
    const french = await read(oneByte(text, 'windows-1252'));
    expect(french.rows.map((row) => row.cells)).toEqual(expected);
    expect(french.file).toMatchObject({ encoding: 'windows-1252' });
    expect(french.file.notes.join()).toContain('Windows-1252');
    const arab = await read(oneByte(arabic, 'windows-1256'));
    expect(arab.rows[0]?.cells).toEqual({ المكان: 'الخرطوم', الوصف: 'هجوم على المدنيين في السوق' });
    expect(arab.file.notes.join()).toContain('Windows-1256');
  });

  it('refuses the one row whose bytes are not UTF-8, however late it comes', async () => {
    const many = 'é,b\n'.repeat(200_000);
    const { rows, refused, file } = await read(
      Buffer.concat([Buffer.from(`a,b\n${many}`), Buffer.from([0xe9, 0x2c, 0x31, 0x0a]), Buffer.from('à,2\n')]),
    );
    expect(file.encoding).toBe('utf-8');
    expect(rows).toHaveLength(200_001);
    expect(refused.map((row) => row.row)).toEqual([200_002]);
  });

  it('undoes text that was encoded twice where that is certain, and says so', async () => {
    const { rows, file } = await read("a,b\nN'DÃ©lÃ©,Ndélé\nâ€™,Ø§Ù„Ø®Ø±Ø·ÙˆÙ…\nط§ظ„ط®ط±ط·ظˆظ…,Ã é\n");
    expect(rows.map((row) => row.cells)).toEqual([
      { a: "N'Délé", b: 'Ndélé' },
      { a: '’', b: 'الخرطوم' },
      { a: 'الخرطوم', b: 'Ã é' },
    ]);
    expect(file.notes.join()).toContain('twice');
  });

  it('reads in the encoding that it is told', async () => {
    const { rows } = await read(oneByte('a,b\nпривет,1\n', 'windows-1251'), { encoding: 'windows-1251' });
    expect(rows[0]?.cells).toEqual({ a: 'привет', b: '1' });
    await expect(read('a,b\n', { encoding: 'klingon' })).rejects.toThrow('no text encoding named “klingon”');
  });
});

describe('JSON', () => {
  it('keeps numbers digit by digit and nested values as they stand', async () => {
    const { file, rows } = await read(
      '[{"id":12345678901234567890,"x":1.10,"t":"a\\u00e9\\n","n":null,"o":{"k": [1, "}]"]},"b":true},\n{"later":1}]',
    );
    expect(file).toMatchObject({ format: 'json', headers: ['id', 'x', 't', 'n', 'o', 'b', 'later'] });
    expect(rows).toEqual([
      {
        row: 1,
        cells: { id: '12345678901234567890', x: '1.10', t: 'aé\n', n: '', o: '{"k": [1, "}]"]}', b: 'true' },
      },
      { row: 2, cells: { later: '1' } },
    ]);
  });

  it('refuses a bad record and keeps the others', async () => {
    const deep = `{"a":${'['.repeat(200)}${']'.repeat(200)}}`;
    const records = ['{"a":1}', '{"a":tru}', '[1]', '{"a":1,"a":2}', '{"a":"\\ud800"}', '{"__proto__":1}', deep];
    const { rows, refused } = await read(`[${[...records, '{"a":"\\u0000"}', '{"a":3}'].join(',')}]`);
    expect(rows.map((row) => row.row)).toEqual([1, 9]);
    expect(refused.map((row) => row.row)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(refused[0]).toMatchObject({ reason: 'Record 2 is not valid JSON.', raw: '{"a":tru}' });
    expect(refused[2]?.reason).toBe('Record 4 names “a” twice.');
  });

  it('tells when the file was cut off', async () => {
    const { rows, refused } = await read('[{"a":1},{"a":');
    expect(rows).toHaveLength(1);
    expect(refused[0]?.reason).toContain('cut off');
  });

  it('reads one record a line, and lists inside an object', async () => {
    const lines = await read('{"a":1}\n\n{"a":\n{"a":3}\n');
    expect(lines.rows).toEqual([
      { row: 1, cells: { a: '1' } },
      { row: 4, cells: { a: '3' } },
    ]);
    expect(lines.refused.map((row) => row.row)).toEqual([3]);
    const wrapped = await read('{"status":200,"ids":[1],"data":[{"a":"x"}],"count":1}');
    expect(wrapped.rows).toEqual([{ row: 1, cells: { a: 'x' } }]);
    expect(wrapped.file.notes).toEqual([
      'The records are the list “data” of the file.',
      'What stands behind the list of records was not read.',
    ]);
  });

  it('reads GeoJSON, with a place for each point', async () => {
    const feature = (geometry: unknown, properties: unknown = { n: 'x' }) => ({
      type: 'Feature',
      geometry,
      properties,
    });
    const polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const collection = {
      type: 'FeatureCollection',
      features: [
        feature({ type: 'Point', coordinates: [18.55, 4.36, 300] }),
        feature(polygon),
        feature(null),
        feature({ type: 'Point', coordinates: [1_000_000, 500_000] }),
        { type: 'Point', coordinates: [1, 2] },
      ],
    };
    for (const text of [JSON.stringify(collection), JSON.stringify(collection, null, 2)]) {
      const { file, rows, refused } = await read(text);
      expect(file).toMatchObject({ format: 'geojson', headers: ['n'] });
      expect(rows).toEqual([
        {
          row: 1,
          cells: { n: 'x' },
          point: [18.55, 4.36],
          geometry: { type: 'Point', coordinates: [18.55, 4.36, 300] },
        },
        { row: 2, cells: { n: 'x' }, geometry: polygon },
        { row: 3, cells: { n: 'x' } },
      ]);
      expect(refused.map((row) => row.row)).toEqual([4, 5]);
    }
    const metres =
      '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32634"}},"features":[{}]}';
    await expect(read(metres)).rejects.toThrow('EPSG:32634');
  });
});

describe('what is no table', () => {
  it.each([
    ['', 'empty'],
    ['\n\n', 'empty'],
    ['<html><body>', 'web page'],
    ['%PDF-1.7', 'PDF'],
    ['{"type":"Topology","objects":{}}', 'TopoJSON'],
    ['{"a":\n1}', 'no list of records'],
    ['[]', 'empty list'],
    [Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'old Excel'],
    [Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), 'not text'],
    [Buffer.from('504b0304ffffffff', 'hex'), 'damaged'],
    [gzipSync('a,b\n1,2\n').subarray(0, 15), 'damaged or cut off'],
    [gzipSync(Buffer.alloc(50_000_000, 'a,b\n')), 'exhaust memory'],
  ])('is refused with a sentence (%#)', async (content, reason) => {
    await expect(read(content)).rejects.toMatchObject({
      name: 'FileRefused',
      message: expect.stringContaining(reason),
    });
  });

  it('is not a matter of the name: packed files are unpacked by what they are', async () => {
    expect(await cells(gzipSync('a,b\n1,2\n'))).toEqual([{ a: '1', b: '2' }]);
    await expect(read('a,b\n1,2\n'.repeat(100), { maxBytes: 100 })).rejects.toThrow('larger than');
  });
});

describe('titles above the headings', () => {
  const rowsOf = async (text: string) => {
    const { file, rows, refused } = await readAll(await temp.write('titled.csv', text));
    return { headers: file.headers, notes: file.notes, rows: rows.map(({ cells }) => Object.values(cells)), refused };
  };

  it('are passed over, and that is said', async () => {
    const table = 'No,Date,Village,Killed\n1,2024-01-05,Bria,1\n2,2024-01-06,Ippy,2\n';
    const found = await rowsOf(`Protection incidents,,,\n"Updated: 31 March",,,\n,,,\n${table}`);
    expect(found.headers).toEqual(['No', 'Date', 'Village', 'Killed']);
    expect(found.rows).toEqual([
      ['1', '2024-01-05', 'Bria', '1'],
      ['2', '2024-01-06', 'Ippy', '2'],
    ]);
    expect(found.notes).toContain('The headings were found in row 4; what stands above them was not read.');
    expect((await rowsOf(table)).notes).toEqual([]);
  });

  it('are not seen in a table whose rows are wider than its headings', async () => {
    const { headers, refused } = await rowsOf('a,b,c\n1,2,3,4,5\n1,2,3,4,5\n');
    expect(headers).toEqual(['a', 'b', 'c']);
    expect(refused).toHaveLength(2);
  });

  it('stand above hashtags too', async () => {
    const { headers, rows } = await rowsOf('A title\nDate,Lieu\n#date,#loc\n2024-01-05,Bria\n');
    expect([headers, rows]).toEqual([['Date', 'Lieu'], [['2024-01-05', 'Bria']]]);
  });
});
