import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useIntl } from 'react-intl';

const route = getRouteApi('/m/$mission/ledger');

/** Only the lines of one record; its whole id stands in its address. */
export function RecordFilter() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { record } = route.useSearch();
  const [typed, setTyped] = useState(record ?? '');
  const look = (text: string) =>
    navigate({ to: '.', search: (before) => ({ ...before, record: text.trim() || undefined }) });
  const label = intl.formatMessage({ id: 'chain.record' });
  return (
    <SearchField
      className="ledger-filter"
      aria-label={label}
      value={typed}
      onChange={setTyped}
      onSubmit={look}
      onClear={() => look('')}
    >
      <Input className="control code" dir="ltr" placeholder={label} />
    </SearchField>
  );
}
