import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { gazetteersQuery, placeKeys, sendGazetteer } from '../../api/boundary-sets.ts';
import { isUnderWay, jobQuery } from '../../api/jobs.ts';
import { Section } from '../../app/page.tsx';
import { useMay, useMission } from '../../app/session.ts';
import { useMomentText } from '../../app/use-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { JobOutcome } from '../jobs/job-outcome.tsx';
import { JobProgress } from '../jobs/job-progress.tsx';
import { SendDialog } from './send-dialog.tsx';

/** The lists of place names that the search knows. */
export function Gazetteers() {
  const intl = useIntl();
  const { slug } = useMission();
  const may = useMay();
  const moment = useMomentText();
  const lists = useInfiniteQuery(gazetteersQuery(slug));
  const [isSending, setSending] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const title = intl.formatMessage({ id: 'atlas.lists' });
  const column = (id: string) => intl.formatMessage({ id: `atlas.column.${id}` });
  return (
    <Section
      title={title}
      lede={<FormattedMessage id="atlas.listsHelp" />}
      aside={
        may('places.manage') && (
          <Button onPress={() => setSending(true)}>
            <FormattedMessage id="atlas.bringList" />
          </Button>
        )
      }
    >
      {job && <ListRun id={job} />}
      <Loaded query={lists}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={intl.formatMessage({ id: 'atlas.noLists' })}>
              <FormattedMessage id="atlas.noListsText" />
            </EmptyState>
          ) : (
            <Table
              caption={title}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { id: 'name', title: column('name'), cell: ({ name }) => <bdi>{name}</bdi> },
                { id: 'places', title: column('places'), numeric: true, cell: (row) => intl.formatNumber(row.places) },
                {
                  id: 'refused',
                  title: column('refused'),
                  numeric: true,
                  cell: (row) => intl.formatNumber(row.refused),
                },
                { id: 'source', title: column('source'), cell: ({ source }) => <bdi>{source}</bdi> },
                { id: 'licence', title: column('licence'), cell: ({ licence }) => <bdi>{licence ?? '–'}</bdi> },
                { id: 'when', title: column('when'), cell: ({ importedAt }) => moment(importedAt) },
              ]}
            />
          )
        }
      </Loaded>
      <More query={lists} />
      {isSending && (
        <SendDialog
          title={intl.formatMessage({ id: 'atlas.bringList' })}
          help={<FormattedMessage id="atlas.listFileHelp" />}
          accept={['.txt', '.tsv', '.csv']}
          send={(about, file, sending) => sendGazetteer(slug, about, file, sending)}
          onDone={(started) => {
            setSending(false);
            setJob(started.job);
          }}
          onClose={() => setSending(false)}
        />
      )}
    </Section>
  );
}

function ListRun({ id }: { id: string }) {
  const { slug } = useMission();
  const client = useQueryClient();
  const { data: job } = useQuery(jobQuery(slug, id));
  const ended = job && !isUnderWay(job);
  useEffect(() => {
    if (ended) client.invalidateQueries({ queryKey: placeKeys(slug) });
  }, [client, ended, slug]);
  return <div aria-live="polite">{job && (ended ? <JobOutcome job={job} /> : <JobProgress job={job} />)}</div>;
}
