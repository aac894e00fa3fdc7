import { useIntl } from 'react-intl';
import type { Core, Party } from '../../../../src/incidents/contract.ts';
import {
  ACTOR_TYPES,
  CONFIDENCES,
  LIKELIHOODS,
  PARTY_ROLES,
  RESPONSIBILITIES,
} from '../../../../src/vocabulary/codes.ts';
import { useTypesFirst } from '../../../app/types-first.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../form-context.ts';
import { Rows } from '../rows.tsx';
import { EvidenceRows } from './evidence.tsx';

export function Parties() {
  const intl = useIntl();
  const { core, setCore, problem } = useForm();
  const { choices } = useVocabulary();
  const typesFirst = useTypesFirst();
  return (
    <Rows<Party>
      items={core.parties}
      onChange={(parties) => setCore({ parties })}
      make={() => ({ name: '', type: 'unidentified', role: 'party' })}
      addLabel={intl.formatMessage({ id: 'form.addParty' })}
      rowName={intl.formatMessage({ id: 'form.party' })}
    >
      {(party, set, i) => (
        <div className="row-three">
          <TextField
            label={intl.formatMessage({ id: 'form.name' })}
            about="party"
            value={party.name}
            onChange={(name) => set({ name })}
            error={problem(`core.parties.${i}.name`)}
          />
          <Select
            label={intl.formatMessage({ id: 'form.actorType' })}
            about="actorType"
            choices={choices('actor-types', typesFirst('actorTypes', ACTOR_TYPES))}
            value={party.type}
            onChange={(id) => set({ type: ACTOR_TYPES.find((t) => t === id) ?? party.type })}
          />
          <Select
            label={intl.formatMessage({ id: 'form.role' })}
            about="partyRole"
            choices={choices('party-roles', PARTY_ROLES)}
            value={party.role}
            onChange={(id) => set({ role: PARTY_ROLES.find((r) => r === id) ?? party.role })}
          />
        </div>
      )}
    </Rows>
  );
}

/** Grey-zone violence has no signature: several hypotheses are normal, each with what speaks for it and against it. */
export function Hypotheses() {
  const intl = useIntl();
  const { core, setCore, problem } = useForm();
  const { choices } = useVocabulary();
  const typesFirst = useTypesFirst();
  const none = { id: 'none', label: intl.formatMessage({ id: 'form.notSaid' }) };
  return (
    <Rows<Core['hypotheses'][number]>
      items={core.hypotheses}
      onChange={(hypotheses) => setCore({ hypotheses })}
      make={() => ({
        id: crypto.randomUUID().slice(0, 8),
        actor: '',
        actorType: 'unidentified',
        likelihood: 'open',
        confidence: null,
        responsibility: 'not_stated',
      })}
      addLabel={intl.formatMessage({ id: 'form.addHypothesis' })}
      rowName={intl.formatMessage({ id: 'form.hypothesis' })}
    >
      {(hypothesis, set, i) => (
        <>
          <div className="row-three">
            <TextField
              label={intl.formatMessage({ id: 'form.actor' })}
              about="hypothesis"
              value={hypothesis.actor}
              onChange={(actor) => set({ actor })}
              error={problem(`core.hypotheses.${i}.actor`)}
            />
            <Select
              label={intl.formatMessage({ id: 'form.actorType' })}
              about="actorType"
              choices={choices('actor-types', typesFirst('actorTypes', ACTOR_TYPES))}
              value={hypothesis.actorType}
              onChange={(id) => set({ actorType: ACTOR_TYPES.find((t) => t === id) ?? hypothesis.actorType })}
            />
            <Select
              label={intl.formatMessage({ id: 'form.likelihood' })}
              about="likelihood"
              choices={choices('likelihoods', LIKELIHOODS)}
              value={hypothesis.likelihood}
              onChange={(id) => set({ likelihood: LIKELIHOODS.find((l) => l === id) ?? hypothesis.likelihood })}
            />
            <Select
              label={intl.formatMessage({ id: 'form.confidence' })}
              about="confidence"
              choices={[none, ...choices('confidences', CONFIDENCES)]}
              value={hypothesis.confidence ?? none.id}
              onChange={(id) => set({ confidence: CONFIDENCES.find((c) => c === id) ?? null })}
            />
            <Select
              label={intl.formatMessage({ id: 'form.responsibility' })}
              about="responsibility"
              choices={choices('responsibilities', RESPONSIBILITIES)}
              value={hypothesis.responsibility}
              onChange={(id) =>
                set({ responsibility: RESPONSIBILITIES.find((r) => r === id) ?? hypothesis.responsibility })
              }
            />
          </div>
          <EvidenceRows hypothesis={hypothesis.id} />
        </>
      )}
    </Rows>
  );
}
