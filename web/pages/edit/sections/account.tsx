import { useIntl } from 'react-intl';
import type { Source } from '../../../../src/incidents/contract.ts';
import {
  CIVILIAN_STATUSES,
  INFORMATION_GRADES,
  SOURCE_GRADES,
  SOURCE_KINDS,
} from '../../../../src/vocabulary/codes.ts';
import { type Choice, useVocabulary } from '../../../app/vocabulary.ts';
import { ChooseAny } from '../../../ui/choice.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { SUPPORTABLE } from '../../../words/supportable.ts';
import { useForm } from '../form-context.ts';
import { Rows } from '../rows.tsx';

export function Narrative() {
  const intl = useIntl();
  const { account, setAccount, problem } = useForm();
  return (
    <>
      <TextField
        label={intl.formatMessage({ id: 'form.narrative' })}
        about="narrative"
        help={intl.formatMessage({ id: 'form.narrativeHelp' })}
        lines={8}
        value={account.narrative ?? ''}
        onChange={(narrative) => setAccount({ narrative: narrative || null })}
        error={problem('account.narrative')}
      />
      <TextField
        label={intl.formatMessage({ id: 'form.notes' })}
        about="notes"
        help={intl.formatMessage({ id: 'form.notesHelp' })}
        lines={3}
        value={account.notes ?? ''}
        onChange={(notes) => setAccount({ notes: notes || null })}
        error={problem('account.notes')}
      />
    </>
  );
}

/** "B · usually reliable": the letter that everybody says, and what it means. */
const graded = (choices: Choice[]): Choice[] =>
  choices.map(({ id, label }) => ({ id, label: label.startsWith(id) ? label : `${id} · ${label}` }));

export function SourceRows() {
  const intl = useIntl();
  const { account, setAccount, problem } = useForm();
  const { choices } = useVocabulary();
  const none = { id: 'none', label: intl.formatMessage({ id: 'form.notGraded' }) };
  return (
    <Rows<Source>
      items={account.sources}
      onChange={(sources) => setAccount({ sources })}
      make={() => ({
        id: crypto.randomUUID().slice(0, 8),
        kind: 'report',
        name: '',
        title: null,
        date: null,
        reference: null,
        sourceGrade: null,
        informationGrade: null,
        originKey: null,
        civilianStatus: 'not_stated',
        supports: [],
      })}
      addLabel={intl.formatMessage({ id: 'form.addSource' })}
      rowName={intl.formatMessage({ id: 'form.source' })}
    >
      {(source, set, i) => (
        <div className="row-three">
          <TextField
            label={intl.formatMessage({ id: 'form.sourceName' })}
            about="sourceName"
            value={source.name}
            onChange={(name) => set({ name })}
            error={problem(`account.sources.${i}.name`)}
          />
          <Select
            label={intl.formatMessage({ id: 'form.sourceKind' })}
            about="sourceKind"
            choices={choices('source-kinds', SOURCE_KINDS)}
            value={source.kind}
            onChange={(id) => set({ kind: SOURCE_KINDS.find((k) => k === id) ?? source.kind })}
          />
          <TextField
            label={intl.formatMessage({ id: 'form.sourceDate' })}
            about="sourceDate"
            value={source.date ?? ''}
            onChange={(date) => set({ date: date || null })}
            error={problem(`account.sources.${i}.date`)}
          />
          <Select
            label={intl.formatMessage({ id: 'form.sourceGrade' })}
            about="sourceGrade"
            choices={[none, ...graded(choices('source-grades', SOURCE_GRADES))]}
            value={source.sourceGrade ?? none.id}
            onChange={(id) => set({ sourceGrade: SOURCE_GRADES.find((g) => g === id) ?? null })}
          />
          <Select
            label={intl.formatMessage({ id: 'form.informationGrade' })}
            about="informationGrade"
            choices={[none, ...graded(choices('information-grades', INFORMATION_GRADES))]}
            value={source.informationGrade ?? none.id}
            onChange={(id) => set({ informationGrade: INFORMATION_GRADES.find((g) => g === id) ?? null })}
          />
          <Select
            label={intl.formatMessage({ id: 'form.civilianStatus' })}
            about="civilianStatus"
            choices={choices('civilian-statuses', CIVILIAN_STATUSES)}
            value={source.civilianStatus}
            onChange={(id) => set({ civilianStatus: CIVILIAN_STATUSES.find((s) => s === id) ?? source.civilianStatus })}
          />
          <TextField
            label={intl.formatMessage({ id: 'form.originKey' })}
            about="originKey"
            help={intl.formatMessage({ id: 'form.originKeyHelp' })}
            value={source.originKey ?? ''}
            onChange={(originKey) => set({ originKey: originKey || null })}
          />
          <TextField
            label={intl.formatMessage({ id: 'form.reference' })}
            about="reference"
            value={source.reference ?? ''}
            onChange={(reference) => set({ reference: reference || null })}
            error={problem(`account.sources.${i}.reference`)}
          />
          <div className="row-whole">
            <ChooseAny
              columns
              label={intl.formatMessage({ id: 'form.supports' })}
              about="supports"
              help={intl.formatMessage({ id: 'form.supportsHelp' })}
              choices={SUPPORTABLE.map((id) => ({ id, label: intl.formatMessage({ id: `fact.${id}` }) }))}
              value={source.supports}
              onChange={(supports) => set({ supports })}
            />
          </div>
        </div>
      )}
    </Rows>
  );
}
