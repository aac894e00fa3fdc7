import { useIntl } from 'react-intl';
import { TIME_PRECISIONS } from '../../../../src/vocabulary/codes.ts';
import { instantOf, missionClock } from '../../../app/clock.ts';
import { useMission } from '../../../app/session.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { DayField, MomentField } from '../../../ui/date-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../form-context.ts';

/** Precisions at which a moment on the clock means something. */
const TIMED = ['minute', 'hour'];

export function WhenSection() {
  const intl = useIntl();
  const { timeZone } = useMission();
  const { core, setCore, problem } = useForm();
  const { choices } = useVocabulary();
  const { when } = core;
  const set = (change: Partial<typeof when>) => setCore({ when: { ...when, ...change } });
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'form.timePrecision' })}
        about="timePrecision"
        help={intl.formatMessage({ id: 'form.timePrecisionHelp' })}
        choices={choices('time-precisions', TIME_PRECISIONS)}
        value={when.precision}
        onChange={(id) => {
          const precision = TIME_PRECISIONS.find((p) => p === id) ?? when.precision;
          set({ precision, at: TIMED.includes(precision) ? when.at : null });
        }}
      />
      {TIMED.includes(when.precision) ? (
        <MomentField
          label={intl.formatMessage({ id: 'form.at' })}
          about="at"
          help={intl.formatMessage({ id: 'form.atHelp' }, { timeZone })}
          value={when.at ? missionClock(when.at, timeZone) : null}
          onChange={(moment) =>
            moment && set({ at: instantOf(moment, timeZone), from: moment.slice(0, 10), to: moment.slice(0, 10) })
          }
          error={problem('core.when')}
        />
      ) : (
        <>
          <DayField
            label={intl.formatMessage({ id: 'form.firstDay' })}
            about="firstDay"
            help={intl.formatMessage({ id: 'form.firstDayHelp' })}
            value={when.from}
            onChange={(from) => from && set({ from, to: when.to < from || when.precision === 'day' ? from : when.to })}
          />
          {when.precision !== 'day' && (
            <DayField
              label={intl.formatMessage({ id: 'form.lastDay' })}
              about="lastDay"
              help={intl.formatMessage({ id: 'form.lastDayHelp' })}
              value={when.to}
              onChange={(to) => to && set({ to })}
              error={problem('core.when')}
            />
          )}
        </>
      )}
    </>
  );
}
