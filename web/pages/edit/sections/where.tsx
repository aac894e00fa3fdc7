import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useIntl } from 'react-intl';
import { PLACE_PRECISIONS } from '../../../../src/vocabulary/codes.ts';
import { placeSearch } from '../../../api/places.ts';
import { useMission } from '../../../app/session.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { TextField } from '../../../ui/field.tsx';
import { ComboBox, Select } from '../../../ui/select.tsx';
import { useForm } from '../form-context.ts';
import { PointFields } from './point-fields.tsx';

export function WhereSection() {
  const intl = useIntl();
  const { slug } = useMission();
  const { core, setCore, problem } = useForm();
  const { choices } = useVocabulary();
  const { where } = core;
  const set = (change: Partial<typeof where>) => setCore({ where: { ...where, ...change } });
  const wanted = useDeferredValue((where.name ?? '').trim());
  const { data } = useQuery({
    queryKey: ['places', slug, 'search', wanted],
    queryFn: ({ signal }) => placeSearch(slug, wanted, signal),
    enabled: wanted.length >= 2,
    placeholderData: (before) => before,
  });
  const hits = data?.items ?? [];
  return (
    <>
      <ComboBox
        label={intl.formatMessage({ id: 'form.place' })}
        about="place"
        help={intl.formatMessage({ id: 'form.placeHelp' })}
        suggestions={hits.map(({ id, name, kind, adm1 }) => ({
          id,
          label: name,
          detail: [kind === 'coordinates' && intl.formatMessage({ id: 'atlas.kind.coordinates' }), adm1]
            .filter(Boolean)
            .join(' · '),
        }))}
        text={where.name ?? ''}
        onText={(name) => name !== (where.name ?? '') && set({ name: name || null })}
        onPick={(id) => {
          const hit = hits.find((h) => h.id === id);
          if (hit) set({ name: hit.name, point: hit.point, precision: 'exact', adm1: hit.adm1, adm2: hit.adm2 });
        }}
      />
      <Select
        label={intl.formatMessage({ id: 'form.placePrecision' })}
        about="placePrecision"
        help={intl.formatMessage({ id: 'form.placePrecisionHelp' })}
        choices={choices('place-precisions', PLACE_PRECISIONS)}
        value={where.precision}
        onChange={(id) => set({ precision: PLACE_PRECISIONS.find((p) => p === id) ?? where.precision })}
      />
      <PointFields path="core.where.point" point={where.point} onChange={(point) => set({ point })} />
      <TextField
        label={intl.formatMessage({ id: 'form.placeDescription' })}
        about="placeDescription"
        help={intl.formatMessage({ id: 'form.placeDescriptionHelp' })}
        lines={2}
        value={where.description ?? ''}
        onChange={(description) => set({ description: description || null })}
        error={problem('core.where.description')}
      />
    </>
  );
}
