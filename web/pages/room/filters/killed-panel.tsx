import { useIntl } from 'react-intl';
import { ChooseAny } from '../../../ui/choice.tsx';
import { NumberField } from '../../../ui/field.tsx';
import { useRoom } from '../use-room.ts';

export function KilledPanel() {
  const intl = useIntl();
  const { search, change } = useRoom();
  return (
    <>
      <NumberField
        label={intl.formatMessage({ id: 'filter.killed' })}
        about="killed"
        help={intl.formatMessage({ id: 'filter.killedHelp' })}
        min={0}
        value={search.minKilled ?? null}
        onChange={(n) => change({ minKilled: n ?? undefined })}
      />
      <ChooseAny
        label={intl.formatMessage({ id: 'filter.whose' })}
        about="civiliansOnly"
        choices={[{ id: 'civilians', label: intl.formatMessage({ id: 'filter.civiliansOnly' }) }]}
        value={search.civiliansOnly ? ['civilians'] : []}
        onChange={(ids) => change({ civiliansOnly: ids.length > 0 || undefined })}
      />
    </>
  );
}
