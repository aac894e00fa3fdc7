import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { changePassphrase } from '../../api/account.ts';
import { Section } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { say } from '../../ui/toast.tsx';
import { useRefusalText } from './refusal.ts';

/** Changing it ends every session, this one too. */
export function Passphrase({ isSet }: { isSet: boolean }) {
  const intl = useIntl();
  const client = useQueryClient();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && next !== again;
  const changing = useMutation({
    mutationFn: () => changePassphrase(isSet ? current : null, next),
    onSuccess: async () => {
      say(intl.formatMessage({ id: 'own.passphraseChanged' }));
      client.clear();
      await navigate({ to: '/sign-in' });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'signIn.passphrase' })}
      lede={<FormattedMessage id={isSet ? 'own.passphraseHelp' : 'own.passphraseNone'} />}
    >
      <form className="narrow-form" onSubmit={submit}>
        {isSet && (
          <TextField
            label={intl.formatMessage({ id: 'own.current' })}
            type="password"
            autoComplete="current-password"
            isRequired
            value={current}
            onChange={setCurrent}
          />
        )}
        <TextField
          label={intl.formatMessage({ id: 'own.next' })}
          type="password"
          autoComplete="new-password"
          isRequired
          value={next}
          onChange={setNext}
        />
        <TextField
          label={intl.formatMessage({ id: 'setUp.again' })}
          error={differs ? intl.formatMessage({ id: 'setUp.differs' }) : undefined}
          type="password"
          autoComplete="new-password"
          isRequired
          value={again}
          onChange={setAgain}
        />
        {changing.isError && <Refused>{refusalText(changing.error)}</Refused>}
        <div className="acts">
          <Button
            type="submit"
            isDisabled={(isSet && current === '') || next === '' || next !== again}
            isPending={changing.isPending}
          >
            <FormattedMessage id="own.changePassphrase" />
          </Button>
        </div>
      </form>
    </Section>
  );
}
