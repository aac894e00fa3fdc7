import { useQuery } from '@tanstack/react-query';
import { type Framework, settingsQuery } from '../api/mission.ts';
import { firstThenRest } from '../words/first-then-rest.ts';
import { useMission } from './session.ts';

/** Types in the order in which the mission's framework offers them; until it is there, in the house's. */
export function useTypesFirst() {
  const { slug } = useMission();
  const { data } = useQuery(settingsQuery(slug));
  const first = data?.document.first;
  return <T extends string>(kind: keyof Framework['first'], all: readonly T[]): T[] =>
    firstThenRest(first?.[kind] ?? [], all);
}
