/** Papers that wait for you, that are to be finished, and that were sent; and where a new one is asked for. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PaperLine } from '../../../src/briefs/contract.ts';
import { papersQuery } from '../../api/briefs.ts';
import { Page, Section } from '../../app/page.tsx';
import { useMay, useMission } from '../../app/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ComposeForm } from './compose-form.tsx';
import { Morning } from './morning.tsx';
import { PaperLines } from './paper-lines.tsx';
import { BRIEF_VERBS } from './verbs.ts';
import './briefs.css';

export function BriefsPage() {
  const intl = useIntl();
  const may = useMay();
  const { slug } = useMission();
  const papers = useQuery({ ...papersQuery(slug), enabled: may(BRIEF_VERBS.read) });
  return (
    <Page
      title={intl.formatMessage({ id: 'nav.briefs' })}
      lede={<FormattedMessage id="paper.lede" />}
      needs={BRIEF_VERBS.read}
      acts={
        <>
          <Link className="button button-plain" to="/m/$mission/briefs/chronology" params={{ mission: slug }}>
            <FormattedMessage id="chrono.title" />
          </Link>
          {may(BRIEF_VERBS.compose) && (
            <Link className="button button-plain" to="/m/$mission/briefs/template" params={{ mission: slug }}>
              <FormattedMessage id="template.title" />
            </Link>
          )}
        </>
      }
    >
      {may(BRIEF_VERBS.compose) && (
        <Section title={intl.formatMessage({ id: 'paper.new' })} lede={<FormattedMessage id="paper.newHelp" />}>
          <ComposeForm />
        </Section>
      )}
      <Loaded query={papers} lines={8}>
        {(lines) => (
          <>
            {may(BRIEF_VERBS.compose) && <Morning papers={lines} />}
            <Groups papers={lines} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Groups({ papers }: { papers: readonly PaperLine[] }) {
  const intl = useIntl();
  const group = (name: string, lines: readonly PaperLine[]): ReactNode =>
    lines.length > 0 && (
      <Section key={name} title={intl.formatMessage({ id: `paper.group.${name}` })}>
        <PaperLines papers={lines} />
      </Section>
    );
  if (papers.length === 0)
    return (
      <Section title={intl.formatMessage({ id: 'paper.kept' })}>
        <EmptyState title={intl.formatMessage({ id: 'paper.empty' })}>
          <FormattedMessage id="paper.emptyText" />
        </EmptyState>
      </Section>
    );
  const mine = papers.filter(({ state, toMe }) => state === 'sent' && toMe);
  const open = papers.filter(({ state }) => state !== 'sent');
  return [
    group('mine', mine),
    group('open', open),
    group(
      'sent',
      papers.filter(({ state, toMe }) => state === 'sent' && !toMe),
    ),
  ];
}
