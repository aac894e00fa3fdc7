import { createContext, useContext } from 'react';
import { LEVELS, type Level } from '../../src/vocabulary/codes.ts';
import type { MissionSession } from '../api/session.ts';
import { useLanguage } from './preferences.ts';

/** Verbs that the pages ask about before they offer an act; the server decides in any case. */
export const VERBS = {
  record: 'incident.record',
  comment: 'incident.comment',
  edit: 'incident.edit',
  confirm: 'incident.confirm',
  verify: 'incident.verify',
  erase: 'incident.erase',
} as const;

const SessionContext = createContext<MissionSession | null>(null);
export const SessionProvider = SessionContext.Provider;

/** The signed-in person and their mission; only below the shell, which guarantees both. */
export function useSession(): MissionSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside the shell');
  return session;
}

/** The mission of the page, with its name and its framework's in the page's language. */
export function useMission() {
  const { mission } = useSession();
  const language = useLanguage();
  return { ...mission, name: mission.names[language], frameworkName: mission.framework.names[language] };
}

/** May this person read what is at a level? Components may still keep it from them. */
export function useReads() {
  const { level } = useSession().person;
  return (wanted: Level) => LEVELS.indexOf(level) >= LEVELS.indexOf(wanted);
}

/** May this person do it? Hides what would only be refused. */
export function useMay() {
  const { verbs } = useSession().person;
  return (verb: string) => verbs.includes(verb);
}
