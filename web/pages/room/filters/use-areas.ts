import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { areasQuery } from '../../../api/places.ts';
import { useLanguage } from '../../../app/preferences.ts';
import { useRoom } from '../use-room.ts';

const AreaProperties = z.object({
  code: z.string(),
  name: z.string(),
  names: z.record(z.string(), z.string()).default({}),
});

/** First-level areas, by name in the page's language. */
export function useAreas() {
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
