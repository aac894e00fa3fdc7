import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MISSION_FRAMEWORKS, type MissionFramework } from '../../../src/vocabulary/codes.ts';
import { setUp } from '../../api/session.ts';
import { useLanguage } from '../../app/preferences.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ComboBox, Select } from '../../ui/select.tsx';
import { EmptyState, useErrorText } from '../../ui/states.tsx';
import { LonePage } from './lone-page.tsx';
import { tokenInAddress } from './token.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const zonesLike = (text: string) =>
  ZONES.filter((zone) => zone.toLowerCase().includes(text.trim().toLowerCase())).map((zone) => ({
    id: zone,
    label: zone,
  }));

/** The mission's part of every address: short, Latin, and never empty. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'mission';

/** Five or six common words; the server has the last word. */
const SHORTEST_PASSPHRASE = 14;

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
  const [mission, setMission] = useState('');
  const [framework, setFramework] = useState<MissionFramework>('civilian_unarmed');
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const language = useLanguage();
  const { choices } = useVocabulary();
  const [tried, setTried] = useState(false);
  const tooShort = [...passphrase].length < SHORTEST_PASSPHRASE;
  const differs = passphrase !== again;
  const making = useMutation({
    mutationFn: () =>
      setUp({
        token,
        name,
        email,
        passphrase,
        language,
        missionName: mission,
        missionSlug: slugOf(mission),
        framework,
        timeZone,
      }),
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
      <h2>
        <FormattedMessage id="setUp.mission" />
      </h2>
      <TextField
        label={intl.formatMessage({ id: 'setUp.missionName' })}
        isRequired
        value={mission}
        onChange={setMission}
      />
      <Select
        label={intl.formatMessage({ id: 'setUp.framework' })}
        help={intl.formatMessage({ id: 'setUp.frameworkHelp' })}
        choices={choices('mission-frameworks', MISSION_FRAMEWORKS)}
        value={framework}
        onChange={(id) => setFramework(MISSION_FRAMEWORKS.find((f) => f === id) ?? framework)}
      />
      <ComboBox
        label={intl.formatMessage({ id: 'setUp.timeZone' })}
        help={intl.formatMessage({ id: 'setUp.timeZoneHelp' })}
        suggestions={zonesLike(timeZone)}
        text={timeZone}
        onText={setTimeZone}
        onPick={setTimeZone}
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
