/** What this browser remembers of a person: language, light, the first hour. Kept apart from the account: desks are shared. */
import { useSyncExternalStore } from 'react';
import { LANGUAGES, type Language } from '../../src/vocabulary/codes.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const listeners = new Set<() => void>();
const dark = matchMedia('(prefers-color-scheme: dark)');

export const fromBrowser = (key: string) => localStorage.getItem(`kinga.${key}`);

export function keepInBrowser(key: string, value: string) {
  localStorage.setItem(`kinga.${key}`, value);
  for (const tell of listeners) tell();
}

export function subscribe(tell: () => void) {
  listeners.add(tell);
  dark.addEventListener('change', tell);
  return () => {
    listeners.delete(tell);
    dark.removeEventListener('change', tell);
  };
}

const currentTheme = (): Theme => THEMES.find((t) => t === fromBrowser('theme')) ?? 'system';

let ofMission: Language = 'en';

/** What pages begin in where neither the person nor the browser asks for one of the three. */
export function setMissionLanguage(language: Language) {
  if (language === ofMission) return;
  ofMission = language;
  for (const tell of listeners) tell();
}

/** What the person chose, else what the browser asks for, else what the mission begins in. */
export function currentLanguage(): Language {
  const wished = [fromBrowser('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.map((w) => LANGUAGES.find((l) => l === w)).find((l) => l !== undefined) ?? ofMission;
}

export const useTheme = () => useSyncExternalStore(subscribe, currentTheme);
export const setTheme = (theme: Theme) => keepInBrowser('theme', theme);

/** What is on the screen: `system` resolved. */
export const useIsDark = () =>
  useSyncExternalStore(subscribe, () => currentTheme() === 'dark' || (currentTheme() === 'system' && dark.matches));

export const useLanguage = () => useSyncExternalStore(subscribe, currentLanguage);
export const setLanguage = (language: Language) => keepInBrowser('language', language);
