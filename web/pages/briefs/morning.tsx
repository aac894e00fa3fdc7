import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PaperLine } from '../../../src/briefs/contract.ts';
import { templateQuery } from '../../api/briefs.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { missionClock } from '../../app/clock.ts';
import { Section } from '../../app/page.tsx';
import { useMay, useMission } from '../../app/session.ts';
import { isolate } from '../../words/isolate.ts';
import { BRIEF_VERBS } from './verbs.ts';

/** This morning's daily: ready, on its way, or not asked for by anybody. */
export function Morning({ papers }: { papers: readonly PaperLine[] }) {
  const intl = useIntl();
  const may = useMay();
  const { slug, now, timeZone } = useMission();
  const { data } = useQuery(templateQuery(slug));
  if (!data) return null;
  const { template, preparedAs } = data;
  const [today = '', clock = ''] = missionClock(now, timeZone).split('T');
  const ready = papers.filter(({ kind, at, made }) => kind === 'daily' && at === today && made.prepared);
  const who = preparedAs ? isolate(preparedAs.name) : '–';
  const isAsked = template.prepare.length > 0 && preparedAs !== null;
  const isDue = clock >= template.dailyAt;
  return (
    <Section title={intl.formatMessage({ id: 'paper.morning' })}>
      {!isAsked && (
        <p>
          <FormattedMessage id="paper.morningNobody" />{' '}
          {may(BRIEF_VERBS.template) && (
            <Link to="/m/$mission/briefs/template" params={{ mission: slug }}>
              <FormattedMessage id="paper.morningAsk" />
            </Link>
          )}
        </p>
      )}
      {isAsked && ready.length === 0 && (
        <p>
          <FormattedMessage
            id={isDue ? 'paper.morningDue' : 'paper.morningWait'}
            values={{ time: template.dailyAt, who }}
          />
        </p>
      )}
      {ready.length > 0 && (
        <ul className="sentences">
          {ready.map(({ id, made, language }) => (
            <li key={id}>
              <Link to="/m/$mission/briefs/$id" params={{ mission: slug, id }}>
                <FormattedMessage id="paper.morningReady" values={{ language: OWN_NAMES[language] }} />
              </Link>{' '}
              <span className="soft">
                <FormattedMessage
                  id="paper.morningBy"
                  values={{
                    at: intl.formatDate(made.at, { timeStyle: 'short', timeZone }),
                    who: made.byName ? isolate(made.byName) : '–',
                  }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
