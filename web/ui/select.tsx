import {
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
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

/** One of a few. */
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
        <ListBox className="menu" items={choices}>
          {({ id, label }) => (
            <ListBoxItem id={id} className="menu-item" textValue={label}>
              {label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

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
