/** What is said of a text, when it is added and when it is changed. */
import { useIntl } from 'react-intl';
import type { EditMandate } from '../../../src/mandates/contract.ts';
import { LEVELS, MANDATE_KINDS } from '../../../src/vocabulary/codes.ts';
import { useReads } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { ChooseOne } from '../../ui/choice.tsx';
import { DayField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** While it is filled in the day may be missing. */
export type About = Omit<EditMandate, 'date'> & { date: string | null };

/** @returns what can be sent, once nothing is missing */
export const complete = ({ date, ...about }: About): EditMandate | null =>
  date && about.symbol.trim() ? { ...about, date } : null;

interface AboutProps {
  about: About;
  onChange: (about: About) => void;
}

export function AboutFields({ about, onChange }: AboutProps) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const reads = useReads();
  const text = (id: string) => intl.formatMessage({ id });
  const set = (change: Partial<About>) => onChange({ ...about, ...change });
  return (
    <div className="fields">
      <TextField
        label={text('texts.symbol')}
        help={text('texts.symbolHelp')}
        maxLength={80}
        value={about.symbol}
        onChange={(symbol) => set({ symbol })}
      />
      <DayField
        label={text('texts.date')}
        help={text('texts.dateHelp')}
        value={about.date}
        onChange={(date) => set({ date })}
      />
      <Select
        label={text('texts.kind')}
        choices={choices('mandate-kinds', MANDATE_KINDS)}
        value={about.kind}
        onChange={(id) => set({ kind: MANDATE_KINDS.find((kind) => kind === id) ?? about.kind })}
      />
      <TextField
        label={text('texts.title')}
        maxLength={300}
        value={about.title ?? ''}
        onChange={(title) => set({ title: title || null })}
      />
      <TextField
        label={text('texts.missionName')}
        help={text('texts.missionNameHelp')}
        maxLength={40}
        value={about.missionName ?? ''}
        onChange={(missionName) => set({ missionName: missionName || null })}
      />
      <Select
        label={text('texts.level')}
        help={text('texts.levelHelp')}
        choices={choices('levels', LEVELS.filter(reads))}
        value={about.level}
        onChange={(id) => set({ level: LEVELS.find((level) => level === id) ?? about.level })}
      />
      <ChooseOne
        label={text('texts.whose')}
        choices={[
          { id: 'own', label: text('texts.isOwn'), detail: text('texts.isOwnHelp') },
          { id: 'other', label: text('texts.isOther'), detail: text('texts.isOtherHelp') },
        ]}
        value={about.own ? 'own' : 'other'}
        onChange={(id) => set({ own: id === 'own' })}
      />
      <TextField
        label={text('texts.note')}
        lines={3}
        maxLength={2000}
        value={about.note ?? ''}
        onChange={(note) => set({ note: note || null })}
      />
    </div>
  );
}
