import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ApiError } from '../../api/client.ts';
import { signIn } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { LonePage } from './lone-page.tsx';

export function SignIn() {
  const intl = useIntl();
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [email, setEmail] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const entering = useMutation({
    mutationFn: () => signIn({ email: email.trim(), passphrase, ...(code ? { code } : {}) }),
    onSuccess: async () => {
      client.clear();
      await navigate({ href: to ?? '/' });
    },
  });
  const refused = entering.error instanceof ApiError && entering.error.status === 401;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    entering.mutate();
  };
  return (
    <LonePage title={intl.formatMessage({ id: 'signIn.title' })}>
      <form onSubmit={submit}>
        <TextField
          label={intl.formatMessage({ id: 'signIn.email' })}
          type="email"
          autoComplete="username"
          isRequired
          autoFocus
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={intl.formatMessage({ id: 'signIn.passphrase' })}
          type="password"
          autoComplete="current-password"
          isRequired
          value={passphrase}
          onChange={setPassphrase}
        />
        <TextField
          label={intl.formatMessage({ id: 'signIn.code' })}
          help={intl.formatMessage({ id: 'signIn.codeHelp' })}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
        {entering.isError && (
          <p className="field-error" role="alert">
            {refused ? <FormattedMessage id="signIn.refused" /> : errorText(entering.error)}
          </p>
        )}
        <Button look="need" type="submit" isPending={entering.isPending}>
          <FormattedMessage id="signIn.enter" />
        </Button>
      </form>
    </LonePage>
  );
}
