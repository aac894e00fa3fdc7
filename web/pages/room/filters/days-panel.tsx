import { FormattedMessage, useIntl } from 'react-intl';
import { missionDay } from '../../../app/clock.ts';
import { useMission } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/date-field.tsx';
import { useRoom } from '../use-room.ts';

const DAY_MS = 86_400_000;
/** What reports are made of: a day, a week, a month, a year, back from the mission's now. */
const SPANS = [1, 7, 30, 365] as const;

export function DaysPanel() {
  const intl = useIntl();
  const { search, change } = useRoom();
  const { now, timeZone } = useMission();
  const daysBack = (n: number) => missionDay(new Date(Date.parse(now) - n * DAY_MS).toISOString(), timeZone);
  return (
    <>
      <div className="filter-days">
        <DayField
          label={intl.formatMessage({ id: 'filter.from' })}
          about="days"
          value={search.from ?? null}
          onChange={(day) => change({ from: day ?? undefined })}
        />
        <DayField
          label={intl.formatMessage({ id: 'filter.to' })}
          about="days"
          value={search.to ?? null}
          onChange={(day) => change({ to: day ?? undefined })}
        />
      </div>
      <div className="filters-spans">
        {SPANS.map((n) => (
          <Button key={n} look="bare" onPress={() => change({ from: daysBack(n), to: undefined })}>
            <FormattedMessage id="filter.lastDays" values={{ n }} />
          </Button>
        ))}
      </div>
    </>
  );
}
