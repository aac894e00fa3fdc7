import { FormattedMessage } from 'react-intl';
import type { Block } from '../../../../src/briefs/contract.ts';
import { PaperNumber } from './number.tsx';

type ChartBlock = Extract<Block, { type: 'chart' }>;

const [WIDTH, HEIGHT, TOP] = [640, 96, 14];

/** Civilians dark below, the others pale above; the same numbers stand in a table that opens below. */
export function PaperChart({ chart, isRtl }: { chart: ChartBlock; isRtl: boolean }) {
  const { bins } = chart;
  const most = Math.max(1, ...bins.map(({ killed, killedCivilians }) => Math.max(killed.value, killedCivilians.value)));
  const step = WIDTH / Math.max(1, bins.length);
  const tall = (n: number) => (n / most) * HEIGHT;
  const peak = bins.findIndex(({ killed }) => killed.value === most);
  return (
    <figure className="paper-chart">
      <figcaption>
        <b>{chart.title}</b>
        <span className="paper-legend small">
          <span data-ink="civilians">{chart.civilians}</span>
          <span data-ink="others">{chart.others}</span>
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 18}`} role="img" aria-label={chart.title}>
        {bins.map(({ from, killed, killedCivilians }, i) => {
          const x = (isRtl ? WIDTH - (i + 1) * step : i * step) + step * 0.14;
          const [dark, all] = [tall(killedCivilians.value), tall(Math.max(killed.value, killedCivilians.value))];
          const floor = TOP + HEIGHT;
          return (
            <g key={from}>
              <rect className="bar-others" x={x} width={step * 0.72} y={floor - all} height={all - dark} />
              <rect className="bar-civilians" x={x} width={step * 0.72} y={floor - dark} height={dark} />
              {killed.value > 0 && (i === peak || i === bins.length - 1) && (
                <text x={x + step * 0.36} y={floor - all - 4} textAnchor="middle">
                  {killed.text}
                </text>
              )}
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
        <End text={bins[0]?.label} atStart={!isRtl} />
        <End text={bins.at(-1)?.label} atStart={isRtl} />
      </svg>
      <details>
        <summary>
          <FormattedMessage id="paper.chartNumbers" />
        </summary>
        <table className="paper-table">
          <thead>
            <tr>
              <td />
              <th scope="col" className="num">
                {chart.civilians}
              </th>
              <th scope="col" className="num">
                <FormattedMessage id="paper.chartAll" />
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, label, killed, killedCivilians }) => (
              <tr key={from}>
                <th scope="row">{label}</th>
                <td className="num">
                  <PaperNumber number={killedCivilians} />
                </td>
                <td className="num">
                  <PaperNumber number={killed} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Letters of a drawing know no direction of writing: left is left. */
const End = ({ text = '', atStart }: { text?: string | undefined; atStart: boolean }) => (
  <text x={atStart ? 0 : WIDTH} y={TOP + HEIGHT + 14} textAnchor={atStart ? 'start' : 'end'} direction="ltr">
    {text}
  </text>
);
