/**
 * Pages of a list, one way for all: a mark names the last row shown by what the list is ordered by, so a page goes on
 * where the one before ended, whatever was added or taken away meanwhile.
 */
import type { RawBuilder } from 'kysely';
import { sql } from '../database/database.ts';
import { KingaError } from '../errors.ts';
import type { Page, PageQuery } from './contract.ts';

/** What a value of a mark may look like. It comes back from outside, so it is read like everything from there. */
const FORMS = {
  uuid: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  integer: (text: string) => /^-?\d{1,9}$/.test(text),
  bigint: (text: string) => /^-?\d{1,15}$/.test(text),
  date: (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text),
  timestamptz: (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && isDay(text.slice(0, 10)),
  text: (text: string) => text.length <= 300 && !text.includes('\0'),
} as const;

const isDay = (day: string) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;

interface Key<Row> {
  /** Never null; instants in whole milliseconds. */
  column: RawBuilder<unknown>;
  type: keyof typeof FORMS;
  of(row: Row): string | number;
}

/** An order in which no two rows are alike. */
export interface Order<Row> {
  /** A mark made for another order is refused. */
  name: string;
  descending: boolean;
  keys: readonly [Key<Row>, ...Key<Row>[]];
}

const columnsOf = ({ keys }: Order<never>) => sql.join(keys.map(({ column }) => column));

/** `order by …` */
export function inOrder(order: Order<never>): RawBuilder<unknown> {
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  return sql`order by ${sql.join(order.keys.map(({ column }) => sql`${column} ${direction}`))}`;
}

/** The condition that a row comes after the mark. @throws `bad_cursor` for what is no mark of this order */
export function afterMark(order: Order<never>, mark: string | undefined): RawBuilder<unknown> {
  if (mark === undefined) return sql`true`;
  const values = readMark(order, mark).map((value, i) => sql`${value}::${sql.raw(order.keys[i]?.type ?? 'text')}`);
  return sql`(${columnsOf(order)}) ${sql.raw(order.descending ? '<' : '>')} (${sql.join(values)})`;
}

/** @param rows as many as the page asked for and one more, which tells that there is another page */
export function toPage<Row, T>(
  order: Order<NoInfer<Row>>,
  { limit }: Pick<PageQuery, 'limit'>,
  rows: readonly Row[],
  show: (row: Row) => T,
): Page<T> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(show), next: rows.length > limit && last ? markOf(order, last) : null };
}

const markOf = <Row>({ name, keys }: Order<Row>, row: Row): string =>
  Buffer.from(JSON.stringify([name, ...keys.map((key) => String(key.of(row)))])).toString('base64url');

function readMark({ name, keys }: Order<never>, mark: string): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(mark, 'base64url').toString());
  } catch {
    throw new KingaError('bad_cursor');
  }
  const [of, ...values] = Array.isArray(parsed) ? parsed : [];
  const fits =
    of === name &&
    values.length === keys.length &&
    values.every((value, i) => typeof value === 'string' && FORMS[keys[i]?.type ?? 'uuid'](value));
  if (!fits) throw new KingaError('bad_cursor');
  return values;
}
