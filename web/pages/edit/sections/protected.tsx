import { useIntl } from 'react-intl';
import type { Protected } from '../../../../src/incidents/contract.ts';
import { SEX_AGE } from '../../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../form-context.ts';
import { Rows } from '../rows.tsx';
import { PointFields } from './point-fields.tsx';

/** What names people, or a place that would: for those who may see it again afterwards. */
export function ProtectedSection() {
  const intl = useIntl();
  const { draft, setProtected, problem } = useForm();
  const { choices } = useVocabulary();
  const { people, exactPlace, exactPoint, narrative, caseReference } = draft.protected;
  return (
    <>
      <Rows<Protected['people'][number]>
        items={people}
        onChange={(changed) => setProtected({ people: changed })}
        make={() => ({ name: '', role: '', note: null, sexAge: 'unknown' })}
        addLabel={intl.formatMessage({ id: 'form.addPerson' })}
        rowName={intl.formatMessage({ id: 'sealed.person' })}
      >
        {(person, set, i) => (
          <div className="row-three">
            <TextField
              label={intl.formatMessage({ id: 'form.personName' })}
              about="personName"
              value={person.name}
              onChange={(name) => set({ name })}
              error={problem(`protected.people.${i}.name`)}
            />
            <TextField
              label={intl.formatMessage({ id: 'form.personRole' })}
              about="personRole"
              value={person.role}
              onChange={(role) => set({ role })}
              error={problem(`protected.people.${i}.role`)}
            />
            <Select
              label={intl.formatMessage({ id: 'form.personSexAge' })}
              about="personSexAge"
              help={intl.formatMessage({ id: 'form.personSexAgeHelp' })}
              choices={choices('sex-age', SEX_AGE)}
              value={person.sexAge}
              onChange={(id) => set({ sexAge: SEX_AGE.find((code) => code === id) ?? person.sexAge })}
            />
            <TextField
              label={intl.formatMessage({ id: 'form.personNote' })}
              about="personNote"
              value={person.note ?? ''}
              onChange={(note) => set({ note: note || null })}
              error={problem(`protected.people.${i}.note`)}
            />
          </div>
        )}
      </Rows>
      <TextField
        label={intl.formatMessage({ id: 'sealed.place' })}
        about="exactPlace"
        help={intl.formatMessage({ id: 'form.exactPlaceHelp' })}
        value={exactPlace ?? ''}
        onChange={(place) => setProtected({ exactPlace: place || null })}
        error={problem('protected.exactPlace')}
      />
      <PointFields
        path="protected.exactPoint"
        point={exactPoint}
        onChange={(point) => setProtected({ exactPoint: point })}
      />
      <TextField
        label={intl.formatMessage({ id: 'form.sealedNarrative' })}
        about="sealedNarrative"
        help={intl.formatMessage({ id: 'form.sealedNarrativeHelp' })}
        lines={5}
        value={narrative ?? ''}
        onChange={(text) => setProtected({ narrative: text || null })}
        error={problem('protected.narrative')}
      />
      <TextField
        label={intl.formatMessage({ id: 'sealed.caseReference' })}
        about="caseReference"
        help={intl.formatMessage({ id: 'form.caseReferenceHelp' })}
        value={caseReference ?? ''}
        onChange={(reference) => setProtected({ caseReference: reference || null })}
        error={problem('protected.caseReference')}
      />
    </>
  );
}
