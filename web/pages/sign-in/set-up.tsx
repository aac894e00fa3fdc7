import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { setUp } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { EmptyState, useErrorText } from '../../ui/states.tsx';
import { LonePage } from './lone-page.tsx';

/** Five or six common words; the server has the last word. */
const SHORTEST_PASSPHRASE = 12;

/** The token stands behind `#` so that it reaches no server's log; it opens the house once. */
const tokenInAddress = () => new URLSearchParams(location.hash.slice(1)).get('token') ?? location.hash.slice(1);

export function SetUp() {
  const intl = useIntl();
  const [token] = useState(tokenInAddress);
  const title = intl.formatMessage({ id: 'setUp.title' });
  if (!token) {
    return (
      <LonePage title={title}>
        <EmptyState title={intl.formatMessage({ id: 'setUp.noToken' })}>
          <FormattedMessage id="setUp.noTokenText" />
        </EmptyState>
      </LonePage>
    );
  }
  return (
    <LonePage title={title}>
      <SetUpForm token={token} />
    </LonePage>
  );
}

function SetUpForm({ token }: { token: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = passphrase.length < SHORTEST_PASSPHRASE;
  const differs = passphrase !== again;
  const making = useMutation({
    mutationFn: () => setUp({ token, name: name.trim(), email: email.trim(), passphrase }),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/' });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!tooShort && !differs) making.mutate();
  };
  return (
    <form onSubmit={submit}>
      <p className="soft">
        <FormattedMessage id="setUp.intro" />
      </p>
      <TextField
        label={intl.formatMessage({ id: 'setUp.name' })}
        autoComplete="name"
        isRequired
        value={name}
        onChange={setName}
      />
      <TextField
        label={intl.formatMessage({ id: 'signIn.email' })}
        type="email"
        autoComplete="username"
        isRequired
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={intl.formatMessage({ id: 'signIn.passphrase' })}
        help={intl.formatMessage({ id: 'setUp.passphraseHelp' }, { n: SHORTEST_PASSPHRASE })}
        error={tried && tooShort ? intl.formatMessage({ id: 'setUp.tooShort' }, { n: SHORTEST_PASSPHRASE }) : undefined}
        type="password"
        autoComplete="new-password"
        isRequired
        value={passphrase}
        onChange={setPassphrase}
      />
      <TextField
        label={intl.formatMessage({ id: 'setUp.again' })}
        error={tried && differs ? intl.formatMessage({ id: 'setUp.differs' }) : undefined}
        type="password"
        autoComplete="new-password"
        isRequired
        value={again}
        onChange={setAgain}
      />
      {making.isError && (
        <p className="field-error" role="alert">
          {errorText(making.error)}
        </p>
      )}
      <Button look="need" type="submit" isPending={making.isPending}>
        <FormattedMessage id="setUp.make" />
      </Button>
    </form>
  );
}
