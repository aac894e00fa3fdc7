/** The question by its parts: what a sentence was understood to mean stands here too, so that it can be put right. */
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import * as v from '../../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/date-field.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { AskSearch, partsOf, type Question } from './address.ts';
import '../../../ui/choice.css';

const ANY = 'any';

interface FormProps {
  /** What is answered now. */
  asked: Question | null;
  day: string | undefined;
  onAsk: (search: AskSearch) => void;
}

export function QuestionForm({ asked, day, onAsk }: FormProps) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const came = { ...(asked ? partsOf(asked) : {}), day };
  const [draft, setDraft] = useState<AskSearch>(came);
  // Another question is answered than the one that was drafted from: the form follows, and keeps the keyboard.
  const key = JSON.stringify(came);
  const [from, setFrom] = useState(key);
  if (from !== key) {
    setFrom(key);
    setDraft(came);
  }
  const set = (change: { [K in keyof AskSearch]?: string | undefined }) =>
    setDraft((before) => AskSearch.parse({ ...before, ...change }));
  const any = { id: ANY, label: intl.formatMessage({ id: 'mandate.ask.any' }) };
  const chosen = (id: string) => (id === ANY ? undefined : id);
  return (
    <form
      id="ask-parts"
      className="ask-parts"
      aria-labelledby="ask-parts-title"
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.task) onAsk(AskSearch.parse(draft));
      }}
    >
      <h2 id="ask-parts-title">{intl.formatMessage({ id: 'mandate.ask.parts' })}</h2>
      <Select
        label={intl.formatMessage({ id: 'mandate.ask.task' })}
        choices={choices('mandate-tasks', v.MANDATE_TASKS)}
        value={draft.task ?? null}
        onChange={(id) => set({ task: id, ...(id === 'CivilianProtection' ? {} : { tier: undefined }) })}
      />
      {draft.task === 'CivilianProtection' && (
        <Select
          label={intl.formatMessage({ id: 'texts.tier' })}
          choices={[any, ...choices('poc-tiers', v.POC_TIERS)]}
          value={draft.tier ?? ANY}
          onChange={(id) => set({ tier: chosen(id) })}
        />
      )}
      <Select
        label={intl.formatMessage({ id: 'texts.modality' })}
        choices={[any, ...choices('mandate-modalities', v.MANDATE_MODALITIES)]}
        value={draft.how ?? ANY}
        onChange={(id) => set({ how: chosen(id) })}
      />
      <Checkbox
        className="choice"
        isSelected={draft.force !== undefined}
        onChange={(isForce) => set({ force: isForce ? '1' : undefined })}
      >
        <span className="choice-mark" aria-hidden="true" />
        {intl.formatMessage({ id: 'mandate.ask.force' })}
      </Checkbox>
      <Select
        label={intl.formatMessage({ id: 'mandate.ask.who' })}
        choices={choices('mandate-addressees', v.MANDATE_ADDRESSEES)}
        value={draft.who ?? 'mission'}
        onChange={(id) => set({ who: id === 'mission' ? undefined : id })}
      />
      <TextField
        label={intl.formatMessage({ id: 'mandate.ask.place' })}
        help={intl.formatMessage({ id: 'mandate.ask.placeHelp' })}
        maxLength={120}
        value={draft.place ?? ''}
        onChange={(place) => setDraft((before) => ({ ...before, place: place || undefined }))}
      />
      <DayField
        label={intl.formatMessage({ id: 'mandate.ask.day' })}
        help={intl.formatMessage({ id: 'mandate.ask.dayHelp' })}
        value={draft.day ?? null}
        onChange={(date) => set({ day: date ?? undefined })}
      />
      <div className="acts">
        <Button type="submit" isDisabled={!draft.task}>
          <FormattedMessage id="mandate.ask.askParts" />
        </Button>
      </div>
    </form>
  );
}
