import { useIntl } from 'react-intl';
import { LANGUAGES } from '../../../src/vocabulary/codes.ts';
import type { Labels } from '../../api/mission.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { TextField } from '../../ui/field.tsx';

interface LabelsFieldsProps {
  /** What is named. */
  legend: string;
  value: Labels;
  onChange: (value: Labels) => void;
  isReadOnly?: boolean;
  /** Lines to show; several hold a longer text. */
  lines?: number;
}

const MOST = { name: 120, text: 600 };

/** The same words in the three languages of the house. */
export function LabelsFields({ legend, value, onChange, isReadOnly = false, lines = 1 }: LabelsFieldsProps) {
  const intl = useIntl();
  return (
    <fieldset className="labels">
      <legend className="visually-hidden">{legend}</legend>
      <div className="fields">
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={intl.formatMessage({ id: 'house.inLanguage' }, { what: legend, language: OWN_NAMES[language] })}
            lines={lines}
            maxLength={lines > 1 ? MOST.text : MOST.name}
            isReadOnly={isReadOnly}
            value={value[language]}
            onChange={(text) => onChange({ ...value, [language]: text })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Words are said in all three languages or in none. */
export const isWhole = (value: Labels): boolean => LANGUAGES.every((language) => value[language].trim() !== '');
export const isBlank = (value: Labels): boolean => LANGUAGES.every((language) => value[language].trim() === '');
