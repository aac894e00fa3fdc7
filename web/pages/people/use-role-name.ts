import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from '../../api/people.ts';
import { useLanguage } from '../../app/preferences.ts';
import { useMission } from '../../app/session.ts';

/** A role in the words of the page's language; its code until the roles are there. */
export function useRoleName() {
  const { slug } = useMission();
  const language = useLanguage();
  const { data = [] } = useQuery(rolesQuery(slug));
  return (code: string): string =>
    data.find((role) => role.code === code)?.labels[language] ?? code.replaceAll('_', ' ');
}
