/** A kept paper: read, changed word by word, sent; every version of it beside it. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StoredPaper } from '../../../src/briefs/contract.ts';
import { fileUrl, paperQuery } from '../../api/briefs.ts';
import { useCommands, useKeyCommand } from '../../app/commands/registry.ts';
import { Page } from '../../app/page.tsx';
import { useMay, useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { About } from './about.tsx';
import { Files } from './files.tsx';
import { Sheet } from './sheet/sheet.tsx';
import { BRIEF_VERBS } from './verbs.ts';
import { WordsOf } from './words-of.tsx';
import './briefs.css';

const route = getRouteApi('/m/$mission/briefs/$id');
const SendDialog = lazy(() => import('./send-dialog.tsx'));

export function PaperPage() {
  const intl = useIntl();
  const { slug } = useMission();
  const { id } = route.useParams();
  const { version } = route.useSearch();
  const versions = useQuery(paperQuery(slug, id));
  const shown = version === undefined ? versions.data?.at(-1) : versions.data?.find((v) => v.version === version);
  return (
    <Loaded query={versions} lines={14}>
      {(all) =>
        shown ? (
          <OnePaper key={id} stored={shown} versions={all} />
        ) : (
          <EmptyState heading="h1" title={intl.formatMessage({ id: 'paper.noVersion' }, { n: version })} />
        )
      }
    </Loaded>
  );
}

function OnePaper({ stored, versions }: { stored: StoredPaper; versions: readonly StoredPaper[] }) {
  const may = useMay();
  const { slug } = useMission();
  const { id, version, state, paper } = stored;
  const isCurrent = version === versions.at(-1)?.version;
  const canEdit = isCurrent && may(BRIEF_VERBS.edit);
  const canSend = isCurrent && state !== 'sent' && may(BRIEF_VERBS.send);
  const [editing, setEditing] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const pdf = useRef<HTMLAnchorElement>(null);
  const editFirst = () => {
    const [first] = paper.blocks.filter((b) => b.type === 'paragraph' && b.editable);
    if (first) setEditing(first.id);
  };
  const key = useKeyCommand();
  useCommands(() => [
    ...key('edit', 'record', canEdit && editing === null, editFirst),
    ...key('send', 'record', canSend, () => setSending(true)),
    ...key('pdf', 'record', true, () => pdf.current?.click()),
  ]);
  return (
    <Page
      title={paper.title}
      lede={paper.subtitle}
      acts={
        <>
          {canSend && (
            <Button look="need" hint="s" onPress={() => setSending(true)}>
              <FormattedMessage id="paper.send" />
            </Button>
          )}
          {canEdit && (
            <Button hint="e" isDisabled={editing !== null} onPress={editFirst}>
              <FormattedMessage id={state === 'sent' ? 'paper.correct' : 'paper.edit'} />
            </Button>
          )}
          <Files pdf={pdf} url={(format) => fileUrl(slug, id, version, format)} />
        </>
      }
    >
      {!isCurrent && (
        <p className="page-now small" role="status">
          <FormattedMessage id="paper.past" values={{ n: version, now: versions.length }} />
        </p>
      )}
      <div className="paper-desk">
        <Sheet
          paper={paper}
          {...(canEdit
            ? {
                editable: (paragraph, words) => (
                  <WordsOf
                    key={paragraph.id}
                    stored={stored}
                    paragraph={paragraph}
                    words={words}
                    isEditing={editing === paragraph.id}
                    onEdit={setEditing}
                  />
                ),
              }
            : {})}
        />
        <About stored={stored} versions={versions} />
      </div>
      <Suspense>{isSending && <SendDialog stored={stored} onClose={() => setSending(false)} />}</Suspense>
    </Page>
  );
}
