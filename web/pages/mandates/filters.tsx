/** Which paragraphs are shown: by task, by whether somebody confirmed them; and confirming those that are shown. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Mandate, Provision } from '../../../src/mandates/contract.ts';
import { MANDATE_TASKS } from '../../../src/vocabulary/codes.ts';
import { confirmMany, mandateKeys } from '../../api/mandates.ts';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { Select } from '../../ui/select.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';
import type { ReadingSearch } from './search.ts';

const route = getRouteApi('/m/$mission/mandates/$id');
const ALL = 'all';

interface FiltersProps {
  mandate: Mandate;
  shown: readonly Provision[];
  canReview: boolean;
}

export function Filters({ mandate, shown, canReview }: FiltersProps) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const show = (change: ReadingSearch) => navigate({ to: '.', search: (before) => ({ ...before, ...change }) });
  const given = new Set<string>(mandate.provisions.flatMap(({ codes }) => codes.map(({ code }) => code)));
  const unconfirmed = shown.filter(({ review }) => review === 'read');
  const isNarrowed = search.task !== undefined || search.open !== undefined;
  return (
    <div className="mandate-filters">
      <Select
        label={intl.formatMessage({ id: 'texts.byTask' })}
        choices={[
          { id: ALL, label: intl.formatMessage({ id: 'texts.allTasks' }) },
          ...choices(
            'mandate-tasks',
            MANDATE_TASKS.filter((task) => given.has(task)),
          ),
        ]}
        value={search.task ?? ALL}
        onChange={(id) => show({ task: id === ALL ? undefined : id })}
      />
      <Button
        aria-pressed={search.open !== undefined}
        className="mandate-open"
        onPress={() => show({ open: search.open ? undefined : '1' })}
      >
        <FormattedMessage id="texts.openOnly" />
      </Button>
      {canReview && isNarrowed && unconfirmed.length > 0 && (
        <Button onPress={() => setAsking(true)}>
          <FormattedMessage id="texts.confirmShown" values={{ n: unconfirmed.length }} />
        </Button>
      )}
      <p className="soft small" role="status">
        <FormattedMessage id="texts.shown" values={{ n: shown.length, of: mandate.operative }} />
      </p>
      {isAsking && <ConfirmShown provisions={unconfirmed} mandate={mandate.id} onClose={() => setAsking(false)} />}
    </div>
  );
}

interface ConfirmProps {
  mandate: string;
  provisions: readonly Provision[];
  onClose: () => void;
}

/** Asked once more: what is confirmed is vouched for in one's own name. */
function ConfirmShown({ mandate, provisions, onClose }: ConfirmProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const n = provisions.length;
  const confirming = useMutation({
    mutationFn: () =>
      confirmMany(slug, mandate, { provisions: provisions.map(({ id, version }) => ({ id, version })) }),
    onSuccess: async ({ confirmed, left }) => {
      await client.invalidateQueries({ queryKey: mandateKeys(slug) });
      say(intl.formatMessage({ id: 'texts.confirmedMany' }, { n: confirmed.length, left: left.length }));
      onClose();
    },
  });
  return (
    <Dialog title={intl.formatMessage({ id: 'texts.confirmShown' }, { n })} isOpen onClose={onClose}>
      <p>
        <FormattedMessage id="texts.confirmShownHelp" />
      </p>
      {confirming.isError && <Refused>{errorText(confirming.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button look="need" isPending={confirming.isPending} onPress={() => confirming.mutate()}>
          <FormattedMessage id="texts.confirm" />
        </Button>
      </div>
    </Dialog>
  );
}
