/** Following an invitation: the link says what one may; name, address and passphrase are one's own. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { join, joinWithAccount } from '../../api/account.ts';
import { sessionQuery } from '../../api/session.ts';
import { useLanguage } from '../../app/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { LonePage } from '../sign-in/lone-page.tsx';
import { useRefusalText } from './refusal.ts';

/** The server asks for as many; it has the last word. */
const SHORTEST_PASSPHRASE = 14;

export function Join() {
  const intl = useIntl();
  const [token] = useState(() => location.hash.slice(1));
  return (
    <LonePage title={intl.formatMessage({ id: 'join.title' })}>
      {token ? (
        <Joining token={token} />
      ) : (
        <EmptyState title={intl.formatMessage({ id: 'join.noToken' })}>
          <FormattedMessage id="join.noTokenText" />
        </EmptyState>
      )}
    </LonePage>
  );
}

/** Whoever is signed in joins with the account they have, unless they say that they are somebody else. */
function Joining({ token }: { token: string }) {
  const { data: session, isPending } = useQuery(sessionQuery());
  const [asOther, setAsOther] = useState(false);
  if (isPending) return null;
  if (!session || asOther) return <JoinForm token={token} />;
  return <JoinAs token={token} person={session.person} onOther={() => setAsOther(true)} />;
}

interface JoinAsProps {
  token: string;
  person: { name: string; email: string };
  onOther: () => void;
}

function JoinAs({ token, person: { name, email }, onOther }: JoinAsProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const joining = useMutation({
    mutationFn: () => joinWithAccount(token),
    onSuccess: async ({ mission }) => {
      client.clear();
      await navigate({ to: '/m/$mission/room', params: { mission } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        joining.mutate();
      }}
    >
      <p className="soft">
        <FormattedMessage id="join.asIntro" />
      </p>
      <p>
        <b dir="auto">{name}</b>
        <br />
        <bdi className="soft">{email}</bdi>
      </p>
      {joining.isError && <Refused>{refusalText(joining.error)}</Refused>}
      <Button look="need" type="submit" isPending={joining.isPending}>
        <FormattedMessage id="join.enter" />
      </Button>
      <Button look="bare" onPress={onOther}>
        <FormattedMessage id="join.asOther" />
      </Button>
    </form>
  );
}

function JoinForm({ token }: { token: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const client = useQueryClient();
  const language = useLanguage();
  const refusalText = useRefusalText();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = [...passphrase].length < SHORTEST_PASSPHRASE;
  const differs = passphrase !== again;
  const joining = useMutation({
    mutationFn: () => join({ token, name: name.trim(), email: email.trim(), passphrase, language }),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/' });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!tooShort && !differs) joining.mutate();
  };
  const shortest = { n: SHORTEST_PASSPHRASE };
  return (
    <form onSubmit={submit}>
      <p className="soft">
        <FormattedMessage id="join.intro" />
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
        help={intl.formatMessage({ id: 'setUp.passphraseHelp' }, shortest)}
        error={tried && tooShort ? intl.formatMessage({ id: 'setUp.tooShort' }, shortest) : undefined}
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
      {joining.isError && <Refused>{refusalText(joining.error)}</Refused>}
      <Button
        look="need"
        type="submit"
        isDisabled={[name, email, passphrase].some((text) => text.trim() === '')}
        isPending={joining.isPending}
      >
        <FormattedMessage id="join.enter" />
      </Button>
    </form>
  );
}
