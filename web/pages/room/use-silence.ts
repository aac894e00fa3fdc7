import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { coverageQuery } from '../../api/incidents.ts';
import { missionDay } from '../../app/clock.ts';
import { useMission, useSession } from '../../app/session.ts';
import { type Silence, silences } from '../../words/silence.ts';
import { useAreas } from './filters/use-areas.ts';
import { useRoom } from './use-room.ts';

/** Areas that nobody reports from in the days that are shown, as known then; of one's own areas only, where one has such. */
export function useSilence(): { silent: Silence[]; of: number } {
  const { mission, search } = useRoom();
  const { now, timeZone } = useMission();
  const { areas: own } = useSession().person;
  const areas = useAreas();
  const { from, to, datasets, asOf } = search;
  const asked = {
    to: to ?? missionDay(now, timeZone),
    ...(from && { from }),
    ...(datasets && { datasets }),
    ...(asOf && { asOf }),
  };
  const { data } = useQuery(coverageQuery(mission, asked));
  const codes = areas.map(({ id }) => id).filter((code) => own === null || own.includes(code));
  const list = codes.join(' ');
  const silent = useMemo(() => (data ? silences(data, list.split(' ').filter(Boolean)) : []), [data, list]);
  return { silent, of: codes.length };
}
