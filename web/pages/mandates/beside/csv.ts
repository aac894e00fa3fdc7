/** Rows as a file for spreadsheets, made in the browser from what is on the page. Pure, but for letting it go. */

/** What a spreadsheet takes for the beginning of a formula, after blanks and invisible signs; as the server's files have it. */
const FORMULA = /^'*[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@−＝＋－＠\t\r\n]/u;

/** RFC 4180: commas, CRLF, a byte order mark without which Excel misreads accents. No cell can run as a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;

function cellOf(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function saveCsv(rows: readonly (readonly string[])[], name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
