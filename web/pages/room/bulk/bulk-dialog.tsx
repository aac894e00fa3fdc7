import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BulkAnswer, BulkChange } from '../../../../src/incidents/bulk/contract.ts';
import { changeMany } from '../../../api/bulk.ts';
import { incidentKeys, rowsQuery } from '../../../api/incidents.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Refused } from '../../../ui/loaded.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { say } from '../../../ui/toast.tsx';
import { rowTitle } from '../../../words/row-title.ts';
import { useRoom } from '../use-room.ts';
import { BulkForm, type Form, isWhole, NEW, toChange } from './bulk-form.tsx';
import { NOTHING, useChoosing } from './chosen.ts';

interface BulkDialogProps {
  act: BulkChange['act'];
  n: number;
  onClose: () => void;
}

/** Says once more how many it is about; then what became of each. */
export default function BulkDialog({ act, n, onClose }: BulkDialogProps) {
  const intl = useIntl();
  const { mission, filter } = useRoom();
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { choosing, setChoosing } = useChoosing();
  const [form, setForm] = useState<Form>(NEW);
  const { asOf: _, ...matching } = filter;
  const changing = useMutation({
    mutationFn: () =>
      changeMany(mission, {
        ...(choosing.all
          ? { filter: matching }
          : { records: [...choosing.chosen].map(([id, version]) => ({ id, version })) }),
        change: toChange(act, form),
      }),
    onSuccess: async ({ job, outcomes }) => {
      await client.invalidateQueries({ queryKey: incidentKeys(mission) });
      if (job) {
        say(intl.formatMessage({ id: 'bulk.job' }));
        await navigate({ to: '/m/$mission/jobs', params: { mission } });
      } else if (outcomes.every(({ outcome }) => outcome !== 'refused')) {
        say(intl.formatMessage({ id: 'bulk.done' }, { n: outcomes.length }));
        setChoosing(NOTHING);
        onClose();
      }
    },
  });
  const answer = changing.data;
  const [first] = choosing.chosen.keys();
  return (
    <Dialog title={intl.formatMessage({ id: `bulk.${act}` })} isOpen onClose={onClose}>
      {answer && answer.job === null ? (
        <Outcome answer={answer} />
      ) : (
        <>
          <p className="soft small">
            <FormattedMessage id={`bulk.${act}Help`} values={{ n }} />
          </p>
          <BulkForm act={act} form={form} onChange={setForm} record={first} />
          {changing.isError && <Refused>{errorText(changing.error)}</Refused>}
        </>
      )}
      <div className="dialog-acts">
        {/* Another one once it is answered: the focus was on the button that has gone, and Escape must be heard. */}
        <Button key={answer ? 'close' : 'cancel'} autoFocus={answer !== undefined} onPress={onClose}>
          <FormattedMessage id={answer ? 'common.close' : 'common.cancel'} />
        </Button>
        {!answer && (
          <Button
            look="need"
            isDisabled={!isWhole(act, form)}
            isPending={changing.isPending}
            onPress={() => changing.mutate()}
          >
            <FormattedMessage id="bulk.change" values={{ n }} />
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ answer: { outcomes } }: { answer: BulkAnswer }) {
  const intl = useIntl();
  const { mission } = useRoom();
  const { label } = useVocabulary();
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
  const { data: rows = [] } = useQuery(
    rowsQuery(
      mission,
      refused.map(({ id }) => id),
    ),
  );
  return (
    <>
      <p role="status">
        <FormattedMessage id="bulk.outcome" values={{ n: outcomes.length - refused.length, refused: refused.length }} />
      </p>
      <ul className="bulk-refused">
        {refused.map(({ id, message }) => {
          const row = rows.find((one) => one.id === id);
          return (
            <li key={id}>
              <b>{row ? rowTitle(intl, label, row) : id.slice(0, 8)}</b>
              <span className="soft">{message}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
