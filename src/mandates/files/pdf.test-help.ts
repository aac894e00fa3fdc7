/** PDFs for tests: written by hand, so that every letter stands where the test says. */
import { deflateSync } from 'node:zlib';

export interface PdfSpec {
  /** What is drawn on each page; bytes are a whole stream. */
  pages: readonly (string | Buffer)[];
  /** More of what stands in the dictionary of each page, or of the trailer. */
  page?: string;
  trailer?: string;
  /** More objects, numbered from 10 up. */
  objects?: readonly string[];
  /** Packs what is drawn. */
  packed?: boolean;
}

/** Words at a place: points from the lower left corner of an A4 page, where letters stand on the line `y`. */
export const words = (x: number, y: number, text: string, size = 10): string => placed(`1 0 0 1 ${x} ${y}`, text, size);

/** Words turned or stretched by the first numbers of `matrix`. */
export const placed = (matrix: string, text: string, size = 10): string =>
  `BT /F1 ${size} Tf ${matrix} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;

/** Lines below each other. */
export const lines = (x: number, y: number, all: readonly string[], leading = 12): string =>
  all.map((text, at) => words(x, y - at * leading, text)).join('');

/** In the letters of Western Europe. */
export function pdfOf({ pages, page = '', trailer = '', objects = [], packed = false }: PdfSpec): Buffer {
  const first = 10 + objects.length;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const all = new Map<number, Buffer>();
  const put = (number: number, text: string) => all.set(number, Buffer.from(text, 'latin1'));
  put(1, '<< /Type /Catalog /Pages 2 0 R >>');
  put(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  put(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [at, text] of objects.entries()) put(10 + at, text);
  pages.forEach((drawn, at) => {
    const number = first + 2 * at;
    put(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X 10 0 R >> >> ${page} >>`,
    );
    const content = Buffer.from(drawn as string, 'latin1');
    const made = packed ? stream(deflateSync(content), '/Filter /FlateDecode') : stream(content);
    all.set(number + 1, typeof drawn === 'string' ? made : drawn);
  });
  return assembled(all, trailer);
}

export const stream = (content: Buffer, more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${more} >>\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream', 'latin1'),
  ]);

function assembled(objects: ReadonlyMap<number, Buffer>, trailer: string): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places = new Map<number, number>();
  let size = (parts[0] as Buffer).length;
  for (const [number, content] of objects) {
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), content, Buffer.from('\nendobj\n')]);
    places.set(number, size);
    size += part.length;
    parts.push(part);
  }
  const most = Math.max(...objects.keys());
  const entries = Array.from({ length: most }, (_, at) => {
    const place = places.get(at + 1);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(
    Buffer.from(
      `xref\n0 ${most + 1}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${most + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
