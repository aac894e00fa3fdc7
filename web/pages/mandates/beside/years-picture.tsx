import { FormattedMessage, useIntl } from 'react-intl';
import type { ThemeView } from '../../../../src/mandates/answers/contract.ts';
import { Table } from '../../../ui/table.tsx';

const [WIDTH, HEIGHT, TOP, FOOT, WIDEST] = [720, 110, 16, 20, 44];

type Year = ThemeView['years'][number];

/** Texts of a year as outlines, those that speak of the theme dark in them; the same numbers stand in a table below. */
export function YearsPicture({ years }: Pick<ThemeView, 'years'>) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'mandate.theme.years' });
  const all = withGaps(years);
  const most = Math.max(1, ...all.map(({ texts }) => texts));
  const step = Math.min(WIDEST * 1.6, WIDTH / Math.max(1, all.length));
  const isRtl = document.documentElement.dir === 'rtl';
  const floor = TOP + HEIGHT;
  const tall = (n: number) => (n / most) * HEIGHT;
  const yearText = (year: number) => intl.formatNumber(year, { useGrouping: false });
  // As many years are named as have room for their four figures.
  const every = Math.ceil(44 / step);
  // Narrow bars have no room for a number each: those stand in the table below.
  const isWide = step >= 24;
  const inside = (x: number) => Math.min(WIDTH - 16, Math.max(16, x));
  return (
    <figure className="theme-picture">
      <figcaption className="small">
        <span data-ink="speaking">
          <FormattedMessage id="mandate.theme.speaking" />
        </span>
        <span data-ink="all">
          <FormattedMessage id="mandate.theme.all" />
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-frame" aria-label={title} tabIndex={0}>
        <svg
          viewBox={`0 0 ${WIDTH} ${floor + FOOT}`}
          role="img"
          aria-label={intl.formatMessage(
            { id: 'mandate.theme.pictureSays' },
            { n: sum(years, 'speaking'), of: sum(years, 'texts') },
          )}
        >
          {all.map(({ year, texts, speaking }, n) => {
            const start = n * step + step * 0.18;
            const x = isRtl ? WIDTH - start - step * 0.64 : start;
            const middle = x + step * 0.32;
            return (
              <g key={year}>
                {texts > 0 && (
                  <>
                    <rect
                      className="theme-all"
                      x={x}
                      width={step * 0.64}
                      y={floor - tall(texts)}
                      height={tall(texts) - tall(speaking)}
                    />
                    <rect
                      className="theme-speaking"
                      x={x}
                      width={step * 0.64}
                      y={floor - tall(speaking)}
                      height={tall(speaking)}
                    />
                    {(isWide || texts === most) && (
                      <text x={middle} y={floor - tall(texts) - 4} textAnchor="middle">
                        {intl.formatNumber(texts)}
                      </text>
                    )}
                  </>
                )}
                {n % every === 0 && (
                  <text className="theme-year" x={inside(middle)} y={floor + 14} textAnchor="middle">
                    {yearText(year)}
                  </text>
                )}
              </g>
            );
          })}
          <line x1="0" x2={WIDTH} y1={floor} y2={floor} />
        </svg>
      </section>
      <details>
        <summary className="soft">
          <FormattedMessage id="mandate.theme.numbers" />
        </summary>
        <Table
          caption={title}
          rows={years}
          rowKey={({ year }) => String(year)}
          columns={[
            {
              ...{ id: 'year', title: intl.formatMessage({ id: 'mandate.theme.year' }) },
              cell: ({ year }) => yearText(year),
            },
            ...(['texts', 'speaking', 'paragraphs'] as const).map((id) => ({
              ...{ id, title: intl.formatMessage({ id: `mandate.theme.count.${id}` }), numeric: true },
              cell: (row: Year) => intl.formatNumber(row[id]),
            })),
          ]}
        />
      </details>
    </figure>
  );
}

const sum = (years: readonly Year[], what: 'texts' | 'speaking') =>
  years.reduce((total, year) => total + year[what], 0);

/** Years without a text stand there too: a gap is a gap. */
function withGaps(years: readonly Year[]): Year[] {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return [];
  return Array.from({ length: last.year - first.year + 1 }, (_, n) => {
    const year = first.year + n;
    return years.find((one) => one.year === year) ?? { year, texts: 0, speaking: 0, paragraphs: 0 };
  });
}
