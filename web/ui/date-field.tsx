import { type CalendarDateTime, parseDate, parseDateTime } from '@internationalized/date';
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components';
import { type FieldFrame, FieldParts } from './field.tsx';

interface DayProps extends FieldFrame {
  /** `2026-03-11`, a calendar day of the mission; `null` while unset. */
  value: string | null;
  onChange: (day: string | null) => void;
}

/** A day, typed in the order that the page's language writes it. */
export function DayField({ value, onChange, ...frame }: DayProps) {
  return (
    <AriaDateField
      className="field"
      shouldForceLeadingZeros
      value={value ? parseDate(value) : null}
      onChange={(date) => onChange(date?.toString() ?? null)}
      isInvalid={frame.error !== undefined}
      validationBehavior="aria"
    >
      <FieldParts {...frame}>
        <DateInput className="control date">{(segment) => <DateSegment segment={segment} />}</DateInput>
      </FieldParts>
    </AriaDateField>
  );
}

interface MomentProps extends FieldFrame {
  /** `2026-03-11T09:40`, by the mission's clock. */
  value: string | null;
  onChange: (moment: string | null) => void;
}

/** A day and the minute. */
export function MomentField({ value, onChange, ...frame }: MomentProps) {
  return (
    <AriaDateField<CalendarDateTime>
      className="field"
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
      value={value ? parseDateTime(value) : null}
      onChange={(moment) => onChange(moment?.toString().slice(0, 16) ?? null)}
      isInvalid={frame.error !== undefined}
      validationBehavior="aria"
    >
      <FieldParts {...frame}>
        <DateInput className="control date">{(segment) => <DateSegment segment={segment} />}</DateInput>
      </FieldParts>
    </AriaDateField>
  );
}
