/** A paragraph that may be put into other words: ours stay beside them, and can be taken back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Part, StoredPaper, Words } from '../../../src/briefs/contract.ts';
import { briefKeys, changeWords } from '../../api/briefs.ts';
import { ApiError } from '../../api/client.ts';
import { useMission, useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';
import { dropDraft, findWords, keepWords } from '../edit/drafts.ts';
import type { Paragraph } from './sheet/sheet.tsx';

interface WordsOfProps {
  stored: StoredPaper;
  paragraph: Paragraph;
  /** As they are drawn. */
  words: ReactNode;
  isEditing: boolean;
  /** Which paragraph is open, by its id. */
  onEdit: (id: string | null) => void;
}

export function WordsOf({ stored, paragraph, words, isEditing, onEdit }: WordsOfProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const { person } = useSession();
  const draftKey = `${slug}/${person.id}/${stored.id}/${paragraph.id}`;
  const kept = useQuery({
    queryKey: ['draft', draftKey],
    queryFn: () => findWords(draftKey),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
  const isOpen = isEditing || (kept.data ?? null) !== null;
  if (isOpen && kept.isSuccess)
    return <Editor {...{ stored, paragraph, draftKey, kept: kept.data, onEdit }} onDone={() => kept.refetch()} />;
  const isEmpty = paragraph.parts.length === 0;
  const name = intl.formatMessage({ id: 'paper.changeOf' }, { words: textOf(paragraph.parts).slice(0, NAMED) });
  return (
    <div className="own-words" data-edited={paragraph.edited || undefined}>
      {isEmpty ? (
        <Button look="bare" className="paper-act" onPress={() => onEdit(paragraph.id)}>
          <span lang={intl.locale}>
            <FormattedMessage id="paper.write" />
          </span>
        </Button>
      ) : (
        <>
          <p className={paragraph.style === 'item' ? undefined : `paper-${paragraph.style}`}>{words}</p>
          <Button
            look="none"
            className="paper-act own-words-pen"
            aria-label={name}
            onPress={() => onEdit(paragraph.id)}
          >
            <Pen />
          </Button>
        </>
      )}
      {paragraph.edited && <AsGenerated paragraph={paragraph} />}
    </div>
  );
}

/** Letters of a paragraph that its button is named by. */
const NAMED = 40;

const Pen = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="m2 12 .7-3L9.5 2.2l2.3 2.3L5 11.3zM8.3 3.4l2.3 2.3" />
  </svg>
);

const textOf = (parts: readonly Part[]): string => parts.map((p) => (typeof p === 'string' ? p : p.text)).join('');
const oursOf = (paragraph: Paragraph): string => textOf(paragraph.generated ?? paragraph.parts);

/** What the paper said of itself, beside somebody's words. */
function AsGenerated({ paragraph }: { paragraph: Paragraph }) {
  const intl = useIntl();
  const ours = oursOf(paragraph);
  return (
    <div className="words-ours small">
      <span className="soft" lang={intl.locale}>
        <FormattedMessage id="paper.asGenerated" />
      </span>
      <p>{ours || '–'}</p>
    </div>
  );
}

interface EditorProps extends Pick<WordsOfProps, 'stored' | 'paragraph' | 'onEdit'> {
  draftKey: string;
  kept: { text: string; base: number } | null;
  onDone: () => void;
}

function Editor({ stored, paragraph, draftKey, kept, onEdit, onDone }: EditorProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [text, setText] = useState(kept?.text ?? textOf(paragraph.parts));
  const [base, setBase] = useState(kept?.base ?? stored.version);
  const keeping = useKeeping((words) => keepWords({ key: draftKey, text: words, base }));
  const leave = async () => {
    await keeping.stop();
    await dropDraft(draftKey);
    onEdit(null);
    onDone();
  };
  const saving = useMutation({
    mutationFn: (words: Words) => changeWords(slug, stored.id, base, words),
    onSuccess: async () => {
      say(intl.formatMessage({ id: 'paper.saved' }));
      await leave();
      await client.invalidateQueries({ queryKey: briefKeys(slug) });
    },
    // Somebody was faster: what they wrote comes, and is laid beside what stands here.
    onError: (error) =>
      error instanceof ApiError && error.status === 412
        ? client.invalidateQueries({ queryKey: briefKeys(slug) })
        : undefined,
  });
  const change = (next: string) => {
    setText(next);
    keeping.keep(next);
  };
  // The version that we have just written is nobody's but ours.
  const isLate = base !== stored.version && !saving.isPending && !saving.isSuccess;
  const goOn = () => {
    saving.reset();
    setBase(stored.version);
  };
  const label = intl.formatMessage({ id: 'paper.words' });
  return (
    <div className="own-words words-open">
      <TextField label={label} lines={5} autoFocus value={text} onChange={change} maxLength={5000} />
      {keeping.kept === text && (
        <p className="soft small" role="status" lang={intl.locale}>
          <FormattedMessage id="paper.keptHere" />
        </p>
      )}
      <AsGenerated paragraph={paragraph} />
      {isLate && <Late stored={stored} paragraph={paragraph} onGoOn={goOn} />}
      {saving.isError && !isLate && <Refused>{errorText(saving.error)}</Refused>}
      <div className="acts" lang={intl.locale}>
        <Button
          look="need"
          isDisabled={isLate}
          isPending={saving.isPending}
          onPress={() => saving.mutate({ [paragraph.id]: text })}
        >
          <FormattedMessage id="paper.save" />
        </Button>
        {paragraph.edited && (
          <Button isDisabled={isLate} onPress={() => saving.mutate({ [paragraph.id]: null })}>
            <FormattedMessage id="paper.takeOurs" />
          </Button>
        )}
        <Button onPress={leave}>
          <FormattedMessage id="common.cancel" />
        </Button>
      </div>
    </div>
  );
}

/**
 * Every letter at once: a dropped line or a closed lid loses nothing that was typed. While one write is under way only the
 * latest words wait for the next.
 */
function useKeeping(write: (words: string) => Promise<unknown>) {
  const [kept, setKept] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const writing = useRef(Promise.resolve());
  const flush = async () => {
    const next = waiting.current;
    if (next === null) return;
    waiting.current = null;
    await write(next);
    setKept(next);
  };
  return {
    kept,
    keep(words: string) {
      waiting.current = words;
      // A browser that keeps nothing (a private window) must not keep anybody from saving.
      writing.current = writing.current.then(flush).catch(() => undefined);
    },
    /** Nothing is written any more once this has ended. */
    stop() {
      waiting.current = null;
      return writing.current;
    },
  };
}

interface LateProps extends Pick<WordsOfProps, 'stored' | 'paragraph'> {
  onGoOn: () => void;
}

/** Nothing of theirs is written over unseen, and nothing of ours is lost. */
function Late({ stored, paragraph, onGoOn }: LateProps) {
  const intl = useIntl();
  return (
    <div className="words-late" role="alert">
      <p lang={intl.locale}>
        <FormattedMessage id="paper.late" values={{ n: stored.version, who: stored.byName ?? '–' }} />
      </p>
      <blockquote>{textOf(paragraph.parts)}</blockquote>
      <Button onPress={onGoOn}>
        <FormattedMessage id="paper.goOn" />
      </Button>
    </div>
  );
}
