import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MissionSettings } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { useMay } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { OrderedChoice } from './ordered-choice.tsx';
import { SaveBar } from './save-bar.tsx';
import { useChange } from './use-change.ts';

const LISTS = {
  eventTypes: 'event-types',
  observationTypes: 'observation-types',
  activityTypes: 'activity-types',
  actorTypes: 'actor-types',
} as const;
const KINDS = ['eventTypes', 'observationTypes', 'activityTypes', 'actorTypes'] as const;

/** Which types forms and filters offer first. Every other stays within reach. */
export function TypesFirst({ mission }: { mission: MissionSettings }) {
  const intl = useIntl();
  const isReadOnly = !useMay()('mission.manage');
  const { choices } = useVocabulary();
  const saved = mission.document.first;
  const [first, setFirst] = useState(saved);
  const saving = useChange(mission);
  const title = intl.formatMessage({ id: 'house.first' });
  return (
    <Section title={title} lede={<FormattedMessage id="house.firstHelp" />}>
      <Tabs
        label={title}
        tabs={KINDS.map((kind) => ({
          id: kind,
          title: intl.formatMessage({ id: `house.kind.${kind}` }),
          content: (
            <OrderedChoice
              label={intl.formatMessage({ id: `house.kind.${kind}` })}
              all={choices(LISTS[kind])}
              value={first[kind]}
              onChange={(codes) => setFirst({ ...first, [kind]: codes })}
              isReadOnly={isReadOnly}
            />
          ),
        }))}
      />
      <SaveBar
        isChanged={JSON.stringify(first) !== JSON.stringify(saved)}
        isValid={KINDS.every((kind) => first[kind].length > 0)}
        saving={saving}
        onSave={() => saving.mutate({ document: { ...mission.document, first } })}
        onUndo={() => setFirst(saved)}
      />
    </Section>
  );
}
