import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { incidentKeys, incidentQuery, saveIncident } from '../../api/incidents.ts';
import { missionDay } from '../../app/clock.ts';
import { useMission, useReads, useSession } from '../../app/session.ts';
import { putInLine } from '../../line/outbox.ts';
import { isLineDown } from '../../line/reopen.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Skeleton, useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';
import { blankDraft, type Draft, draftOf, type Found, type GroupsFound, toInput } from './draft.ts';
import { dropDraft, findDraft, keepDraft } from './drafts.ts';
import { HandedOver } from './receipt.tsx';
import { RecordForm } from './record-form.tsx';

export function NewIncident() {
  const { slug, now, timeZone, levels } = useMission();
  const { person } = useSession();
  const [blank] = useState(() => blankDraft(missionDay(now, timeZone), levels));
  const { draft }: { draft?: string } = useSearch({ strict: false });
  const reads = useReads();
  const found: GroupsFound = { account: 'none', protected: reads('strictly_confidential') ? 'none' : 'hidden' };
  return <DraftLoader draftKey={`${slug}/${person.id}/${draft ?? 'new'}`} start={blank} base={null} found={found} />;
}

export function EditIncident() {
  const intl = useIntl();
  const { slug } = useMission();
  const { person } = useSession();
  const reads = useReads();
  const { id = '' } = useParams({ strict: false });
  const record = useQuery({ ...incidentQuery(slug, id), refetchOnMount: 'always' });
  // A form that is open stays open when asking again fails.
  if (record.isLoadingError) return <ErrorState error={record.error} onRetry={() => record.refetch()} />;
  if (!record.data) return <Skeleton lines={12} label={intl.formatMessage({ id: 'record.loading' })} />;
  const { version, account, protected: names } = record.data;
  // An absent group is hidden or was never written; those who may write one are asked, and the server decides.
  const found = (group: object | undefined, mayWrite: boolean): Found =>
    group ? 'present' : mayWrite ? 'none' : 'hidden';
  return (
    <DraftLoader
      draftKey={`${slug}/${person.id}/${id}`}
      start={draftOf(record.data)}
      base={version}
      found={{
        account: found(account, reads('confidential')),
        protected: found(names, reads('strictly_confidential')),
      }}
    />
  );
}

/** How often a save that cannot be kept is tried again. */
const AGAIN_MS = 5000;

interface EditorProps {
  draftKey: string;
  start: Draft;
  base: number | null;
  found: GroupsFound;
}

/** Finds what was left here last time before anything is drawn, so that no field jumps. */
function DraftLoader(props: EditorProps) {
  const { draftKey } = props;
  const kept = useQuery({
    queryKey: ['draft', draftKey],
    queryFn: () => findDraft(draftKey),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
  if (kept.isPending) return null;
  return <Editor {...props} kept={kept.data ?? null} />;
}

function Editor({ draftKey, start, base, found, kept }: EditorProps & { kept: Awaited<ReturnType<typeof findDraft>> }) {
  const intl = useIntl();
  const { slug, timeZone } = useMission();
  const { person } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorText = useErrorText();
  // Names are never kept in the browser: a draft that is found again has those of the record.
  const [opened] = useState<Draft>(() => (kept ? { ...kept.draft, protected: start.protected } : start));
  const [draft, setDraft] = useState(opened);
  const [savedAt, setSavedAt] = useState(kept?.savedAt ?? null);
  const [madeOn, setMadeOn] = useState(kept ? kept.base : base);
  const isChanged = draft !== start && draft !== opened;

  useEffect(() => {
    if (!isChanged) return undefined;
    // Every letter at once: whoever closes the lid in the middle of a word finds the word.
    let latest = true;
    const at = new Date().toISOString();
    keepDraft({ key: draftKey, draft, base: madeOn, savedAt: at }).then(() => latest && setSavedAt(at));
    return () => {
      latest = false;
    };
  }, [isChanged, draftKey, draft, madeOn]);

  const show = (id: string) => navigate({ to: '/m/$mission/room/$id', params: { mission: slug, id } });
  const leave = () =>
    base === null ? navigate({ to: '/m/$mission/room', params: { mission: slug } }) : show(draft.id);
  const saving = useMutation({
    mutationFn: async (ready: Draft) => {
      const input = toInput(ready, found);
      const { protected: _names, ...rest } = ready;
      try {
        return await saveIncident(slug, input, madeOn);
      } catch (error) {
        if (!isLineDown(error) || input.protected) throw error;
        const at = new Date().toISOString();
        await putInLine(slug, person.id, { input, draft: rest, found, base: madeOn, at });
        return null;
      }
    },
    networkMode: 'always',
    // What names people waits in this page alone, and is tried again as long as it is open.
    retry: (_, error) => isLineDown(error),
    retryDelay: AGAIN_MS,
    onSuccess: async (written, { id }) => {
      await dropDraft(draftKey);
      if (written === null) {
        say(intl.formatMessage({ id: 'waiting.kept' }));
        return navigate({ to: '/m/$mission/room', params: { mission: slug } });
      }
      await client.invalidateQueries({ queryKey: incidentKeys(slug) });
      if (written.receipt) return;
      say(intl.formatMessage({ id: 'form.saved' }));
      await show(id);
    },
  });
  const discard = async () => {
    await dropDraft(draftKey);
    setDraft(start);
    setSavedAt(null);
    setMadeOn(base);
  };
  if (saving.data?.receipt) return <HandedOver receipt={saving.data.receipt} />;
  const heading = intl.formatMessage({ id: base === null ? 'form.new' : 'form.edit' });
  return (
    <div className="edit">
      <title>{`${heading} · Kinga`}</title>
      <h1>{heading}</h1>
      <RecordForm
        draft={draft}
        onChange={setDraft}
        onSave={(ready) => saving.mutate(ready)}
        onLeave={leave}
        isSaving={saving.isPending}
        found={found}
        notice={
          <>
            {saving.isPending && saving.failureCount > 0 && (
              <p className="field-error" role="alert">
                <FormattedMessage id="waiting.names" />
              </p>
            )}
            {saving.isError && (
              <p className="field-error" role="alert">
                {errorText(saving.error)}
              </p>
            )}
            {savedAt && (
              <span>
                <FormattedMessage
                  id={madeOn === base ? 'form.kept' : 'form.keptOld'}
                  values={{ time: intl.formatDate(savedAt, { dateStyle: 'medium', timeStyle: 'short', timeZone }) }}
                />{' '}
                <Button look="bare" onPress={discard}>
                  <FormattedMessage id="form.discard" />
                </Button>
              </span>
            )}
          </>
        }
      />
    </div>
  );
}
