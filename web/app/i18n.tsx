/** Three languages, one of them right to left; the messages of the other two are never downloaded. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { IntlProvider } from 'react-intl';
import type { Language } from '../../src/vocabulary/codes.ts';
import { useIsDark, useLanguage } from './preferences.ts';

/** Arabic keeps Latin digits: grid references, grades and exported files have them too. */
const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-u-nu-latn' };

const loaders: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('../messages/en.json'),
  fr: () => import('../messages/fr.json'),
  ar: () => import('../messages/ar.json'),
};

export const messagesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['messages', language],
    queryFn: async () => (await loaders[language]()).default,
    staleTime: Number.POSITIVE_INFINITY,
  });

const directionOf = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr');

/** Gives the tree its words, its direction and its light; draws nothing until the words are there. */
export function Languages({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const isDark = useIsDark();
  const { data: messages } = useQuery({ ...messagesQuery(language), placeholderData: (before) => before });

  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = language;
    page.dir = directionOf(language);
    page.dataset.theme = isDark ? 'dark' : 'light';
  }, [language, isDark]);

  if (!messages) return null;
  return (
    <IntlProvider locale={LOCALES[language]} messages={messages} timeZone="UTC">
      <I18nProvider locale={LOCALES[language]}>{children}</I18nProvider>
    </IntlProvider>
  );
}
