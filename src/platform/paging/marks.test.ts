import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { sql, type Tx } from '../database/database.ts';
import { systemPrincipal } from '../principal.ts';
import type { Page, PageQuery } from './contract.ts';
import { afterMark, inOrder, type Order, toPage } from './marks.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

interface Row {
  id: number;
  name: string;
  at: string;
}

const orderOf = (descending: boolean): Order<Row> => ({
  name: 'rows',
  descending,
  keys: [
    { column: sql`at`, type: 'timestamptz', of: ({ at }) => new Date(at).toISOString() },
    { column: sql`name`, type: 'text', of: ({ name }) => name },
    { column: sql`id`, type: 'integer', of: ({ id }) => id },
  ],
});

async function page(tx: Tx, all: readonly Row[], order: Order<Row>, query: PageQuery): Promise<Page<Row>> {
  const { rows } = await sql<Row>`select id, name, at
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as t (id integer, name text, at timestamptz)
    where ${afterMark(order, query.cursor)} ${inOrder(order)} limit ${query.limit + 1}`.execute(tx.db);
  return toPage(order, query, rows, ({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
}

/** Few different names and instants, so that many rows are alike in them. */
const someRows = fc
  .array(
    fc.record({
      name: fc.constantFrom('', 'a', 'é', 'ب', "O'Brien", '["x"]'),
      at: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '1999-12-31T23:59:59.999Z'),
    }),
    { maxLength: 24 },
  )
  .map((rows) => rows.map((row, id) => ({ id, ...row })));

describe('pages', () => {
  it('put together are the whole list in its order, each row once, whatever their size', async () => {
    await fc.assert(
      fc.asyncProperty(someRows, fc.integer({ min: 1, max: 9 }), fc.boolean(), (all, limit, descending) =>
        house.db.read(systemPrincipal('test'), async (tx) => {
          const order = orderOf(descending);
          const whole = await page(tx, all, order, { limit: 100 });
          expect(whole.next).toBeNull();
          expect(whole.items.toSorted((a, b) => a.id - b.id)).toEqual(all);
          const walked: Row[] = [];
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const some: Page<Row> = await page(tx, all, order, { cursor, limit });
            expect(some.items.length === limit || some.next === null).toBe(true);
            walked.push(...some.items);
            cursor = some.next;
          }
          expect(walked).toEqual(whole.items);
        }),
      ),
      { numRuns: 40 },
    );
  });

  const mark = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  it.each([
    ['no mark', 'x'],
    ['of another order', mark('others', '2026-01-01T00:00:00.000Z', 'a', '1')],
    ['with too few values', mark('rows', '2026-01-01T00:00:00.000Z', 'a')],
    ['with a value too many', mark('rows', '2026-01-01T00:00:00.000Z', 'a', '1', '2')],
    ['with a number for a text', mark('rows', '2026-01-01T00:00:00.000Z', 1, '1')],
    ['with a day that is none', mark('rows', '2026-02-30T00:00:00.000Z', 'a', '1')],
    ['with a character that no text holds', mark('rows', '2026-01-01T00:00:00.000Z', 'a\0', '1')],
    ['with a number beyond its type', mark('rows', '2026-01-01T00:00:00.000Z', 'a', '9999999999')],
    ['of another form', Buffer.from('{"rows":1}').toString('base64url')],
  ])('are not asked for by a mark %s', (_what, cursor) => {
    expect(() => afterMark(orderOf(true), cursor)).toThrow(expect.objectContaining({ code: 'bad_cursor' }));
  });
});
