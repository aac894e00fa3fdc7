/** The record: what we hold to have happened, how sure we are, who says so, and since when we know. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Incident } from '../../../src/incidents/contract.ts';
import { incidentQuery, versionsQuery } from '../../api/incidents.ts';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { Cross } from '../../ui/marks.tsx';
import { ErrorState, Forbidden, Skeleton } from '../../ui/states.tsx';
import { titleOf } from '../../words/title.ts';
import { unite } from '../../words/unite.ts';
import { longWhen } from '../../words/when.ts';
import { longWhere } from '../../words/where.ts';
import { useDatasetName } from '../room/dataset-name.ts';
import { useRoom } from '../room/use-room.ts';
import { Actions } from './actions.tsx';
import { Compare } from './compare.tsx';
import { GridReference } from './grid-reference.tsx';
import { Harm } from './harm.tsx';
import { HistoryButton } from './history/history-button.tsx';
import { OpenHistory } from './history/open-history.ts';
import { Known } from './known.tsx';
import { Rest } from './rest.tsx';
import { Sealed } from './sealed.tsx';
import { Sources } from './sources.tsx';
import { Statuses } from './statuses.tsx';
import { Who } from './who.tsx';
import './record.css';

const HistoryDialog = lazy(() => import('./history/history-dialog.tsx'));
const Care = lazy(() => import('./together/care.tsx'));
const Comments = lazy(() => import('./together/comments.tsx'));

const route = getRouteApi('/m/$mission/room/$id');

export function RecordPanel() {
  const intl = useIntl();
  const { id } = route.useParams();
  const { mission, search, close } = useRoom();
  const current = useQuery(incidentQuery(mission, id, search.asOf));
  const versions = useQuery(versionsQuery(mission, id));
  const wanted = search.version;
  const past = wanted === undefined ? undefined : versions.data?.find(({ version }) => version === wanted);
  const record = wanted === undefined ? current.data : past;
  const [field, setField] = useState<string | null>(null);
  const other = versions.data?.find(({ version }) => version === search.compare);
  return (
    <OpenHistory value={setField}>
      <aside className="record" aria-label={intl.formatMessage({ id: 'record.label' })}>
        <Button
          look="bare"
          className="record-close"
          aria-label={intl.formatMessage({ id: 'record.close' })}
          onPress={close}
        >
          <Cross />
        </Button>
        {current.isLoadingError && <ErrorState error={current.error} onRetry={() => current.refetch()} />}
        {!record && !current.isLoadingError && (
          <Skeleton lines={9} label={intl.formatMessage({ id: 'record.loading' })} />
        )}
        {record && (
          <>
            <Head record={record} current={current.data} />
            {search.asOf === undefined && (
              <Suspense>
                <Care key={id} record={id} />
              </Suspense>
            )}
            {other ? (
              <Compare a={other} b={record} />
            ) : (
              <Body record={record} isCurrent={record.version === current.data?.version && search.asOf === undefined} />
            )}
            <Known id={id} shown={record.version} />
            <Suspense>
              <Comments key={id} record={id} />
            </Suspense>
          </>
        )}
        <Suspense>
          {field !== null && (
            <HistoryDialog record={id} field={field} onField={setField} onClose={() => setField(null)} />
          )}
        </Suspense>
      </aside>
    </OpenHistory>
  );
}

function Head({ record, current }: { record: Incident; current: Incident | undefined }) {
  const intl = useIntl();
  const { timeZone } = useMission();
  const { label } = useVocabulary();
  const datasetName = useDatasetName();
  const { core } = unite(record);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened the record by keyboard reads on from its title.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another record is shown
  useEffect(() => heading.current?.focus({ preventScroll: true }), [record.id]);
  const outside = core.origin.dataset !== 'own';
  const title = titleOf(intl, label, core);
  return (
    <header className="record-head">
      <title>{`${title} · Kinga`}</title>
      <p className="soft small">
        {[
          label('levels', record.levels.core),
          label('record-kinds', core.kind),
          intl.formatMessage({ id: 'record.version' }, { n: record.version }),
          outside && intl.formatMessage({ id: 'record.outside' }, { name: datasetName(core.origin.dataset) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="soft">
        {longWhen(intl, core.when, timeZone)}
        <HistoryButton field="when" name={intl.formatMessage({ id: 'fact.when' })} />
        {` · ${longWhere(intl, core.where)}`}
        <HistoryButton field="where" name={intl.formatMessage({ id: 'fact.where' })} />
      </p>
      <GridReference where={core.where} />
      {record.core.specialists && (
        <p className="soft small">
          <FormattedMessage id={record.protected ? 'sealed.setApart' : 'sealed.withSpecialists'} />
        </p>
      )}
      {current && record.version !== current.version && (
        <p className="record-past" role="status">
          <FormattedMessage id="record.past" values={{ n: record.version, now: current.version }} />{' '}
          <Link to="." search={(before) => ({ ...before, version: undefined, compare: undefined })}>
            <FormattedMessage id="record.toCurrent" />
          </Link>
        </p>
      )}
    </header>
  );
}

function Body({ record, isCurrent }: { record: Incident; isCurrent: boolean }) {
  const { core, account } = unite(record);
  return (
    <>
      <Statuses record={record} isCurrent={isCurrent} />
      <Who core={core} account={account} />
      <Harm core={core} />
      <Sources core={core} account={account} />
      {account?.narrative && (
        <section>
          <h2 className="eyebrow">
            <FormattedMessage id="record.account" />
            <NarrativeHistory />
          </h2>
          <p className="record-narrative" dir="auto" lang={account.narrativeLanguage ?? undefined}>
            {account.narrative}
          </p>
        </section>
      )}
      {record.protected && <Sealed id={record.id} group={record.protected} isCurrent={isCurrent} />}
      <Rest core={core} />
      {!account && (
        <Forbidden>
          <FormattedMessage id="record.accountHidden" />
        </Forbidden>
      )}
      {record.erased && (
        <Forbidden>
          <FormattedMessage id="record.erased" />
        </Forbidden>
      )}
      {isCurrent && <Actions record={record} />}
    </>
  );
}

function NarrativeHistory() {
  const intl = useIntl();
  return <HistoryButton field="narrative" name={intl.formatMessage({ id: 'fact.narrative' })} />;
}
