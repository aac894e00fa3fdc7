import { FormattedMessage, useIntl } from 'react-intl';
import type { MissionSettings } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { useLanguage } from '../../app/preferences.ts';
import { useVocabulary } from '../../app/vocabulary.ts';

/** What kind of mission this is, and what its people must know before they trust the house. */
export function FrameworkText({ mission: { document } }: { mission: MissionSettings }) {
  const intl = useIntl();
  const language = useLanguage();
  const { label } = useVocabulary();
  return (
    <Section title={document.name[language]} lede={document.description[language]}>
      <h3>
        <FormattedMessage id="house.limits" />
      </h3>
      <ul className="sentences">
        {document.limits.map(({ text, source }) => (
          <li key={text.en}>
            {text[language]}
            {!source.startsWith('[') && (
              <span className="soft small">
                {' '}
                <bdi lang="en">({source})</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      <h3>
        <FormattedMessage id="house.indicators" />
      </h3>
      <p>{intl.formatList(document.indicators.map((code) => label('indicators', code)))}</p>
    </Section>
  );
}
