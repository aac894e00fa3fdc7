import { createContext, useContext } from 'react';
import type { Session } from '../api/session.ts';

/** Verbs that the pages ask about before they offer an act; the server decides in any case. */
export const VERBS = {
  record: 'incident.record',
  edit: 'incident.edit',
  confirm: 'incident.confirm',
  verify: 'incident.verify',
} as const;

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** The signed-in person and their mission; only below the shell, which guarantees both. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside the shell');
  return session;
}

export const useMission = () => useSession().mission;

/** May this person do it? Hides what would only be refused. */
export function useMay() {
  const { verbs } = useSession().person;
  return (verb: string) => verbs.includes(verb);
}
