import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/date-field.tsx';
import { useRoom } from '../use-room.ts';
import { SPANS, useDaysBack } from './spans.ts';

export function DaysPanel() {
  const intl = useIntl();
  const { search, change } = useRoom();
  const daysBack = useDaysBack();
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
