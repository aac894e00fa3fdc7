import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Labels, MissionSettings } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { useMay } from '../../app/session.ts';
import { isBlank, isWhole, LabelsFields } from './labels-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import { useChange } from './use-change.ts';

/** Words that missions say differently; the server knows the same seven. */
const WORDS = ['alert', 'response', 'responder', 'patrol', 'escort', 'base', 'leader'] as const;
const BLANK: Labels = { en: '', fr: '', ar: '' };

/** The mission's own words; where it has none, the house's stand. */
export function Words({ mission }: { mission: MissionSettings }) {
  const intl = useIntl();
  const isReadOnly = !useMay()('mission.manage');
  const saved = mission.document.words;
  const [words, setWords] = useState(saved);
  const saving = useChange(mission);
  const said = Object.fromEntries(Object.entries(words).filter(([, value]) => value && !isBlank(value)));
  const isWholly = Object.values(said).every((value) => value && isWhole(value));
  return (
    <Section title={intl.formatMessage({ id: 'house.words' })} lede={<FormattedMessage id="house.wordsHelp" />}>
      <div className="words">
        {WORDS.map((word) => (
          <LabelsFields
            key={word}
            legend={intl.formatMessage({ id: `house.word.${word}` })}
            value={words[word] ?? BLANK}
            onChange={(value) => setWords({ ...words, [word]: value })}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
      {!isWholly && (
        <p className="field-error" role="status">
          <FormattedMessage id="house.allThree" />
        </p>
      )}
      <SaveBar
        isChanged={JSON.stringify(said) !== JSON.stringify(saved)}
        isValid={isWholly}
        saving={saving}
        onSave={() => saving.mutate({ document: { ...mission.document, words: said } })}
        onUndo={() => setWords(saved)}
      />
    </Section>
  );
}
