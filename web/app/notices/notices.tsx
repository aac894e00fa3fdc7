/** By day, each thing once: what happened to it and who did it. What it is called is asked of the room that has it. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { IncidentRow } from '../../../src/incidents/contract.ts';
import { NOTICE_KINDS, type NoticeGroup } from '../../../src/platform/notices/contract.ts';
import { rowsQuery } from '../../api/incidents.ts';
import { markRead, noticeKeys, noticesQuery } from '../../api/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { More } from '../../ui/more.tsx';
import { rowTitle } from '../../words/row-title.ts';
import { dayText } from '../../words/when.ts';
import { missionDay } from '../clock.ts';
import { useMission } from '../session.ts';
import { useVocabulary } from '../vocabulary.ts';

export default function Notices({ onLeave }: { onLeave: () => void }) {
  const client = useQueryClient();
  const { slug } = useMission();
  const notices = useInfiniteQuery(noticesQuery(slug));
  const reading = useMutation({
    mutationFn: (upTo: number) => markRead(slug, { upTo }),
    onSuccess: () => client.invalidateQueries({ queryKey: noticeKeys(slug) }),
  });
  const latest = Math.max(0, ...(notices.data ?? []).map(({ seq }) => seq));
  return (
    <div className="notices">
      <header>
        <h2>
          <FormattedMessage id="notices.title" />
        </h2>
        {notices.data?.some(({ unread }) => unread > 0) && (
          <Button look="bare" isPending={reading.isPending} onPress={() => reading.mutate(latest)}>
            <FormattedMessage id="notices.readAll" />
          </Button>
        )}
      </header>
      <Loaded query={notices}>
        {(groups) =>
          groups.length === 0 ? (
            <p className="soft">
              <FormattedMessage id="notices.none" />
            </p>
          ) : (
            <Suspense>
              <Days groups={groups} onLeave={onLeave} />
            </Suspense>
          )
        }
      </Loaded>
      <More query={notices} />
    </div>
  );
}

/** As many as one question may name. */
const NAMED = 100;

function Days({ groups, onLeave }: { groups: readonly NoticeGroup[]; onLeave: () => void }) {
  const intl = useIntl();
  const { slug, now, timeZone } = useMission();
  const ids = [
    ...new Set(groups.filter(({ subject }) => subject.room === 'incidents').map(({ subject }) => subject.id)),
  ];
  const { data: rows = [] } = useQuery(rowsQuery(slug, ids.slice(0, NAMED)));
  const today = missionDay(now, timeZone);
  return [...Map.groupBy(groups, ({ day }) => day)].map(([day, lines]) => (
    <section key={day}>
      <h3 className="eyebrow">{day === today ? intl.formatMessage({ id: 'notices.today' }) : dayText(intl, day)}</h3>
      <ul>
        {lines.map((group) => (
          <li key={group.subject.id} data-unread={group.unread > 0 || undefined}>
            <Line group={group} row={rows.find(({ id }) => id === group.subject.id)} onLeave={onLeave} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

interface LineProps {
  group: NoticeGroup;
  row: IncidentRow | undefined;
  onLeave: () => void;
}

function Line({ group, row, onLeave }: LineProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const { slug, timeZone } = useMission();
  const { label } = useVocabulary();
  const { subject, seq, by, at } = group;
  const open = () => {
    if (group.unread > 0)
      markRead(slug, { subject, upTo: seq }).then(
        () => client.invalidateQueries({ queryKey: noticeKeys(slug) }),
        () => undefined,
      );
    onLeave();
  };
  const words = (
    <>
      <span className="notice-what">
        {group.unread > 0 && (
          <span className="visually-hidden">
            <FormattedMessage id="notices.unread" />{' '}
          </span>
        )}
        {row ? rowTitle(intl, label, row) : intl.formatMessage({ id: `notices.${subject.room}` })}
      </span>
      <span className="soft small">
        {[
          happened(intl, group.kinds),
          by.length > 0 && intl.formatList(by, { type: 'conjunction', style: 'narrow' }),
          intl.formatTime(at, { timeZone, timeStyle: 'short' }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
  const to = { params: { mission: slug, id: subject.id }, className: 'notice', onClick: open };
  // The pages of papers have an address of their own.
  if (subject.room === 'briefs')
    return (
      <Link {...to} to={'/m/$mission/briefs/$id' as '/m/$mission/room/$id'}>
        {words}
      </Link>
    );
  if (subject.room === 'jobs')
    return (
      <Link {...to} to="/m/$mission/jobs" params={{ mission: slug }}>
        {words}
      </Link>
    );
  return (
    <Link {...to} to="/m/$mission/room/$id">
      {words}
    </Link>
  );
}

/** “called you, 3 changes” */
const happened = (intl: IntlShape, kinds: NoticeGroup['kinds']): string =>
  intl.formatList(
    NOTICE_KINDS.flatMap((kind) => {
      const n = kinds[kind];
      return n ? [intl.formatMessage({ id: `notices.kind.${kind}` }, { n })] : [];
    }),
    { type: 'unit', style: 'short' },
  );
