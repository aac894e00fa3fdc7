/** A paper as it writes itself, before anybody kept it: in which language, up to which level, as known when. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LANGUAGES, LEVELS } from '../../../src/vocabulary/codes.ts';
import { type Asked, briefKeys, keepPaper, previewFileUrl, previewQuery } from '../../api/briefs.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { AsOfControl } from '../../app/as-of.tsx';
import { useCommands, useKeyCommand } from '../../app/commands/registry.ts';
import { Page } from '../../app/page.tsx';
import { useLanguage } from '../../app/preferences.ts';
import { useMay, useMission, useReads } from '../../app/session.ts';
import { useAsOf } from '../../app/use-as-of.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded, Refused } from '../../ui/loaded.tsx';
import { Select } from '../../ui/select.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { Files } from './files.tsx';
import { Sheet } from './sheet/sheet.tsx';
import { BRIEF_VERBS } from './verbs.ts';
import './briefs.css';

const route = getRouteApi('/m/$mission/briefs/preview');

export function PreviewPage() {
  const intl = useIntl();
  const may = useMay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { slug } = useMission();
  const asked = useAsked();
  const composed = useQuery({ ...previewQuery(slug, asked), enabled: may(BRIEF_VERBS.compose) });
  // Made once: pressed twice, or sent again over a line that dropped, it is the same paper.
  const [id] = useState(() => crypto.randomUUID());
  const pdf = useRef<HTMLAnchorElement>(null);
  const keeping = useMutation({
    // As of the line that was read: what is kept is what was on the screen.
    mutationFn: (seq: number) => keepPaper(slug, { ...asked, id, asOf: String(seq) }),
    onSuccess: async (stored) => {
      client.setQueryData([...briefKeys(slug), 'paper', stored.id], { items: [stored] });
      await navigate({ to: '/m/$mission/briefs/$id', params: { mission: slug, id: stored.id }, replace: true });
    },
  });
  const paper = composed.data;
  const canKeep = may(BRIEF_VERBS.edit) && paper !== undefined && !composed.isPlaceholderData;
  const keep = () => canKeep && !keeping.isPending && keeping.mutate(paper.asOf.seq);
  const key = useKeyCommand();
  useCommands(() => [
    ...key('keep', 'record', canKeep, keep),
    ...key('pdf', 'record', paper !== undefined, () => pdf.current?.click()),
  ]);
  return (
    <Page
      title={paper?.title ?? intl.formatMessage({ id: `paper.kind.${asked.kind}` })}
      lede={paper?.subtitle ?? intl.formatMessage({ id: 'paper.composing' })}
      needs={BRIEF_VERBS.compose}
      acts={
        <>
          {may(BRIEF_VERBS.edit) && (
            <Button look="need" hint="↵" isDisabled={!canKeep} isPending={keeping.isPending} onPress={keep}>
              <FormattedMessage id="paper.keep" />
            </Button>
          )}
          {paper && (
            <Files
              pdf={pdf}
              url={(format) => previewFileUrl(slug, { ...asked, asOf: String(paper.asOf.seq) }, format)}
            />
          )}
        </>
      }
    >
      {keeping.isError && <Refused>{errorText(keeping.error)}</Refused>}
      <div className="paper-desk" aria-busy={composed.isFetching}>
        <Loaded query={composed} lines={16}>
          {(made) => <Sheet paper={made} />}
        </Loaded>
        <aside className="paper-beside">
          <Switches asked={asked} />
        </aside>
      </div>
    </Page>
  );
}

/** What the address asks for; the language is the page's own until another is chosen. */
function useAsked(): Asked {
  const language = useLanguage();
  const asOf = useAsOf();
  const search = route.useSearch();
  return { ...search, language: search.language ?? language, ...(asOf ? { asOf } : {}) };
}

function Switches({ asked }: { asked: Asked }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const reads = useReads();
  const { label } = useVocabulary();
  const set = (part: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ to: '.', search: (before) => ({ ...before, ...part }), replace: true });
  const levels = LEVELS.filter(reads);
  const highest = levels.at(-1);
  return (
    <>
      <p className="soft small">
        <FormattedMessage id="paper.notKept" />
      </p>
      <Select
        label={intl.formatMessage({ id: 'paper.language' })}
        choices={LANGUAGES.map((id) => ({ id, label: OWN_NAMES[id] }))}
        value={asked.language ?? null}
        onChange={(id) => set({ language: LANGUAGES.find((l) => l === id) })}
      />
      <Select
        label={intl.formatMessage({ id: 'paper.level' })}
        help={intl.formatMessage({ id: 'paper.levelHelp' })}
        choices={levels.map((id) => ({ id, label: label('levels', id) }))}
        value={asked.maxLevel ?? highest ?? null}
        onChange={(id) => set({ maxLevel: id === highest ? undefined : LEVELS.find((l) => l === id) })}
      />
      <div className="field">
        <span className="field-label">
          <FormattedMessage id="paper.knownWhen" />
        </span>
        <AsOfControl />
      </div>
    </>
  );
}
