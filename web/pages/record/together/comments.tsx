/** What people say of the record among themselves: as closed as its words, and never part of a paper. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Comment } from '../../../../src/incidents/together/contract.ts';
import {
  commentKeys,
  commentsQuery,
  mendComment,
  recordPeopleQuery,
  withdrawComment,
  writeComment,
} from '../../../api/together.ts';
import { useCommands, useKeyCommand } from '../../../app/commands/registry.ts';
import { useMay, useMission, useSession, VERBS } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Refused } from '../../../ui/loaded.tsx';
import { More } from '../../../ui/more.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { useRoom } from '../../room/use-room.ts';
import { Composer } from './composer.tsx';
import { partsOf } from './mentions.ts';
import './together.css';

export default function Comments({ record }: { record: string }) {
  const intl = useIntl();
  const may = useMay();
  const { mission, search } = useRoom();
  const comments = useInfiniteQuery(commentsQuery(mission, record, search.asOf));
  const section = useRef<HTMLElement>(null);
  const me = useSession().person.id;
  const mayWrite = may(VERBS.comment) && search.asOf === undefined;
  const { data: people } = useQuery({ ...recordPeopleQuery(mission, record), enabled: mayWrite });
  // Comments are as closed as the words of their record, which one may not see.
  const canWrite = mayWrite && (people?.some(({ id, readsComments }) => id === me && readsComments) ?? false);
  const key = useKeyCommand();
  useCommands(() => key('comment', 'record', canWrite, () => section.current?.querySelector('textarea')?.focus()));
  const items = comments.data ?? [];
  if (items.length === 0 && !canWrite) return null;
  return (
    <section ref={section} className="comments">
      <h2 className="eyebrow">
        <FormattedMessage id="comments.title" values={{ n: items.length }} />
      </h2>
      <ol>
        {items.map((comment) => (
          <li key={comment.id}>
            <OneComment record={record} comment={comment} canWrite={canWrite} />
          </li>
        ))}
      </ol>
      <More query={comments} />
      {canWrite && <NewComment record={record} label={intl.formatMessage({ id: 'comments.write' })} />}
    </section>
  );
}

function useWrites<V>(record: string, write: (value: V) => Promise<Comment>, done: () => void) {
  const client = useQueryClient();
  const { mission } = useRoom();
  return useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [...commentKeys(mission), record] });
      done();
    },
  });
}

function NewComment({ record, label }: { record: string; label: string }) {
  const intl = useIntl();
  const { mission } = useRoom();
  const errorText = useErrorText();
  // The id stays until the words are safe: sent again because the line dropped, they are there once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [hasWritten, setHasWritten] = useState(false);
  const writing = useWrites(
    record,
    (text: string) => writeComment(mission, record, { id, text }),
    () => {
      setId(crypto.randomUUID());
      setHasWritten(true);
    },
  );
  return (
    <>
      <Composer
        key={id}
        takesFocus={hasWritten}
        record={record}
        label={label}
        send={intl.formatMessage({ id: 'comments.send' })}
        isSending={writing.isPending}
        onSend={(text) => writing.mutate(text)}
      />
      {writing.isError && <Refused>{errorText(writing.error)}</Refused>}
    </>
  );
}

function OneComment({ record, comment, canWrite }: { record: string; comment: Comment; canWrite: boolean }) {
  const intl = useIntl();
  const may = useMay();
  const { mission } = useRoom();
  const { timeZone } = useMission();
  const { person } = useSession();
  const errorText = useErrorText();
  const [mends, setMends] = useState(false);
  const isOwn = comment.by === `person:${person.id}`;
  const mending = useWrites(
    record,
    (text: string) => mendComment(mission, record, comment, text),
    () => setMends(false),
  );
  const withdrawing = useWrites(
    record,
    () => withdrawComment(mission, record, comment),
    () => undefined,
  );
  const failed = mending.error ?? withdrawing.error;
  return (
    <article className="comment">
      <header className="comment-head">
        <b>
          <bdi>{comment.byName ?? intl.formatMessage({ id: 'comments.somebody' })}</bdi>
        </b>
        <time dateTime={comment.at} className="soft">
          {intl.formatDate(comment.at, { dateStyle: 'medium', timeStyle: 'short', timeZone })}
        </time>
        {comment.changedAt && comment.text !== null && (
          <span className="soft">
            <FormattedMessage id="comments.changed" />
          </span>
        )}
        {canWrite && comment.text !== null && !mends && (
          <span className="comment-acts">
            {isOwn && (
              <Button look="bare" onPress={() => setMends(true)}>
                <FormattedMessage id="comments.mend" />
              </Button>
            )}
            {(isOwn || may(VERBS.edit)) && (
              <Button look="bare" isPending={withdrawing.isPending} onPress={() => withdrawing.mutate(undefined)}>
                <FormattedMessage id="comments.withdraw" />
              </Button>
            )}
          </span>
        )}
      </header>
      {comment.text === null && (
        <p className="soft">
          <FormattedMessage id="comments.withdrawn" />
        </p>
      )}
      {comment.text !== null && mends && (
        <Composer
          takesFocus
          record={record}
          initial={comment.text}
          label={intl.formatMessage({ id: 'comments.mend' })}
          send={intl.formatMessage({ id: 'common.save' })}
          isSending={mending.isPending}
          onSend={(text) => mending.mutate(text)}
          onCancel={() => setMends(false)}
        />
      )}
      {comment.text !== null && !mends && <Words text={comment.text} people={comment.mentions} />}
      {failed && <Refused>{errorText(failed)}</Refused>}
    </article>
  );
}

function Words({ text, people }: { text: string; people: Comment['mentions'] }) {
  return (
    <p className="comment-words" dir="auto">
      {partsOf(text, people).map((part, i) =>
        'person' in part ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <b key={i}>
            <bdi>@{part.person.name}</bdi>
          </b>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
