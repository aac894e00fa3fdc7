import {
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Autocomplete,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  SelectValue,
  Text,
  useFilter,
} from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Choice } from '../app/vocabulary.ts';
import { type FieldFrame, FieldParts } from './field.tsx';
import { Chevron } from './marks.tsx';
import './menu.css';

interface SelectProps extends FieldFrame {
  choices: readonly Choice[];
  value: string | null;
  onChange: (id: string) => void;
  isDisabled?: boolean;
}

/** From so many on a list is searched, not read. */
const MANY = 40;

/** One of a few, or of many that are searched by any part of their words. */
export function Select({ choices, value, onChange, isDisabled = false, ...frame }: SelectProps) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={frame.error !== undefined}
      isDisabled={isDisabled}
      validationBehavior="aria"
    >
      <FieldParts {...frame}>
        <Button className="control select">
          <SelectValue />
          <Chevron />
        </Button>
      </FieldParts>
      <Popover className="popover" offset={3}>
        {choices.length < MANY ? <Choices choices={choices} /> : <Searched choices={choices} />}
      </Popover>
    </AriaSelect>
  );
}

function Searched({ choices }: Pick<SelectProps, 'choices'>) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const label = useIntl().formatMessage({ id: 'choices.search' });
  return (
    <Autocomplete filter={contains}>
      <SearchField className="menu-search" aria-label={label} autoFocus>
        <Input className="control" dir="auto" placeholder={label} />
      </SearchField>
      <Choices choices={choices} />
    </Autocomplete>
  );
}

const Choices = ({ choices }: Pick<SelectProps, 'choices'>) => (
  <ListBox className="menu" items={choices} renderEmptyState={() => <NoChoice />}>
    {({ id, label }) => (
      <ListBoxItem id={id} className="menu-item" textValue={label}>
        {label}
      </ListBoxItem>
    )}
  </ListBox>
);

const NoChoice = () => (
  <p className="soft menu-none">
    <FormattedMessage id="choices.none" />
  </p>
);

interface Suggestion extends Choice {
  detail?: string;
}

interface ComboBoxProps extends FieldFrame {
  /** What fits what was typed; the caller searches. */
  suggestions: readonly Suggestion[];
  text: string;
  onText: (text: string) => void;
  onPick: (id: string) => void;
}

/** Free text with suggestions: a name that nobody has listed yet is as good as any. */
export function ComboBox({ suggestions, text, onText, onPick, ...frame }: ComboBoxProps) {
  return (
    <AriaComboBox
      className="field"
      items={suggestions}
      inputValue={text}
      onInputChange={onText}
      onChange={(key) => key !== null && onPick(String(key))}
      allowsCustomValue
      menuTrigger="input"
      isInvalid={frame.error !== undefined}
      validationBehavior="aria"
    >
      <FieldParts {...frame}>
        <div className="combo">
          <Input className="control" dir="auto" />
          <Button>
            <Chevron />
          </Button>
        </div>
      </FieldParts>
      <Popover className="popover" offset={3}>
        <ListBox<Suggestion> className="menu">
          {({ id, label, detail }) => (
            <ListBoxItem id={id} className="menu-item" textValue={label}>
              <Text slot="label">{label}</Text>
              {detail && (
                <Text slot="description" className="soft small">
                  {detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
