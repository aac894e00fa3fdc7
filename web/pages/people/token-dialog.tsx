import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { makeToken, peopleKeys } from '../../api/people.ts';
import { useSession } from '../../app/session.ts';
import { useMomentText } from '../../app/use-as-of.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseAny } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField, TextField } from '../../ui/field.tsx';
import { Keepsake } from '../../ui/keepsake.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';

const USUAL_DAYS = 90;
const MOST_DAYS = 365;

/** Makes an API token with some of one's own verbs; it is shown once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { person, mission } = useSession();
  const client = useQueryClient();
  const errorText = useErrorText();
  const moment = useMomentText();
  const { choices } = useVocabulary();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [days, setDays] = useState<number | null>(USUAL_DAYS);
  const making = useMutation({
    mutationFn: () => makeToken(mission.slug, { name: name.trim(), scopes, days: days ?? USUAL_DAYS }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleKeys(mission.slug) }),
  });
  const title = intl.formatMessage({ id: 'staff.makeToken' });
  if (making.data) {
    return (
      <Dialog title={title} isOpen onClose={onClose}>
        <p>
          <FormattedMessage id="staff.tokenOnce" values={{ until: moment(making.data.expiresAt) }} />
        </p>
        <Keepsake label={intl.formatMessage({ id: 'staff.token' })} text={making.data.token} />
        <div className="dialog-acts">
          <Button look="need" onPress={onClose}>
            <FormattedMessage id="common.close" />
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <TextField
        label={intl.formatMessage({ id: 'staff.tokenName' })}
        help={intl.formatMessage({ id: 'staff.tokenNameHelp' })}
        value={name}
        onChange={setName}
      />
      <ChooseAny
        label={intl.formatMessage({ id: 'staff.column.verbs' })}
        help={intl.formatMessage({ id: 'staff.tokenVerbsHelp' })}
        choices={choices('verbs', person.verbs)}
        value={scopes}
        onChange={setScopes}
        columns
      />
      <NumberField
        label={intl.formatMessage({ id: 'staff.tokenDays' })}
        value={days}
        onChange={setDays}
        min={1}
        max={MOST_DAYS}
      />
      {making.isError && <Refused>{errorText(making.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          isDisabled={name.trim() === '' || scopes.length === 0 || days === null}
          isPending={making.isPending}
          onPress={() => making.mutate()}
        >
          <FormattedMessage id="staff.makeToken" />
        </Button>
      </div>
    </Dialog>
  );
}
