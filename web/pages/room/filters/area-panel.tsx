import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import { areasQuery } from '../../../api/places.ts';
import { useLanguage } from '../../../app/preferences.ts';
import { Select } from '../../../ui/select.tsx';
import { useRoom } from '../use-room.ts';

const AreaProperties = z.object({ code: z.string(), name: z.string(), names: z.record(z.string(), z.string()).default({}) });

function useAreas() {
  const { mission } = useRoom();
  const language = useLanguage();
  const { data } = useQuery(areasQuery(mission));
  return (data?.features ?? []).flatMap(({ properties }) => {
    const read = AreaProperties.safeParse(properties);
    return read.success ? [{ id: read.data.code, label: read.data.names[language] ?? read.data.name }] : [];
  });
}

/** An area's name in the page's language; its code where the boundary set has none. */
export function useAreaName() {
  const areas = useAreas();
  return (code: string) => areas.find(({ id }) => id === code)?.label ?? code;
}

export function AreaPanel() {
  const intl = useIntl();
  const { search, change } = useRoom();
  const areas = useAreas().sort((a, b) => a.label.localeCompare(b.label, intl.locale));
  return (
    <Select
      label={intl.formatMessage({ id: 'filter.area' })}
      choices={areas}
      value={search.adm1 ?? null}
      onChange={(adm1) => change({ adm1 })}
    />
  );
}
