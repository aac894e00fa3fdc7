import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { incidentKeys } from '../api/incidents.ts';
import { useMission, useSession } from '../app/session.ts';
import { useVocabulary } from '../app/vocabulary.ts';
import { keepDraft } from '../pages/edit/drafts.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';
import { isolate } from '../words/isolate.ts';
import { titleOf } from '../words/title.ts';
import { onWaiting, sendWaiting, takeOutOfLine, type Waiting, waitingOf } from './outbox.ts';

/** Tries again now and then, should the line be back without the page having noticed. */
const AGAIN_MS = 20_000;

/** What was saved and has not been sent; what the server would not take, with its sentence. @param isDown there is no line */
export default function WaitingBand({ isDown }: { isDown: boolean }) {
  const intl = useIntl();
  const client = useQueryClient();
  const { slug } = useMission();
  const { person } = useSession();
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const look = useCallback(() => waitingOf(slug, person.id).then(setWaiting), [slug, person.id]);
  useEffect(() => {
    look();
    return onWaiting(look);
  }, [look]);
  const count = waiting.filter(({ refused }) => refused === undefined).length;
  const refused = waiting.filter((one) => one.refused !== undefined);

  useEffect(() => {
    if (isDown || count === 0) return undefined;
    const send = async () => {
      const sent = await sendWaiting(slug, person.id);
      if (sent === 0) return;
      say(intl.formatMessage({ id: 'waiting.sent' }, { n: sent }));
      await client.invalidateQueries({ queryKey: incidentKeys(slug) });
    };
    send();
    const timer = setInterval(send, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isDown, count, slug, person.id, intl, client]);

  return (
    <div role="status">
      {count > 0 && (
        <p className="line-down">
          <FormattedMessage id="waiting.toSend" values={{ n: count, b: (text) => <b key="waiting">{text}</b> }} />
        </p>
      )}
      {refused.map((one) => (
        <Refused key={one.input.id} waiting={one} />
      ))}
    </div>
  );
}

function Refused({ waiting }: { waiting: Waiting }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  const { person } = useSession();
  const { label } = useVocabulary();
  const { draft, base, at, refused, input } = waiting;
  const writeOn = async () => {
    const names = {
      people: [],
      exactPoint: null,
      exactPlace: null,
      narrative: null,
      caseReference: null,
      setApart: null,
    };
    await keepDraft({
      key: `${mission}/${person.id}/${input.id}`,
      draft: { ...draft, protected: names },
      ...{ base, savedAt: at },
    });
    await takeOutOfLine(mission, person.id, input.id);
    if (base === null)
      await navigate({ to: '/m/$mission/incidents/new', params: { mission }, search: { draft: input.id } });
    else await navigate({ to: '/m/$mission/incidents/$id/edit', params: { mission, id: input.id } });
  };
  return (
    <p className="line-down line-refused">
      <span>
        <FormattedMessage
          id="waiting.refused"
          values={{
            title: isolate(titleOf(intl, label, input.core)),
            why: refused,
            b: (text) => <b key="refused">{text}</b>,
          }}
        />
      </span>
      <Button onPress={writeOn}>
        <FormattedMessage id="waiting.open" />
      </Button>
    </p>
  );
}
