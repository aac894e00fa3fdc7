/** A table as CSV that a spreadsheet opens: a byte order mark, CRLF, and no cell that runs as a formula. Pure. */

/** What spreadsheets skip, then what begins a formula; the same rule as for exports of the server. */
const FORMULA = /^'*[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@\u2212＝＋－＠\t\r\n]/u;

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;

function cellOf(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
