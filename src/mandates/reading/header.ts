/** What stands above the text: symbol, day of adoption, what it is about. */
import { dayIn } from './days.ts';
import { readable } from './plain.ts';

const SYMBOLS = [
  /\bS\/RES\/(\d{1,4}) ?\((\d{4})\)/,
  /\bresolution (\d{1,4}) ?\((\d{4})\)/i,
  /(?:^|\s)(\d{1,4}) ?\((\d{4})\)\.? Resolution of/i,
];

export interface Header {
  symbol: string | null;
  date: string | null;
  title: string | null;
}

/** @param source the text @param opening where its words begin: nothing behind is looked at, but for a head that is missing */
export function headerOf(source: string, opening: number): Header {
  const head = readable(source.slice(0, opening > 0 ? opening : 1500));
  // The first that stands there: further down, other resolutions are named.
  const [symbol] = SYMBOLS.map((pattern) => pattern.exec(head))
    .filter((match) => match !== null)
    .sort((one, other) => one.index - other.index);
  const adopted =
    /adopted [^.]{0,90}?\bon (\d{1,2} \w+ \d{4})/i.exec(head) ?? /(?:resolution )?of (\d{1,2} \w+ \d{4})/i.exec(head);
  return {
    symbol: symbol ? `S/RES/${symbol[1]} (${symbol[2]})` : null,
    date: (adopted?.[1] && dayIn(adopted[1])) || dayIn(head),
    title: titleIn(source.slice(0, opening > 0 ? opening : 600)),
  };
}

/** The line of a header that is no number, date, meeting or office: `MILITARY STAFF COMMITTEE`. */
function titleIn(head: string): string | null {
  for (const line of head.split(/\r?\n/).map((one) => one.trim())) {
    if (line.length < 8 || line.length > 120 || /\d/.test(line)) continue;
    if (
      /^(?:united|nations|united nations|security council|distr|general|original|adopted|resolution|the security council|advance copy|provisional)/i.test(
        line,
      )
    )
      continue;
    return line;
  }
  return null;
}
