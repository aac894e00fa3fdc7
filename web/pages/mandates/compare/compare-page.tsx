/** Two texts against one another: first what it means for us, then paragraph by paragraph and word by word. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MandateLine } from '../../../../src/mandates/contract.ts';
import { comparisonQuery, mandatesQuery } from '../../../api/mandates.ts';
import { useCommands } from '../../../app/commands/registry.ts';
import { Page } from '../../../app/page.tsx';
import { useMay, useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Select } from '../../../ui/select.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { isolate } from '../../../words/isolate.ts';
import { useDay } from '../mandate-lines.tsx';
import { MANDATE_VERBS } from '../verbs.ts';
import { beforeOf, latestOf } from './before.ts';
import { Meaning } from './meaning.tsx';
import { SideBySide } from './side-by-side.tsx';
import '../mandates.css';
import './compare.css';

const route = getRouteApi('/m/$mission/mandates/compare');

export function ComparePage() {
  const intl = useIntl();
  const may = useMay();
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  const mandates = useQuery({ ...mandatesQuery(mission, useAsOf()), enabled: may(MANDATE_VERBS.read) });
  useCommands(() => [
    {
      ...{ id: 'mandate-years', group: 'go', label: intl.formatMessage({ id: 'mandate.years.title' }) },
      run: () => navigate({ to: '/m/$mission/mandates/years', params: { mission } }),
    },
  ]);
  return (
    <Page
      title={intl.formatMessage({ id: 'mandate.compare.title' })}
      lede={<FormattedMessage id="mandate.compare.lede" />}
      needs={MANDATE_VERBS.read}
      followsAsOf
    >
      <Loaded query={mandates} lines={12}>
        {(lines) =>
          lines.length < 2 ? (
            <EmptyState title={intl.formatMessage({ id: 'mandate.compare.empty' })}>
              <FormattedMessage id="mandate.compare.emptyText" />
            </EmptyState>
          ) : (
            <Chosen lines={lines} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** The last two of our own, where the address names none. */
function Chosen({ lines }: { lines: readonly MandateLine[] }) {
  const intl = useIntl();
  const day = useDay();
  const navigate = useNavigate();
  const search = route.useSearch();
  const after = search.after ?? latestOf(lines.filter(({ id }) => id !== search.before))?.id ?? null;
  const later = lines.find(({ id }) => id === after);
  const before =
    search.before ??
    (later && beforeOf(lines, later))?.id ??
    latestOf(lines.filter(({ id }) => id !== after))?.id ??
    null;
  const choices = lines.map(({ id, symbol, date }) => ({ id, label: `${isolate(symbol)} · ${isolate(day(date))}` }));
  const choose = (change: { before?: string; after?: string }) =>
    navigate({ to: '.', search: (now) => ({ ...now, ...change }) });
  return (
    <>
      <div className="compare-choice">
        <Select
          label={intl.formatMessage({ id: 'mandate.compare.earlier' })}
          choices={choices}
          value={before}
          onChange={(id) => choose({ before: id })}
        />
        <Select
          label={intl.formatMessage({ id: 'mandate.compare.later' })}
          choices={choices}
          value={after}
          onChange={(id) => choose({ after: id })}
        />
      </div>
      {before === after || !before || !after ? (
        <EmptyState title={intl.formatMessage({ id: 'mandate.compare.one' })}>
          <FormattedMessage id="mandate.compare.oneText" />
        </EmptyState>
      ) : (
        <Compared key={`${before} ${after}`} before={before} after={after} />
      )}
    </>
  );
}

function Compared({ before, after }: { before: string; after: string }) {
  const { slug } = useMission();
  const compared = useQuery(comparisonQuery(slug, before, after, useAsOf()));
  return (
    <Loaded query={compared} lines={12}>
      {(view) => (
        <>
          <Meaning view={view} />
          <SideBySide view={view} />
        </>
      )}
    </Loaded>
  );
}
