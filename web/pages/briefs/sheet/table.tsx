import type { Block } from '../../../../src/briefs/contract.ts';
import { PaperNumber } from './number.tsx';

type TableBlock = Extract<Block, { type: 'table' }>;
type Row = TableBlock['rows'][number];

/** Rows under the name of whose they are; numbers end at one line and open their records. */
export function PaperTable({ table, caption }: { table: TableBlock; caption: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="paper-table-frame" aria-label={caption} tabIndex={0}>
      <table className="paper-table">
        <thead>
          <tr>
            {table.columns.map(({ label, number }, i) =>
              label ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <th key={i} scope="col" className={number ? 'num' : undefined}>
                  {label}
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <td key={i} />
              ),
            )}
          </tr>
        </thead>
        {groupsOf(table.rows).map(({ name, rows }, g) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups never move
          <tbody key={g}>
            {name && (
              <tr className="paper-group">
                <th scope="rowgroup" colSpan={table.columns.length}>
                  {name}
                </th>
              </tr>
            )}
            {rows.map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
              <tr key={r} data-total={row.style === 'total' || undefined}>
                {row.cells.map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells never move
                  <Cell key={i} cell={cell} isFirst={i === 0} isNumber={table.columns[i]?.number ?? false} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Cell({ cell, isFirst, isNumber }: { cell: Row['cells'][number]; isFirst: boolean; isNumber: boolean }) {
  const inside = cell === null ? '–' : typeof cell === 'string' ? cell : <PaperNumber number={cell} />;
  if (isFirst && inside) return <th scope="row">{inside}</th>;
  return <td className={isNumber ? 'num' : undefined}>{inside}</td>;
}

/** Each group's name with the rows below it. */
function groupsOf(rows: readonly Row[]): { name: string | null; rows: Row[] }[] {
  const groups: { name: string | null; rows: Row[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (row.style === 'group') groups.push({ name: String(row.cells[0] ?? ''), rows: [] });
    else if (last) last.rows.push(row);
    else groups.push({ name: null, rows: [row] });
  }
  return groups;
}
