import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Core } from '../../../../src/incidents/contract.ts';
import { COMPARTMENTS, INCIDENT_RELATIONS, LEVELS } from '../../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { ChooseAny } from '../../../ui/choice.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../form-context.ts';
import { Rows } from '../rows.tsx';

const GROUPS = ['core', 'account'] as const;
const ABOUT = { core: 'levelCore', account: 'levelAccount' } as const;

export function Handling() {
  const intl = useIntl();
  const { draft, set, core, setCore, problem } = useForm();
  const { choices } = useVocabulary();
  const [tags, setTags] = useState(core.tags.join(', '));
  return (
    <>
      {GROUPS.map((group) => (
        <Select
          key={group}
          label={intl.formatMessage({ id: `form.level.${group}` })}
          about={ABOUT[group]}
          help={intl.formatMessage({ id: `form.level.${group}Help` })}
          choices={choices('levels', LEVELS)}
          value={draft.levels[group]}
          onChange={(id) =>
            set({ levels: { ...draft.levels, [group]: LEVELS.find((l) => l === id) ?? draft.levels[group] } })
          }
        />
      ))}
      <ChooseAny
        columns
        label={intl.formatMessage({ id: 'form.compartments' })}
        about="compartments"
        help={intl.formatMessage({ id: 'form.compartmentsHelp' })}
        choices={choices('compartments', COMPARTMENTS)}
        value={draft.compartments}
        onChange={(compartments) => set({ compartments })}
      />
      <TextField
        label={intl.formatMessage({ id: 'form.tags' })}
        about="tags"
        help={intl.formatMessage({ id: 'form.tagsHelp' })}
        value={tags}
        onChange={(text) => {
          setTags(text);
          setCore({ tags: [...new Set(text.split(',').map((tag) => tag.trim()))].filter(Boolean) });
        }}
        error={problem('core.tags')}
      />
    </>
  );
}

export function LinkRows() {
  const intl = useIntl();
  const { core, setCore, problem } = useForm();
  const { choices } = useVocabulary();
  return (
    <Rows<Core['links'][number]>
      items={core.links}
      onChange={(links) => setCore({ links })}
      make={() => ({ relation: 'related', id: '' })}
      addLabel={intl.formatMessage({ id: 'form.addLink' })}
      rowName={intl.formatMessage({ id: 'form.link' })}
    >
      {(link, set, i) => (
        <div className="row-three">
          <Select
            label={intl.formatMessage({ id: 'form.relation' })}
            about="relation"
            choices={choices('incident-relations', INCIDENT_RELATIONS)}
            value={link.relation}
            onChange={(id) => set({ relation: INCIDENT_RELATIONS.find((r) => r === id) ?? link.relation })}
          />
          <TextField
            label={intl.formatMessage({ id: 'form.linkId' })}
            about="linkId"
            value={link.id}
            // The address of the other record may be pasted whole.
            onChange={(text) => set({ id: /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? text.trim() })}
            error={problem(`core.links.${i}.id`)}
          />
        </div>
      )}
    </Rows>
  );
}
