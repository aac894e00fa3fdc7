/** Who sees to the record, until when, and whether one follows it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Assignment, AssignmentInput } from '../../../../src/incidents/together/contract.ts';
import { incidentKeys } from '../../../api/incidents.ts';
import { assign, assignmentQuery, followingQuery, setFollowing } from '../../../api/together.ts';
import { missionDay } from '../../../app/clock.ts';
import { useCommands, useKeyCommand } from '../../../app/commands/registry.ts';
import { useMay, useMission, useSession, VERBS } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Refused } from '../../../ui/loaded.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { say } from '../../../ui/toast.tsx';
import { dayText } from '../../../words/when.ts';
import { useRoom } from '../../room/use-room.ts';
import './together.css';

const AssignDialog = lazy(() => import('./assign-dialog.tsx'));

export default function Care({ record }: { record: string }) {
  const { mission } = useRoom();
  const may = useMay();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { data: given } = useQuery(assignmentQuery(mission, record));
  const [asks, setAsks] = useState(false);
  const giving = useMutation({
    mutationFn: (input: AssignmentInput) => assign(mission, record, given?.version ?? 0, input),
    onSuccess: () => client.invalidateQueries({ queryKey: incidentKeys(mission) }),
  });
  const canGive = may(VERBS.comment);
  const key = useKeyCommand();
  useCommands(() => key('assign', 'record', canGive && given !== undefined, () => setAsks(true)));
  if (!given) return null;
  const { person, due, done } = given;
  return (
    <div className="care">
      <p>
        <Given given={given} />
      </p>
      {canGive && (
        <span className="care-acts">
          {person && !done && (
            <Button look="bare" isPending={giving.isPending} onPress={() => giving.mutate({ person, due, done: true })}>
              <FormattedMessage id="care.done" />
            </Button>
          )}
          <Button look="bare" hint="a" onPress={() => setAsks(true)}>
            <FormattedMessage id={person ? 'care.change' : 'care.give'} />
          </Button>
          <Follow record={record} />
        </span>
      )}
      {giving.isError && <Refused>{errorText(giving.error)}</Refused>}
      <Suspense>{asks && <AssignDialog record={record} given={given} onClose={() => setAsks(false)} />}</Suspense>
    </div>
  );
}

function Given({ given: { person, personName, due, done } }: { given: Assignment }) {
  const intl = useIntl();
  const { now, timeZone } = useMission();
  const me = useSession().person.id;
  if (!person)
    return (
      <span className="soft">
        <FormattedMessage id="care.unassigned" />
      </span>
    );
  const isLate = due !== null && !done && due < missionDay(now, timeZone);
  return (
    <>
      <span className="soft">
        <FormattedMessage id={done ? 'care.wasDone' : 'care.assigned'} />
      </span>{' '}
      <b>{person === me ? intl.formatMessage({ id: 'care.you' }) : <bdi>{personName}</bdi>}</b>
      {due && !done && (
        <span className={isLate ? 'care-late' : 'soft'}>
          {' · '}
          <FormattedMessage id={isLate ? 'care.late' : 'care.due'} values={{ day: dayText(intl, due) }} />
        </span>
      )}
    </>
  );
}

function Follow({ record }: { record: string }) {
  const intl = useIntl();
  const { mission } = useRoom();
  const client = useQueryClient();
  const query = followingQuery(mission, record);
  const { data } = useQuery(query);
  const following = data?.following ?? false;
  const changing = useMutation({
    mutationFn: () => setFollowing(mission, record, !following),
    onSuccess: (now) => {
      client.setQueryData(query.queryKey, now);
      say(intl.formatMessage({ id: now.following ? 'care.followed' : 'care.left' }));
    },
  });
  const key = useKeyCommand();
  useCommands(() => key('follow', 'record', data !== undefined, () => changing.mutate()));
  return (
    <Button look="bare" hint="l" aria-pressed={following} isDisabled={!data} onPress={() => changing.mutate()}>
      <FormattedMessage id={following ? 'care.unfollow' : 'care.follow'} />
    </Button>
  );
}
