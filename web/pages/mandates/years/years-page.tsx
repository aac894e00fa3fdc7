/** What the mission may do, text by text: a picture for the wall, and below it what the words leave out. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { YearsView } from '../../../../src/mandates/answers/contract.ts';
import { yearsQuery } from '../../../api/mandates.ts';
import { useCommands } from '../../../app/commands/registry.ts';
import { Page } from '../../../app/page.tsx';
import { useMay, useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { save } from '../../../ui/save.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { csvOf } from '../../../words/csv.ts';
import { isolate } from '../../../words/isolate.ts';
import { useDay } from '../mandate-lines.tsx';
import { MANDATE_VERBS } from '../verbs.ts';
import { Findings } from './findings.tsx';
import { drawnOf } from './picture.ts';
import { Picture } from './picture-table.tsx';
import { useCellWords } from './use-cell-words.ts';
import './years.css';

const route = getRouteApi('/m/$mission/mandates/years');

export function YearsPage() {
  const intl = useIntl();
  const may = useMay();
  const { slug } = useMission();
  const asOf = useAsOf();
  const { date } = route.useSearch();
  const canRead = may(MANDATE_VERBS.read);
  const years = useQuery({ ...yearsQuery(slug, date, asOf), enabled: canRead, placeholderData: keepPreviousData });
  const isEmpty = !years.data || years.data.columns.length === 0;
  return (
    <Page
      title={intl.formatMessage({ id: 'mandate.years.title' })}
      lede={<FormattedMessage id="mandate.years.lede" />}
      needs={MANDATE_VERBS.read}
      followsAsOf
      acts={!isEmpty && <YearsActs view={years.data} />}
    >
      <Loaded query={years} lines={14}>
        {(view) =>
          view.columns.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <Now view={view} />
              <Picture view={view} />
              <Findings view={view} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Nothing() {
  const intl = useIntl();
  const may = useMay();
  const { slug: mission } = useMission();
  return (
    <EmptyState
      title={intl.formatMessage({ id: 'mandate.years.empty' })}
      action={
        may(MANDATE_VERBS.add) && (
          <Link className="button" to="/m/$mission/mandates/new" params={{ mission }}>
            <FormattedMessage id="texts.add" />
          </Link>
        )
      }
    >
      <FormattedMessage id="mandate.years.emptyText" />
    </EmptyState>
  );
}

/** One sentence, and the day that it is about. */
function Now({ view: { day, columns, until, expired } }: { view: YearsView }) {
  const intl = useIntl();
  const dayText = useDay();
  const navigate = useNavigate();
  const inForce = columns.filter((column) => column.inForce);
  const values = {
    day: dayText(day),
    texts: intl.formatList(inForce.map(({ symbol }) => isolate(symbol))),
    until: until ? dayText(until) : '',
    b: (parts: unknown) => <b>{parts as string}</b>,
  };
  const which = () => {
    if (inForce.length === 0) return 'none';
    if (expired) return until && until < day ? 'expired' : 'ended';
    return until ? 'until' : 'open';
  };
  return (
    <div className="years-now">
      <p role="status" data-expired={expired || undefined}>
        <FormattedMessage id={`mandate.years.now.${which()}`} values={values} />
      </p>
      <DayField
        label={intl.formatMessage({ id: 'mandate.years.day' })}
        value={day}
        onChange={(date) =>
          navigate({ to: '.', search: (before) => ({ ...before, date: date ?? undefined }), replace: true })
        }
      />
    </div>
  );
}

function YearsActs({ view }: { view: YearsView }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  const takeOut = useCsv(view);
  const csv = intl.formatMessage({ id: 'mandate.years.csv' });
  const compare = intl.formatMessage({ id: 'mandate.compare.title' });
  useCommands(() => [
    { id: 'mandate-years-csv', group: 'export', label: csv, run: takeOut },
    {
      ...{ id: 'mandate-compare', group: 'go', label: compare },
      run: () => navigate({ to: '/m/$mission/mandates/compare', params: { mission } }),
    },
  ]);
  return (
    <>
      {view.columns.length > 1 && (
        <Link className="button" to="/m/$mission/mandates/compare" params={{ mission }}>
          {compare}
        </Link>
      )}
      <Button onPress={takeOut}>{csv}</Button>
      <Button onPress={() => window.print()}>
        <FormattedMessage id="mandate.years.print" />
      </Button>
    </>
  );
}

/** The picture as a table: in each cell how the task is given and where. */
function useCsv({ columns, rows }: YearsView) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const cellWords = useCellWords();
  const { slug } = useMission();
  return () => {
    const head = [
      intl.formatMessage({ id: 'mandate.years.task' }),
      ...columns.map(({ symbol, date }) => `${symbol}, ${date}`),
    ];
    const lines = rows.map((row) => [
      label('mandate-tasks', row.task),
      ...drawnOf(columns, row).map((drawn) => {
        if (drawn.kind === 'given') return `${cellWords(drawn.cell)} (${drawn.cell.numbers})`;
        return drawn.kind === 'none' ? '' : intl.formatMessage({ id: `mandate.years.cell.${drawn.kind}` });
      }),
    ]);
    save(csvOf([head, ...lines]), `${slug}-mandate.csv`, 'text/csv');
  };
}
