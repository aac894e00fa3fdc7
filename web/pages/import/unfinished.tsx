import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { Section } from '../../app/page.tsx';
import { useMission, useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { dropImport, type Kept, keptImportsQuery } from './kept.ts';

/** Files that were sent and not brought in: the server keeps them for a day. */
export function Unfinished({ onGoOn }: { onGoOn: (kept: Kept) => void }) {
  const intl = useIntl();
  const { slug } = useMission();
  const { person } = useSession();
  const { data: waiting = [], refetch } = useQuery(keptImportsQuery(slug, person.id));
  if (waiting.length === 0) return null;
  const forget = async (id: string) => {
    await dropImport(slug, person.id, id);
    await refetch();
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'bring.unfinished' })}
      lede={<FormattedMessage id="bring.unfinishedHelp" />}
    >
      <ul className="bring-waiting">
        {waiting.map((kept) => (
          <li key={kept.id}>
            <b dir="auto">{kept.name}</b>
            <span className="soft small">
              {intl.formatMessage({ id: `bring.step.${kept.step}` })} · {intl.formatTime(kept.at)}
            </span>
            <span className="acts">
              <Button onPress={() => onGoOn(kept)}>
                <FormattedMessage id="bring.goOn" />
              </Button>
              <Button
                look="bare"
                aria-label={intl.formatMessage({ id: 'bring.forgetOf' }, { name: kept.name })}
                onPress={() => forget(kept.id)}
              >
                <FormattedMessage id="bring.forget" />
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
