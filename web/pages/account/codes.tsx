import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { accountKeys, offerCodes, turnCodesOff, turnCodesOn } from '../../api/account.ts';
import { Section } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { Circle } from '../../ui/marks.tsx';
import { say } from '../../ui/toast.tsx';
import { useRefusalText } from './refusal.ts';

/** One-time codes of an authenticator: a stolen passphrase alone opens nothing. */
export function Codes({ isOn }: { isOn: boolean }) {
  const intl = useIntl();
  const client = useQueryClient();
  const done = (id: string) => {
    client.invalidateQueries({ queryKey: accountKeys });
    say(intl.formatMessage({ id }));
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'own.codes' })}
      lede={<FormattedMessage id="own.codesHelp" />}
      aside={
        <span className="status">
          <Circle fill={isOn ? 'full' : 'empty'} />
          <FormattedMessage id={isOn ? 'staff.codesOn' : 'staff.codesOff'} />
        </span>
      }
    >
      {isOn ? <TurnOff onDone={() => done('own.codesNowOff')} /> : <TurnOn onDone={() => done('own.codesNowOn')} />}
    </Section>
  );
}

function TurnOn({ onDone }: { onDone: () => void }) {
  const intl = useIntl();
  const refusalText = useRefusalText();
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const offer = useMutation({ mutationFn: offerCodes });
  const secret = offer.data?.secret ?? '';
  const turning = useMutation({
    mutationFn: () => turnCodesOn({ secret, code: code.trim(), passphrase }),
    onSuccess: onDone,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    turning.mutate();
  };
  if (!offer.data) {
    return (
      <div className="acts">
        <Button isDisabled={offer.isPending} onPress={() => offer.mutate()}>
          <FormattedMessage id="own.codesOn" />
        </Button>
        {offer.isError && <Refused>{refusalText(offer.error)}</Refused>}
      </div>
    );
  }
  return (
    <form className="codes" onSubmit={submit}>
      <img src={offer.data.qr} width="180" height="180" alt={intl.formatMessage({ id: 'own.qr' })} />
      <div className="codes-steps">
        <p>
          <FormattedMessage id="own.scan" />
        </p>
        <p className="code" dir="ltr">
          {secret}
        </p>
        <TextField
          label={intl.formatMessage({ id: 'own.code' })}
          inputMode="numeric"
          autoComplete="one-time-code"
          isRequired
          autoFocus
          value={code}
          onChange={setCode}
        />
        <TextField
          label={intl.formatMessage({ id: 'signIn.passphrase' })}
          type="password"
          autoComplete="current-password"
          isRequired
          value={passphrase}
          onChange={setPassphrase}
        />
        {turning.isError && <Refused>{refusalText(turning.error)}</Refused>}
        <div className="acts">
          <Button
            look="need"
            type="submit"
            isDisabled={code.trim() === '' || passphrase === ''}
            isPending={turning.isPending}
          >
            <FormattedMessage id="own.confirm" />
          </Button>
          <Button onPress={() => offer.reset()}>
            <FormattedMessage id="common.cancel" />
          </Button>
        </div>
      </div>
    </form>
  );
}

function TurnOff({ onDone }: { onDone: () => void }) {
  const intl = useIntl();
  const refusalText = useRefusalText();
  const [passphrase, setPassphrase] = useState('');
  const turning = useMutation({ mutationFn: () => turnCodesOff(passphrase), onSuccess: onDone });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    turning.mutate();
  };
  return (
    <form className="narrow-form" onSubmit={submit}>
      <TextField
        label={intl.formatMessage({ id: 'signIn.passphrase' })}
        type="password"
        autoComplete="current-password"
        isRequired
        value={passphrase}
        onChange={setPassphrase}
      />
      {turning.isError && <Refused>{refusalText(turning.error)}</Refused>}
      <div className="acts">
        <Button type="submit" isDisabled={passphrase === ''} isPending={turning.isPending}>
          <FormattedMessage id="own.codesOff" />
        </Button>
      </div>
    </form>
  );
}
