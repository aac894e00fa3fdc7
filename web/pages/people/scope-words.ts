import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { Scope } from '../../../src/platform/accounts/contract.ts';
import { areasQuery } from '../../api/places.ts';
import { useMission } from '../../app/session.ts';
import { type Choice, useVocabulary } from '../../app/vocabulary.ts';
import { useRoleName } from './use-role-name.ts';

/** First-level areas of the mission, for saying where somebody's view ends. */
export function useAreaChoices(): Choice[] {
  const { slug } = useMission();
  const { data } = useQuery(areasQuery(slug));
  return (data?.features ?? []).map(({ properties }) => ({
    id: String(properties?.code ?? ''),
    label: String(properties?.name ?? properties?.code ?? ''),
  }));
}

/** What a scope says, each part in words. */
export function useScopeWords() {
  const intl = useIntl();
  const { label } = useVocabulary();
  const roleName = useRoleName();
  const areas = useAreaChoices();
  const list = (words: readonly string[]) => intl.formatList(words, { type: 'conjunction' });
  return {
    roles: ({ roles }: Scope) => list(roles.map(roleName)),
    level: ({ level }: Scope) => label('levels', level),
    compartments: ({ compartments }: Scope) =>
      compartments.length === 0
        ? intl.formatMessage({ id: 'staff.noCompartment' })
        : list(compartments.map((code) => label('compartments', code))),
    areas: ({ areas: codes }: Scope) =>
      codes === null
        ? intl.formatMessage({ id: 'staff.wholeMission' })
        : list(codes.map((code) => areas.find(({ id }) => id === code)?.label ?? code)),
  };
}
