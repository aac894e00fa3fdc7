import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MissionSettings } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { useLanguage } from '../../app/preferences.ts';
import { useMay } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { isWhole, LabelsFields } from './labels-fields.tsx';
import { OrderedChoice } from './ordered-choice.tsx';
import { SaveBar } from './save-bar.tsx';
import { useChange } from './use-change.ts';

const ChooseAgain = lazy(() => import('./choose-again.tsx'));

/** What kind of mission this is, what it is measured by, and what its people must know before they trust the house. */
export function Framework({ mission }: { mission: MissionSettings }) {
  const intl = useIntl();
  const language = useLanguage();
  const { label } = useVocabulary();
  const may = useMay()('mission.manage');
  const { document } = mission;
  const [choosing, setChoosing] = useState(false);
  return (
    <Section
      title={document.name[language]}
      lede={document.description[language]}
      aside={
        may && (
          <Button onPress={() => setChoosing(true)}>
            <FormattedMessage id="house.chooseAgain" />
          </Button>
        )
      }
    >
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
      {may ? (
        <OwnCopy mission={mission} />
      ) : (
        <p>{intl.formatList(document.indicators.map((code) => label('indicators', code)))}</p>
      )}
      <Suspense>{choosing && <ChooseAgain mission={mission} onClose={() => setChoosing(false)} />}</Suspense>
    </Section>
  );
}

/** The mission's copy, in its own words; the framework that it began as stays as it is. */
function OwnCopy({ mission }: { mission: MissionSettings }) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const { name, description, indicators } = mission.document;
  const saved = { name, description, indicators };
  const [draft, setDraft] = useState(saved);
  const saving = useChange(mission);
  return (
    <>
      <OrderedChoice
        label={intl.formatMessage({ id: 'house.indicators' })}
        all={choices('indicators')}
        value={draft.indicators}
        onChange={(codes) => setDraft({ ...draft, indicators: codes })}
        isReadOnly={false}
      />
      <h3>
        <FormattedMessage id="house.ownCopy" />
      </h3>
      <LabelsFields
        legend={intl.formatMessage({ id: 'house.frameworkName' })}
        value={draft.name}
        onChange={(words) => setDraft({ ...draft, name: words })}
      />
      <LabelsFields
        legend={intl.formatMessage({ id: 'house.frameworkDescription' })}
        lines={3}
        value={draft.description}
        onChange={(words) => setDraft({ ...draft, description: words })}
      />
      <SaveBar
        isChanged={JSON.stringify(draft) !== JSON.stringify(saved)}
        isValid={isWhole(draft.name) && isWhole(draft.description)}
        saving={saving}
        onSave={() => saving.mutate({ document: { ...mission.document, ...draft } })}
        onUndo={() => setDraft(saved)}
      />
    </>
  );
}
