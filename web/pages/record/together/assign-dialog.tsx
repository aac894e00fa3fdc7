import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Assignment } from '../../../../src/incidents/together/contract.ts';
import { incidentKeys } from '../../../api/incidents.ts';
import { assign, recordPeopleQuery } from '../../../api/together.ts';
import { useSession } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Refused } from '../../../ui/loaded.tsx';
import { Select } from '../../../ui/select.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { useRoom } from '../../room/use-room.ts';

const NOBODY = 'nobody';

interface AssignDialogProps {
  record: string;
  given: Assignment;
  onClose: () => void;
}

/** Only those are offered who see the record. */
export default function AssignDialog({ record, given, onClose }: AssignDialogProps) {
  const intl = useIntl();
  const { mission } = useRoom();
  const client = useQueryClient();
  const errorText = useErrorText();
  const me = useSession().person.id;
  const { data: people = [] } = useQuery(recordPeopleQuery(mission, record));
  const [person, setPerson] = useState(given.done ? NOBODY : (given.person ?? NOBODY));
  const [due, setDue] = useState(given.done ? null : given.due);
  const saving = useMutation({
    mutationFn: () =>
      assign(mission, record, given.version, {
        ...(person === NOBODY ? { person: null, due: null } : { person, due }),
        done: false,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: incidentKeys(mission) });
      onClose();
    },
  });
  const mineFirst = [...people].sort((a, b) => Number(b.id === me) - Number(a.id === me));
  return (
    <Dialog title={intl.formatMessage({ id: 'care.title' })} isOpen onClose={onClose}>
      <p className="soft small">
        <FormattedMessage id="care.help" />
      </p>
      <Select
        label={intl.formatMessage({ id: 'care.whom' })}
        choices={[
          { id: NOBODY, label: intl.formatMessage({ id: 'care.nobody' }) },
          ...mineFirst.map(({ id, name }) => ({
            id,
            label: id === me ? intl.formatMessage({ id: 'care.me' }, { name }) : name,
          })),
        ]}
        value={person}
        onChange={setPerson}
      />
      {person !== NOBODY && <DayField label={intl.formatMessage({ id: 'care.until' })} value={due} onChange={setDue} />}
      {saving.isError && <Refused>{errorText(saving.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button look="need" isPending={saving.isPending} onPress={() => saving.mutate()}>
          <FormattedMessage id="common.save" />
        </Button>
      </div>
    </Dialog>
  );
}
