/** One frame for everything that can be filled in: a label, the control, help beside it, and what is wrong with it. */
import type { ReactNode, Ref } from 'react';
import {
  NumberField as AriaNumberField,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps,
} from 'react-aria-components';
import type { Explained } from '../../src/vocabulary/codes.ts';
import { About } from './about.tsx';
import './field.css';

export interface FieldFrame {
  label: string;
  /** One sentence: what belongs here. */
  help?: ReactNode;
  error?: string | undefined;
  /** The field’s name in the vocabulary: a `?` beside the label tells what it means. */
  about?: Explained | undefined;
}

/** The label, and what it means one press away. */
export function FieldHead({ label, about }: Pick<FieldFrame, 'label' | 'about'>) {
  if (!about) return <Label className="field-label">{label}</Label>;
  return (
    <div className="field-head">
      <Label className="field-label">{label}</Label>
      <About field={about} name={label} />
    </div>
  );
}

/** Label and help around a control of React Aria; the parts find one another by context. */
export function FieldParts({ label, help, error, about, children }: FieldFrame & { children: ReactNode }) {
  return (
    <>
      <FieldHead label={label} about={about} />
      {children}
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}

type TextProps = FieldFrame &
  Omit<TextFieldProps, 'children' | 'className'> & {
    /** Lines to show; more than one makes it a text area. */
    lines?: number;
    inputRef?: Ref<HTMLInputElement>;
    placeholder?: string;
  };

export function TextField({ label, help, error, about, lines = 1, inputRef, placeholder, ...props }: TextProps) {
  return (
    <AriaTextField {...props} className="field" isInvalid={error !== undefined} validationBehavior="aria">
      <FieldParts label={label} help={help} error={error} about={about}>
        {lines > 1 ? (
          <TextArea className="control" rows={lines} dir="auto" placeholder={placeholder ?? ''} />
        ) : (
          <Input
            className="control"
            dir="auto"
            placeholder={placeholder ?? ''}
            {...(inputRef ? { ref: inputRef } : {})}
          />
        )}
      </FieldParts>
    </AriaTextField>
  );
}

type NumberProps = FieldFrame & {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  /** Digits after the point. */
  digits?: number;
  /** Shown to screen readers only: the column's heading says it to the eye. */
  hideLabel?: boolean;
};

/** An absent number is `null`, never zero. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  digits = 0,
  hideLabel,
  label,
  help,
  error,
  about,
}: NumberProps) {
  return (
    <AriaNumberField
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      formatOptions={{ maximumFractionDigits: digits, useGrouping: digits === 0 }}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
    >
      {hideLabel ? <Label className="visually-hidden">{label}</Label> : <FieldHead label={label} about={about} />}
      <Input className="control num" />
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaNumberField>
  );
}
