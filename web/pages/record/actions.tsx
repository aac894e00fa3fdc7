import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Incident } from '../../../src/incidents/contract.ts';
import { useCommands, useKeyCommand } from '../../app/commands/registry.ts';
import { useMay, VERBS } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { useRoom } from '../room/use-room.ts';

const DecideDialog = lazy(() => import('./decide-dialog.tsx'));

/** What may be done with the current version. An outside record is its source's: it is decided here, never edited. */
export function Actions({ record }: { record: Incident }) {
  const may = useMay();
  const navigate = useNavigate();
  const { mission } = useRoom();
  const [deciding, setDeciding] = useState<'confirm' | 'verify' | null>(null);
  const canEdit = may(VERBS.edit) && record.core.origin.dataset === 'own';
  const edit = () => navigate({ to: '/m/$mission/incidents/$id/edit', params: { mission, id: record.id } });
  const canFlash = may('brief.compose') && record.core.kind === 'incident';
  const flash = () =>
    navigate({ to: '/m/$mission/briefs/preview', params: { mission }, search: { kind: 'flash', at: record.id } });
  const key = useKeyCommand();
  useCommands(() => [
    ...key('edit', 'record', canEdit, edit),
    ...key('flash', 'record', canFlash, flash),
    ...key('confirm', 'record', may(VERBS.confirm), () => setDeciding('confirm')),
    ...key('verify', 'record', may(VERBS.verify), () => setDeciding('verify')),
  ]);
  if (!canEdit && !canFlash && !may(VERBS.confirm) && !may(VERBS.verify)) return null;
  return (
    <div className="record-acts">
      {may(VERBS.confirm) && (
        <Button look="need" hint="v" onPress={() => setDeciding('confirm')}>
          <FormattedMessage id="act.confirm" />
        </Button>
      )}
      {may(VERBS.verify) && (
        <Button hint="h" onPress={() => setDeciding('verify')}>
          <FormattedMessage id="act.verify" />
        </Button>
      )}
      {canEdit && (
        <Button hint="e" onPress={edit}>
          <FormattedMessage id="act.edit" />
        </Button>
      )}
      {canFlash && (
        <Button hint="f" onPress={flash}>
          <FormattedMessage id="act.flash" />
        </Button>
      )}
      <Suspense>
        {deciding && <DecideDialog record={record} act={deciding} onClose={() => setDeciding(null)} />}
      </Suspense>
    </div>
  );
}
