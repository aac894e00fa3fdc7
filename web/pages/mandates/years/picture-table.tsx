/** Tasks as rows, texts as columns, each cell a band whose tone is how strongly the text gives the task. */
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { YearsView } from '../../../../src/mandates/answers/contract.ts';
import { useMission } from '../../../app/session.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { Circle } from '../../../ui/marks.tsx';
import { listed } from '../../../words/listed.ts';
import { useDay } from '../mandate-lines.tsx';
import { type Column, type Drawn, drawnOf, lastStepOf, legendOf } from './picture.ts';
import { useCellWords } from './use-cell-words.ts';

const SIGNS = { lost: '−', gained: '+' } as const;

export function Picture({ view: { columns, rows, expired } }: { view: YearsView }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const caption = intl.formatMessage({ id: 'mandate.years.picture' });
  return (
    <figure className="years">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="years-frame" aria-label={caption} tabIndex={0}>
        <table className="years-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="mandate.years.task" />
              </th>
              {columns.map((column) => (
                <Head key={column.mandate} column={column} isInForce={column.inForce && !expired} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const step = lastStepOf(columns, row);
              return (
                <tr key={row.task} data-step={step ?? undefined}>
                  <th scope="row">
                    <span className="years-row">
                      <span>{label('mandate-tasks', row.task)}</span>
                      {step && (
                        <span className="years-step">
                          <span aria-hidden="true">{SIGNS[step]}</span>{' '}
                          <FormattedMessage id={`mandate.change.${step}`} />
                        </span>
                      )}
                    </span>
                  </th>
                  {drawnOf(columns, row).map((drawn, at) => (
                    <td key={columns[at]?.mandate}>
                      <Band drawn={drawn} mandate={columns[at]?.mandate ?? ''} task={row.task} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <Legend rows={rows} columns={columns} />
    </figure>
  );
}

function Head({ column, isInForce }: { column: Column; isInForce: boolean }) {
  const { mandate, symbol, date, act, until } = column;
  const day = useDay();
  const { slug: mission } = useMission();
  return (
    <th scope="col">
      <Link to="/m/$mission/mandates/$id" params={{ mission, id: mandate }}>
        <bdi>{symbol}</bdi>
      </Link>
      <span>
        {day(date)}
        {' · '}
        <FormattedMessage id={`mandate.years.act.${act}`} />
      </span>
      {until && (
        <span>
          <FormattedMessage id="mandate.years.until" values={{ day: day(until) }} />
        </span>
      )}
      {isInForce && (
        <span className="status years-in-force">
          <Circle fill="full" />
          <span>
            <FormattedMessage id="mandate.years.inForce" />
          </span>
        </span>
      )}
    </th>
  );
}

/** Leads to the paragraphs that it rests on. */
function Band({ drawn, mandate, task }: { drawn: Drawn; mandate: string; task: string }) {
  const intl = useIntl();
  const { slug: mission } = useMission();
  const cellWords = useCellWords();
  if (drawn.kind === 'none') return null;
  if (drawn.kind !== 'given')
    return (
      <span className="years-band" data-kind={drawn.kind}>
        <span aria-hidden="true">{drawn.kind === 'gap' ? '–' : ''}</span>
        <span className="visually-hidden">
          <FormattedMessage id={`mandate.years.cell.${drawn.kind}`} />
        </span>
      </span>
    );
  const { numbers, ending } = drawn.cell;
  const words = cellWords(drawn.cell);
  const count = numbers.split(', ').length;
  return (
    <Link
      className="years-band"
      to="/m/$mission/mandates/$id"
      params={{ mission, id: mandate }}
      search={{ task }}
      title={words}
      data-step={drawn.step}
      data-ending={ending || undefined}
      aria-label={intl.formatMessage({ id: 'mandate.years.cell.given' }, { words, numbers, n: count })}
    >
      <bdi className="years-numbers">{numbers}</bdi>
    </Link>
  );
}

/** Tones in words: those that are drawn, each with the verbs and ways behind it. */
function Legend({ rows, columns }: Pick<YearsView, 'rows' | 'columns'>) {
  const { locale } = useIntl();
  const cellWords = useCellWords();
  const drawn = rows.flatMap((row) => drawnOf(columns, row));
  const isThere = (kind: Drawn['kind']) => drawn.some((one) => one.kind === kind);
  return (
    <figcaption className="years-legend small">
      {legendOf(rows).map(({ step, ways }) => (
        <span key={step} className="years-tone">
          <i className="years-band" data-step={step} aria-hidden="true" />
          <span>{listed(locale, ways.map(cellWords), ';')}</span>
        </span>
      ))}
      {drawn.some((one) => one.kind === 'given' && one.cell.ending) && (
        <span className="years-tone">
          <i className="years-band" data-step="0" data-ending aria-hidden="true" />
          <FormattedMessage id="mandate.years.endingText" />
        </span>
      )}
      {isThere('gap') && (
        <span className="years-tone">
          <i className="years-band" data-kind="gap" aria-hidden="true">
            –
          </i>
          <FormattedMessage id="mandate.years.cell.gap" />
        </span>
      )}
      {isThere('carried') && (
        <span className="years-tone">
          <i className="years-band" data-kind="carried" aria-hidden="true" />
          <FormattedMessage id="mandate.years.cell.carried" />
        </span>
      )}
    </figcaption>
  );
}
