import { Fragment, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { OPERATIONAL_STATUSES } from '../../../src/vocabulary/codes.ts';
import type { MissionSettings } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { useMay } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { NumberField } from '../../ui/field.tsx';
import { SaveBar } from './save-bar.tsx';
import { useChange } from './use-change.ts';

/** What the server takes at most: ten years. */
const MOST_DAYS = 3650;

/** After how many days without a new version a record is marked as stale, by its operational status. */
export function Stale({ mission }: { mission: MissionSettings }) {
  const intl = useIntl();
  const isReadOnly = !useMay()('mission.manage');
  const { label } = useVocabulary();
  const saved = mission.settings.staleAfterDays;
  const [days, setDays] = useState(saved);
  const saving = useChange(mission);
  return (
    <Section title={intl.formatMessage({ id: 'house.stale' })} lede={<FormattedMessage id="house.staleHelp" />}>
      {isReadOnly ? (
        <dl className="facts">
          {OPERATIONAL_STATUSES.map((status) => (
            <Fragment key={status}>
              <dt>{label('operational-statuses', status)}</dt>
              <dd>
                <FormattedMessage id="house.staleAfter" values={{ n: days[status] ?? 0 }} />
              </dd>
            </Fragment>
          ))}
        </dl>
      ) : (
        <div className="fields">
          {OPERATIONAL_STATUSES.map((status) => (
            <NumberField
              key={status}
              label={label('operational-statuses', status)}
              about="stale"
              help={intl.formatMessage({ id: 'house.staleAfter' }, { n: days[status] ?? 0 })}
              min={1}
              max={MOST_DAYS}
              value={days[status]}
              onChange={(n) => setDays({ ...days, [status]: n })}
            />
          ))}
        </div>
      )}
      <SaveBar
        isChanged={JSON.stringify(days) !== JSON.stringify(saved)}
        saving={saving}
        onSave={() => saving.mutate({ settings: { staleAfterDays: days } })}
        onUndo={() => setDays(saved)}
      />
    </Section>
  );
}
