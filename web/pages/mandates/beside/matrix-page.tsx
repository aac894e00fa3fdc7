/** Missions beside each other, each by the latest of its texts that are kept: tasks down, missions across, paragraphs in the cells. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MatrixView } from '../../../../src/mandates/answers/contract.ts';
import { matrixQuery } from '../../../api/mandate-answers.ts';
import { useCommands } from '../../../app/commands/registry.ts';
import { Page } from '../../../app/page.tsx';
import { useMay, useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { save } from '../../../ui/save.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { csvOf } from '../../../words/csv.ts';
import { useDay } from '../mandate-lines.tsx';
import { MANDATE_VERBS } from '../verbs.ts';
import './beside.css';

export function MatrixPage() {
  const intl = useIntl();
  const may = useMay();
  const { slug } = useMission();
  const asOf = useAsOf();
  const matrix = useQuery({ ...matrixQuery(slug, asOf), enabled: may(MANDATE_VERBS.read) });
  const { data } = matrix;
  const { label } = useVocabulary();
  const canSave = data !== undefined && data.columns.length > 0;
  const saveTable = () =>
    data && save(csvOf(rowsOf(data, (task) => label('mandate-tasks', task))), 'mandates.csv', 'text/csv');
  const csv = intl.formatMessage({ id: 'mandate.matrix.csv' });
  useCommands(() => (canSave ? [{ id: 'mandate-matrix-csv', group: 'export', label: csv, run: saveTable }] : []));
  return (
    <Page
      title={intl.formatMessage({ id: 'mandate.matrix.title' })}
      lede={<FormattedMessage id="mandate.matrix.lede" />}
      needs={MANDATE_VERBS.read}
      followsAsOf
      acts={canSave && <Button onPress={saveTable}>{csv}</Button>}
    >
      <Loaded query={matrix} lines={12}>
        {(found) => <Matrix matrix={found} />}
      </Loaded>
    </Page>
  );
}

/** As on the page: a heading, then a line a task. */
const rowsOf = ({ columns, rows }: MatrixView, task: (code: string) => string): string[][] => [
  ['', ...columns.map(({ mission, symbol, date }) => `${mission}, ${symbol}, ${date}`)],
  ...rows.map((row) => [task(row.task), ...row.cells.map((cell) => cell?.numbers ?? '')]),
];

function Matrix({ matrix: { columns, rows } }: { matrix: MatrixView }) {
  const intl = useIntl();
  const { slug: mission } = useMission();
  const { label } = useVocabulary();
  const day = useDay();
  const title = intl.formatMessage({ id: 'mandate.matrix.title' });
  if (columns.length === 0)
    return (
      <EmptyState title={intl.formatMessage({ id: 'mandate.matrix.empty' })}>
        <FormattedMessage id="mandate.matrix.emptyText" />
      </EmptyState>
    );
  return (
    <>
      {columns.length === 1 && (
        <p className="mandate-note matrix-alone">
          <FormattedMessage id="mandate.matrix.alone" />
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="matrix-frame" aria-label={title} tabIndex={0}>
        <table className="matrix">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="mandate.ask.task" />
              </th>
              {columns.map((column) => (
                <th key={column.mandate} scope="col">
                  <bdi>{column.mission}</bdi>
                  <Link to="/m/$mission/mandates/$id" params={{ mission, id: column.mandate }}>
                    <bdi>{column.symbol}</bdi>
                  </Link>
                  <span className="soft">{day(column.date)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ task, cells }) => (
              <tr key={task}>
                <th scope="row">{label('mandate-tasks', task)}</th>
                {cells.map((cell, n) => {
                  const { mandate = '' } = columns[n] ?? {};
                  if (!cell)
                    return (
                      <td key={mandate}>
                        <span className="soft" aria-hidden="true">
                          –
                        </span>
                        <span className="visually-hidden">
                          <FormattedMessage id="mandate.matrix.none" />
                        </span>
                      </td>
                    );
                  return (
                    <td key={mandate} data-tone={Math.round(cell.tone * 4)}>
                      <Link to="/m/$mission/mandates/$id" params={{ mission, id: mandate }} search={{ task }}>
                        <bdi>{cell.numbers}</bdi>
                      </Link>
                      <span className="matrix-how">
                        {[
                          label('mandate-strengths', cell.strength),
                          intl.formatMessage({ id: `texts.how.${cell.modality}` }),
                          cell.ending && intl.formatMessage({ id: 'mandate.matrix.ends' }),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="soft small matrix-key">
        <FormattedMessage id="mandate.matrix.key" />
      </p>
    </>
  );
}
