import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LANGUAGES, type Language } from '../../src/vocabulary/codes.ts';
import { signOut } from '../api/session.ts';
import { dropAllImports } from '../pages/import/kept.ts';
import { Chevron } from '../ui/marks.tsx';
import { Menu } from '../ui/menu.tsx';
import { Icon } from './icons.tsx';
import { setLanguage, setTheme, THEMES, useLanguage, useTheme } from './preferences.ts';
import { useMission, useSession } from './session.ts';

/** A language is always named in itself. */
export const OWN_NAMES: Record<Language, string> = { en: 'English', fr: 'Français', ar: 'العربية' };

export function AccountMenu({ onShowKeys }: { onShowKeys: () => void }) {
  const intl = useIntl();
  const { person, missions } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const theme = useTheme();
  const language = useLanguage();
  const { slug } = useMission();
  const leave = async () => {
    await signOut();
    // Only here: the drafts' store is no part of the room's shell.
    const { dropAllDrafts } = await import('../pages/edit/drafts.ts');
    await dropAllDrafts();
    dropAllImports();
    client.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <>
      <LanguageMenu />
      <Menu
        label={intl.formatMessage({ id: 'account.menu' })}
        look="bare"
        button={<Icon name="account" size={18} />}
        buttonLabel={intl.formatMessage({ id: 'account.of' }, { name: person.name })}
        parts={[
          ...(missions.length > 1
            ? [
                {
                  title: intl.formatMessage({ id: 'account.missions' }),
                  choices: missions.map(({ slug: id, names }) => ({ id, label: names[language] })),
                  value: slug,
                  onChange: (mission: string) => navigate({ to: '/m/$mission/room', params: { mission } }),
                },
              ]
            : []),
          {
            title: intl.formatMessage({ id: 'theme.title' }),
            choices: THEMES.map((id) => ({ id, label: intl.formatMessage({ id: `theme.${id}` }) })),
            value: theme,
            onChange: (id) => setTheme(THEMES.find((t) => t === id) ?? 'system'),
          },
          {
            label: intl.formatMessage({ id: 'own.title' }),
            act: () => navigate({ to: '/m/$mission/account', params: { mission: slug } }),
          },
          { label: intl.formatMessage({ id: 'keys.title' }), act: onShowKeys },
          { label: intl.formatMessage({ id: 'account.signOut' }), act: leave },
        ]}
      />
    </>
  );
}

export function LanguageMenu() {
  const intl = useIntl();
  const language = useLanguage();
  return (
    <Menu
      label={intl.formatMessage({ id: 'language.title' })}
      look="bare"
      button={
        <>
          {language.toUpperCase()}
          <span className="visually-hidden">
            {intl.formatMessage({ id: 'language.now' }, { name: OWN_NAMES[language] })}
          </span>
          <Chevron />
        </>
      }
      parts={[
        {
          title: intl.formatMessage({ id: 'language.title' }),
          choices: LANGUAGES.map((id) => ({ id, label: OWN_NAMES[id] })),
          value: language,
          onChange: (id) => setLanguage(LANGUAGES.find((l) => l === id) ?? 'en'),
        },
      ]}
    />
  );
}
