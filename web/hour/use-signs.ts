import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Incident, IncidentInput } from '../../src/incidents/contract.ts';
import { hearDone } from '../api/client.ts';
import { incidentQuery } from '../api/incidents.ts';
import { missionClock } from '../app/clock.ts';
import { useMission } from '../app/session.ts';
import { type Act, doneBy, type StepId } from './steps.ts';

/** Only how many sources a record has is looked at. */
const Sources = IncidentInput.pick({ id: true, account: true });

/** Tells which steps are done, by where the person is and by what the server took from them. */
export function useSigns(tell: (steps: StepId[]) => void) {
  const client = useQueryClient();
  const { slug, timeZone } = useMission();
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  useEffect(() => {
    const { asOf } = search;
    const moment = typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) ? missionClock(asOf, timeZone) : null;
    tell(doneBy({ place: { path: pathname.replace(`/m/${slug}`, ''), search: { ...search }, asOf: moment } }));
  }, [pathname, search, slug, timeZone, tell]);
  useEffect(
    () =>
      hearDone(({ method, path, body }) => {
        const sent = Sources.safeParse(body);
        const before = sent.data && client.getQueryData<Incident>(incidentQuery(slug, sent.data.id).queryKey);
        const act: Act = {
          method,
          path,
          sources: sent.data?.account?.sources.length ?? 0,
          sourcesBefore: before?.account?.sources.length ?? 0,
        };
        tell(doneBy({ act }));
      }),
    [client, slug, tell],
  );
}
