/** What is to be changed, for each of the four acts. */
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { BulkChange } from '../../../../src/incidents/bulk/contract.ts';
import { COMPARTMENTS, LEVELS, type Level, OPERATIONAL_STATUSES } from '../../../../src/vocabulary/codes.ts';
import { recordPeopleQuery } from '../../../api/together.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { ChooseAny, ChooseOne } from '../../../ui/choice.tsx';
import { DayField } from '../../../ui/date-field.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useRoom } from '../use-room.ts';

export interface Form {
  add: string;
  remove: string;
  status: string;
  note: string;
  person: string | null;
  due: string | null;
  level: string | null;
  compartments: string[];
}

export const NEW: Form = {
  ...{ add: '', remove: '', status: '', note: '' },
  ...{ person: null, due: null, level: null, compartments: [] },
};

const NOBODY = 'nobody';

const tagsIn = (text: string) => [...new Set(text.split(',').map((tag) => tag.trim()))].filter(Boolean);

/** Whether there is something to do. */
export function isWhole(act: BulkChange['act'], form: Form): boolean {
  if (act === 'tag') return tagsIn(form.add).length + tagsIn(form.remove).length > 0;
  if (act === 'status') return form.status !== '' && form.note.trim() !== '';
  if (act === 'assign') return form.person !== null;
  return form.level !== null || form.compartments.length > 0;
}

export function toChange(act: BulkChange['act'], form: Form): BulkChange {
  const level = LEVELS.find((one): one is Level => one === form.level);
  switch (act) {
    case 'tag':
      return { act, add: tagsIn(form.add), remove: tagsIn(form.remove) };
    case 'status':
      return {
        act,
        status: OPERATIONAL_STATUSES.find((status) => status === form.status) ?? 'unconfirmed',
        note: form.note.trim(),
      };
    case 'assign':
      return {
        act,
        ...(form.person === NOBODY ? { person: null, due: null } : { person: form.person, due: form.due }),
      };
    case 'close':
      return {
        act,
        levels: level ? { core: level, account: level, protected: level } : {},
        compartments: form.compartments,
      };
  }
}

interface BulkFormProps {
  act: BulkChange['act'];
  form: Form;
  onChange: (form: Form) => void;
  /** One of those that are chosen: who sees it is offered. */
  record: string | undefined;
}

export function BulkForm({ act, form, onChange, record }: BulkFormProps) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const text = (id: string) => intl.formatMessage({ id });
  const set = (part: Partial<Form>) => onChange({ ...form, ...part });
  if (act === 'tag')
    return (
      <>
        <TextField
          autoFocus
          label={text('bulk.add')}
          help={text('form.tagsHelp')}
          value={form.add}
          onChange={(add) => set({ add })}
        />
        <TextField label={text('bulk.remove')} value={form.remove} onChange={(remove) => set({ remove })} />
      </>
    );
  if (act === 'status')
    return (
      <>
        <ChooseOne
          label={text('decide.status')}
          choices={choices('operational-statuses', OPERATIONAL_STATUSES)}
          value={form.status}
          onChange={(status) => set({ status })}
        />
        <TextField
          label={text('decide.note')}
          help={text('decide.noteHelp')}
          lines={3}
          value={form.note}
          onChange={(note) => set({ note })}
        />
      </>
    );
  if (act === 'assign') return <Whom form={form} set={set} record={record} />;
  return (
    <>
      <Select
        label={text('bulk.level')}
        choices={choices('levels', LEVELS)}
        value={form.level}
        onChange={(level) => set({ level })}
      />
      <ChooseAny
        columns
        label={text('form.compartments')}
        choices={choices('compartments', COMPARTMENTS)}
        value={form.compartments}
        onChange={(compartments) => set({ compartments })}
      />
    </>
  );
}

interface WhomProps {
  form: Form;
  set: (part: Partial<Form>) => void;
  record: string | undefined;
}

function Whom({ form, set, record }: WhomProps) {
  const intl = useIntl();
  const { mission } = useRoom();
  const { data: people = [] } = useQuery({
    ...recordPeopleQuery(mission, record ?? ''),
    enabled: record !== undefined,
  });
  const nobody = { id: NOBODY, label: intl.formatMessage({ id: 'care.nobody' }) };
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'care.whom' })}
        choices={[nobody, ...people.map(({ id, name }) => ({ id, label: name }))]}
        value={form.person}
        onChange={(person) => set({ person })}
      />
      <DayField label={intl.formatMessage({ id: 'care.until' })} value={form.due} onChange={(due) => set({ due })} />
    </>
  );
}
