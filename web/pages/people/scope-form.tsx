import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { Scope } from '../../../src/platform/accounts/contract.ts';
import { LEVELS } from '../../../src/vocabulary/codes.ts';
import { settingsQuery } from '../../api/mission.ts';
import { rolesQuery } from '../../api/people.ts';
import { useLanguage } from '../../app/preferences.ts';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { ChooseAny, ChooseOne } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { useAreaChoices } from './scope-words.ts';

interface ScopeFormProps {
  value: Scope;
  onChange: (scope: Scope) => void;
  /** For somebody new: the first role brings the level and the components that it usually has. */
  isNew?: boolean;
}

/** What a person may do (roles) and see (level, components, areas). */
export function ScopeForm({ value, onChange, isNew = false }: ScopeFormProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const language = useLanguage();
  const { choices } = useVocabulary();
  const { data: roles = [] } = useQuery(rolesQuery(slug));
  const { data: mission } = useQuery(settingsQuery(slug));
  const components = mission?.compartments ?? [];
  const areas = useAreaChoices();
  const setRoles = (codes: string[]) => {
    const first = isNew && value.roles.length === 0 ? roles.find(({ code }) => code === codes[0]) : undefined;
    const usual = first && {
      level: first.level,
      compartments: first.compartments.filter((c) => components.includes(c)),
    };
    onChange({ ...value, ...usual, roles: codes });
  };
  const text = (id: string) => intl.formatMessage({ id });
  return (
    <>
      <ChooseAny
        label={text('staff.column.roles')}
        choices={roles.map(({ code, labels }) => ({ id: code, label: labels[language] }))}
        value={value.roles}
        onChange={setRoles}
        columns
      />
      <Select
        label={text('staff.column.level')}
        help={text('staff.levelHelp')}
        choices={choices('levels', LEVELS)}
        value={value.level}
        onChange={(id) => onChange({ ...value, level: LEVELS.find((level) => level === id) ?? value.level })}
      />
      <ChooseAny
        label={text('staff.column.compartments')}
        help={text('staff.compartmentsHelp')}
        choices={choices('compartments', components)}
        value={value.compartments}
        onChange={(compartments) => onChange({ ...value, compartments })}
        columns
      />
      <ChooseOne
        label={text('staff.column.areas')}
        choices={[
          { id: 'all', label: text('staff.wholeMission') },
          { id: 'some', label: text('staff.someAreas') },
        ]}
        value={value.areas === null ? 'all' : 'some'}
        onChange={(id) => onChange({ ...value, areas: id === 'all' ? null : [] })}
      />
      {value.areas !== null && (
        <ChooseAny
          label={text('staff.someAreas')}
          {...(areas.length === 0 ? { help: text('staff.noAreas') } : {})}
          choices={areas}
          value={value.areas}
          onChange={(codes) => onChange({ ...value, areas: codes })}
        />
      )}
    </>
  );
}
