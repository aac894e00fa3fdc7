import { useIntl } from 'react-intl';
import { Select } from '../../../ui/select.tsx';
import { useRoom } from '../use-room.ts';
import { useAreas } from './use-areas.ts';

export function AreaPanel() {
  const intl = useIntl();
  const { search, change } = useRoom();
  const areas = useAreas().sort((a, b) => a.label.localeCompare(b.label, intl.locale));
  return (
    <Select
      label={intl.formatMessage({ id: 'filter.area' })}
      about="area"
      choices={areas}
      value={search.adm1 ?? null}
      onChange={(adm1) => change({ adm1 })}
    />
  );
}
