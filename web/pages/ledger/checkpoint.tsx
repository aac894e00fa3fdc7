import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { signCheckpoint } from '../../api/ledger.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Keepsake } from '../../ui/keepsake.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';

/** The ledger as it stands, signed: kept outside the house it proves later that nobody rewrote everything. */
export function Checkpoint() {
  const intl = useIntl();
  const { slug } = useMission();
  const errorText = useErrorText();
  const signing = useMutation({ mutationFn: () => signCheckpoint(slug) });
  const signed = signing.data;
  return (
    <Section
      title={intl.formatMessage({ id: 'chain.checkpoint' })}
      lede={<FormattedMessage id="chain.checkpointWhy" />}
    >
      {signing.isError && <Refused>{errorText(signing.error)}</Refused>}
      {signed && (
        <>
          <p role="status">
            <FormattedMessage id="chain.signed" values={{ n: signed.size }} />
          </p>
          <Keepsake
            label={intl.formatMessage({ id: 'chain.note' })}
            text={signed.text}
            fileName={`kinga-${slug}-${signed.size}.checkpoint.txt`}
          />
          <details className="small">
            <summary>
              <FormattedMessage id="chain.key" />
            </summary>
            <Keepsake label={intl.formatMessage({ id: 'chain.key' })} text={signed.key} />
          </details>
        </>
      )}
      <div className="acts">
        <Button look="need" isPending={signing.isPending} onPress={() => signing.mutate()}>
          <FormattedMessage id={signed ? 'chain.signAgain' : 'chain.sign'} />
        </Button>
      </div>
    </Section>
  );
}
