/** Choosing among words that are all in view: one of them, or any number. */
import { Checkbox, CheckboxGroup, Radio, RadioGroup, Text } from 'react-aria-components';
import type { Choice } from '../app/vocabulary.ts';
import './choice.css';
import { type FieldFrame, FieldHead } from './field.tsx';

interface OneProps extends Pick<FieldFrame, 'label' | 'about'> {
  choices: readonly (Choice & { detail?: string })[];
  value: string;
  onChange: (id: string) => void;
}

export function ChooseOne({ label, about, choices, value, onChange }: OneProps) {
  return (
    <RadioGroup className="field" value={value} onChange={onChange}>
      <FieldHead label={label} about={about} />
      {choices.map(({ id, label: word, detail }) => (
        <Radio key={id} value={id} className="choice">
          <span className="choice-mark choice-round" aria-hidden="true" />
          <span>
            {word}
            {detail && <span className="soft small choice-detail">{detail}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

interface AnyProps extends Pick<FieldFrame, 'label' | 'about'> {
  help?: string;
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** In columns, for forms; otherwise one under another. */
  columns?: boolean;
}

export function ChooseAny({ label, about, help, choices, value, onChange, columns = false }: AnyProps) {
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={onChange}>
      <FieldHead label={label} about={about} />
      <div className={columns ? 'choices choices-columns' : 'choices'}>
        {choices.map(({ id, label: word }) => (
          <Checkbox key={id} value={id} className="choice">
            <span className="choice-mark" aria-hidden="true" />
            {word}
          </Checkbox>
        ))}
      </div>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
    </CheckboxGroup>
  );
}
