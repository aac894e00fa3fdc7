import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Section } from '../../app/page.tsx';
import { useMission, useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { dropImport, type Kept, keptImports } from './kept.ts';

/** Files that were sent and not brought in: the server keeps them for a day. */
export function Unfinished({ onGoOn }: { onGoOn: (kept: Kept) => void }) {
  const intl = useIntl();
  const { slug } = useMission();
  const { person } = useSession();
  const [waiting, setWaiting] = useState(() => keptImports(slug, person.id));
  if (waiting.length === 0) return null;
  const forget = (id: string) => {
    dropImport(slug, person.id, id);
    setWaiting(keptImports(slug, person.id));
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
