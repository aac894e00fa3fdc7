import { useState } from 'react';
import { Checkbox, CheckboxGroup, Label, type TextFieldProps } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { TextField } from '../../ui/field.tsx';
import '../../ui/choice.css';

interface Reader {
  id: string;
  name: string;
  detail: string;
}

interface ReadersProps {
  people: readonly Reader[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** People to choose from. Typing narrows them; Enter takes the first that is left. */
export function Readers({ people, value, onChange }: ReadersProps) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const fitting = people.filter(({ name, detail }) => plain(`${name} ${detail}`).includes(plain(typed.trim())));
  const takeFirst: TextFieldProps['onKeyDown'] = (event) => {
    const [first] = fitting;
    // Other keys are for the page: the one that sends, among them.
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || typed.trim() === '' || !first)
      return event.continuePropagation();
    event.preventDefault();
    onChange(value.includes(first.id) ? value.filter((id) => id !== first.id) : [...value, first.id]);
    setTyped('');
  };
  return (
    <div className="readers">
      <TextField
        label={intl.formatMessage({ id: 'paper.find' })}
        help={intl.formatMessage({ id: 'paper.findHelp' })}
        autoFocus
        onKeyDown={takeFirst}
        value={typed}
        onChange={setTyped}
      />
      {people.length === 0 && (
        <p>
          <FormattedMessage id="paper.nobody" />
        </p>
      )}
      <CheckboxGroup value={[...value]} onChange={onChange}>
        <Label className="visually-hidden">
          <FormattedMessage id="paper.readers" />
        </Label>
        <div className="choices">
          {fitting.map(({ id, name, detail }) => (
            <Checkbox key={id} value={id} className="choice">
              <span className="choice-mark" aria-hidden="true" />
              <span>
                <bdi>{name}</bdi>
                <span className="soft small choice-detail">{detail}</span>
              </span>
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    </div>
  );
}
