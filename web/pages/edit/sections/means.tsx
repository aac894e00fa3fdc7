import { useIntl } from 'react-intl';
import type { Core } from '../../../../src/incidents/contract.ts';
import { DAMAGE_EXTENTS, DAMAGED_OBJECTS, MEANS } from '../../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { ChooseAny } from '../../../ui/choice.tsx';
import { NumberField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../form-context.ts';
import { Rows } from '../rows.tsx';

export function Means() {
  const intl = useIntl();
  const { core, setCore } = useForm();
  const { choices } = useVocabulary();
  return (
    <ChooseAny
      columns
      label={intl.formatMessage({ id: 'form.means' })}
      about="means"
      choices={choices('means', MEANS)}
      value={core.means}
      onChange={(ids) => setCore({ means: MEANS.filter((code) => ids.includes(code)) })}
    />
  );
}

export function DamageRows() {
  const intl = useIntl();
  const { core, setCore } = useForm();
  const { choices } = useVocabulary();
  return (
    <Rows<Core['damage'][number]>
      items={core.damage}
      onChange={(damage) => setCore({ damage })}
      make={() => ({ object: 'homes', extent: 'damaged', count: null, peopleAffected: null, note: null })}
      addLabel={intl.formatMessage({ id: 'form.addDamage' })}
      rowName={intl.formatMessage({ id: 'form.damage' })}
    >
      {(damage, set) => (
        <div className="row-four">
          <Select
            label={intl.formatMessage({ id: 'form.object' })}
            about="damagedObject"
            choices={choices('damaged-objects', DAMAGED_OBJECTS)}
            value={damage.object}
            onChange={(id) => set({ object: DAMAGED_OBJECTS.find((o) => o === id) ?? damage.object })}
          />
          <Select
            label={intl.formatMessage({ id: 'form.extent' })}
            about="damageExtent"
            choices={choices('damage-extents', DAMAGE_EXTENTS)}
            value={damage.extent}
            onChange={(id) => set({ extent: DAMAGE_EXTENTS.find((e) => e === id) ?? damage.extent })}
          />
          <NumberField
            label={intl.formatMessage({ id: 'form.count' })}
            about="damageCount"
            min={0}
            value={damage.count}
            onChange={(count) => set({ count })}
          />
          <NumberField
            label={intl.formatMessage({ id: 'form.peopleAffected' })}
            about="peopleAffected"
            min={0}
            value={damage.peopleAffected}
            onChange={(peopleAffected) => set({ peopleAffected })}
          />
        </div>
      )}
    </Rows>
  );
}
