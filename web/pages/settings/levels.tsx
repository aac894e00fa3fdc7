import { Fragment, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LEVELS } from '../../../src/vocabulary/codes.ts';
import type { MissionSettings } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { useMay } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Select } from '../../ui/select.tsx';
import { SaveBar } from './save-bar.tsx';
import { useChange } from './use-change.ts';

/** The groups of a record's fields, from the most open to the most closed. */
const GROUPS = ['core', 'account', 'protected'] as const;
type Levels = MissionSettings['levels'];

/** What a new record begins with. Whoever writes it may close it further. */
export function DefaultLevels({ mission }: { mission: MissionSettings }) {
  const intl = useIntl();
  const isReadOnly = !useMay()('mission.manage');
  const { choices, label } = useVocabulary();
  const [levels, setLevels] = useState(mission.levels);
  const saving = useChange(mission);
  const name = (group: (typeof GROUPS)[number]) => intl.formatMessage({ id: `house.level.${group}` });
  return (
    <Section title={intl.formatMessage({ id: 'house.levels' })} lede={<FormattedMessage id="house.levelsHelp" />}>
      {isReadOnly ? (
        <dl className="facts">
          {GROUPS.map((group) => (
            <Fragment key={group}>
              <dt>{name(group)}</dt>
              <dd>{label('levels', levels[group])}</dd>
            </Fragment>
          ))}
        </dl>
      ) : (
        <div className="fields">
          {GROUPS.map((group) => (
            <Select
              key={group}
              label={name(group)}
              choices={choices('levels', LEVELS)}
              value={levels[group]}
              onChange={(id) => setLevels({ ...levels, [group]: LEVELS.find((l) => l === id) ?? levels[group] })}
            />
          ))}
        </div>
      )}
      {!isInOrder(levels) && (
        <p className="field-error" role="status">
          <FormattedMessage id="house.levelsOrder" />
        </p>
      )}
      <SaveBar
        isChanged={JSON.stringify(levels) !== JSON.stringify(mission.levels)}
        isValid={isInOrder(levels)}
        saving={saving}
        onSave={() => saving.mutate({ document: { ...mission.document, levels } })}
        onUndo={() => setLevels(mission.levels)}
      />
    </Section>
  );
}

/** The server refuses the same. */
const isInOrder = (levels: Levels): boolean =>
  GROUPS.every((group, i) => {
    const before = GROUPS[i - 1];
    return !before || LEVELS.indexOf(levels[before]) <= LEVELS.indexOf(levels[group]);
  });
