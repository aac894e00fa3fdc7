/** What this browser remembers of a person's taste: language and light. Kept apart from the account: desks are shared. */
import { useSyncExternalStore } from 'react';
import { LANGUAGES, type Language } from '../../src/vocabulary/codes.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const listeners = new Set<() => void>();
const dark = matchMedia('(prefers-color-scheme: dark)');

const read = (key: string) => localStorage.getItem(`kinga.${key}`);

function write(key: string, value: string) {
  localStorage.setItem(`kinga.${key}`, value);
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  dark.addEventListener('change', tell);
  return () => {
    listeners.delete(tell);
    dark.removeEventListener('change', tell);
  };
}

const currentTheme = (): Theme => THEMES.find((t) => t === read('theme')) ?? 'system';

function currentLanguage(): Language {
  const wished = [read('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.map((w) => LANGUAGES.find((l) => l === w)).find((l) => l !== undefined) ?? 'en';
}

export const useTheme = () => useSyncExternalStore(subscribe, currentTheme);
export const setTheme = (theme: Theme) => write('theme', theme);

/** What is on the screen: `system` resolved. */
export const useIsDark = () =>
  useSyncExternalStore(subscribe, () => currentTheme() === 'dark' || (currentTheme() === 'system' && dark.matches));

export const useLanguage = () => useSyncExternalStore(subscribe, currentLanguage);
export const setLanguage = (language: Language) => write('language', language);
