import { useIntl } from 'react-intl';
import { ACTIVITY_TYPES, EVENT_TYPES, OBSERVATION_TYPES, RECORD_KINDS } from '../../../../src/vocabulary/codes.ts';
import { useTypesFirst } from '../../../app/types-first.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { typeList } from '../../../words/type-list.ts';
import { useForm } from '../form-context.ts';

const TYPES = { incident: EVENT_TYPES, observation: OBSERVATION_TYPES, activity: ACTIVITY_TYPES } as const;
const FIRST = { incident: 'eventTypes', observation: 'observationTypes', activity: 'activityTypes' } as const;

export function Basics() {
  const intl = useIntl();
  const { core, setCore, problem } = useForm();
  const { choices } = useVocabulary();
  const typesFirst = useTypesFirst();
  const typesOf = (kind: typeof core.kind): readonly (typeof core.type)[] =>
    typesFirst<typeof core.type>(FIRST[kind], TYPES[kind]);
  const types = typesOf(core.kind);
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'form.kind' })}
        about="kind"
        help={intl.formatMessage({ id: 'form.kindHelp' })}
        choices={choices('record-kinds', RECORD_KINDS)}
        value={core.kind}
        onChange={(id) => {
          const kind = RECORD_KINDS.find((k) => k === id) ?? 'incident';
          setCore({ kind, type: typesOf(kind)[0] ?? TYPES[kind][0] });
        }}
      />
      <Select
        label={intl.formatMessage({ id: 'form.type' })}
        about="type"
        help={intl.formatMessage({ id: 'form.typeHelp' })}
        choices={choices(typeList(core.kind), types)}
        value={core.type}
        onChange={(id) => setCore({ type: types.find((t) => t === id) ?? core.type })}
      />
      <TextField
        label={intl.formatMessage({ id: 'form.title' })}
        about="title"
        help={intl.formatMessage({ id: 'form.titleHelp' })}
        value={core.title ?? ''}
        onChange={(title) => setCore({ title: title || null })}
        error={problem('core.title')}
      />
    </>
  );
}
