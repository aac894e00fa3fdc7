/** What can be done from every page: go somewhere, look back, speak another language, leave. */
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LANGUAGES } from '../../../src/vocabulary/codes.ts';
import { OWN_NAMES } from '../account-menu.tsx';
import { instantOf, missionDay } from '../clock.ts';
import { useNouns } from '../nav.tsx';
import { keepInBrowser, setLanguage, setTheme, THEMES, useLanguage, useTheme } from '../preferences.ts';
import { useMay, useMission, useSession, VERBS } from '../session.ts';
import { useAsOf, useSetAsOf } from '../use-as-of.ts';
import { useLeave } from '../use-leave.ts';
import { type Command, useCommands, useKeyCommand } from './registry.ts';

const DAY_MS = 86_400_000;
/** Days back from the mission's now: what is asked about most after something went wrong. */
const BACK = [1, 7, 30, 365] as const;

interface HouseActs {
  onSearch: () => void;
  onShowKeys: () => void;
  onPalette: () => void;
}

export function useHouseCommands({ onSearch, onShowKeys, onPalette }: HouseActs): void {
  const key = useKeyCommand();
  const parts = [useGoing(), useKnown(), useTaste(), useAccount()];
  useCommands((typed) => [
    ...key('search', 'view', true, onSearch),
    ...key('help', 'view', true, onShowKeys),
    ...key('palette', 'view', true, onPalette),
    ...parts.flatMap((part) => part(typed)),
  ]);
}

type Part = (typed: string) => Command[];

function useGoing(): Part {
  const intl = useIntl();
  const navigate = useNavigate();
  const router = useRouter();
  const { slug: mission } = useMission();
  const nouns = useNouns();
  const may = useMay();
  const key = useKeyCommand();
  const asOf = useAsOf();
  const go = (noun: string, label: string): Command => ({
    ...{ id: `go.${noun}`, group: 'go', label },
    run: () => navigate({ to: `/m/$mission/${noun}` as '/m/$mission/room', params: { mission } }),
  });
  return () => {
    // Whoever writes a record must not leave it by a key that slipped.
    const writes = router.state.location.pathname.includes('/incidents/');
    return [
      ...nouns.map((noun) => go(noun, intl.formatMessage({ id: `nav.${noun}` }))),
      go('account', intl.formatMessage({ id: 'own.title' })),
      ...(may('mandate.read') ? [go('mandates/ask', intl.formatMessage({ id: 'mandate.ask.title' }))] : []),
      ...key('record', 'record', may(VERBS.record) && !asOf && !writes, () =>
        navigate({ to: '/m/$mission/incidents/new', params: { mission } }),
      ),
    ];
  };
}

function useKnown(): Part {
  const intl = useIntl();
  const { now, timeZone } = useMission();
  const asOf = useAsOf();
  const setAsOf = useSetAsOf();
  const evening = (day: string) => instantOf(`${day}T23:59`, timeZone);
  return (typed) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(typed.trim()) && !Number.isNaN(Date.parse(typed)) ? typed.trim() : null;
    return [
      ...(asOf
        ? [
            {
              ...{ id: 'asof-now', group: 'known' as const, label: intl.formatMessage({ id: 'asOf.back' }) },
              run: () => setAsOf(undefined),
            },
          ]
        : []),
      ...BACK.map((n) => ({
        ...{ id: `asof-${n}`, group: 'known' as const, label: intl.formatMessage({ id: 'palette.knownBack' }, { n }) },
        run: () => setAsOf(evening(missionDay(new Date(Date.parse(now) - n * DAY_MS).toISOString(), timeZone))),
      })),
      ...(day
        ? [
            {
              ...{ id: 'asof-typed', group: 'known' as const, isTyped: true },
              label: intl.formatMessage(
                { id: 'palette.knownOn' },
                { day: intl.formatDate(`${day}T12:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' }) },
              ),
              run: () => setAsOf(evening(day)),
            },
          ]
        : []),
    ];
  };
}

function useTaste(): Part {
  const intl = useIntl();
  const [language, theme] = [useLanguage(), useTheme()];
  const set = intl.formatMessage({ id: 'palette.isSet' });
  return () => [
    ...LANGUAGES.map((id) => ({
      ...{ id: `language.${id}`, group: 'language' as const, label: OWN_NAMES[id] },
      detail: id === language ? set : undefined,
      run: () => setLanguage(id),
    })),
    ...THEMES.map((id) => ({
      ...{ id: `theme.${id}`, group: 'theme' as const, label: intl.formatMessage({ id: `theme.${id}` }) },
      detail: id === theme ? set : undefined,
      run: () => setTheme(id),
    })),
  ];
}

function useAccount(): Part {
  const intl = useIntl();
  const navigate = useNavigate();
  const language = useLanguage();
  const { missions } = useSession();
  const { slug, simulated } = useMission();
  const leave = useLeave();
  return () => [
    ...(missions.length > 1
      ? missions.map((mission) => ({
          ...{ id: `mission.${mission.slug}`, group: 'account' as const, label: mission.names[language] },
          detail: mission.slug === slug ? intl.formatMessage({ id: 'palette.isSet' }) : undefined,
          run: () => navigate({ to: '/m/$mission/room', params: { mission: mission.slug } }),
        }))
      : []),
    {
      ...{ id: 'print', group: 'view' as const, label: intl.formatMessage({ id: 'palette.print' }) },
      run: () => window.print(),
    },
    ...(simulated
      ? [
          {
            ...{ id: 'hour', group: 'account' as const, label: intl.formatMessage({ id: 'hour.title' }) },
            run: () => keepInBrowser('hour', 'open'),
          },
        ]
      : []),
    {
      ...{ id: 'sign-out', group: 'account' as const, label: intl.formatMessage({ id: 'account.signOut' }) },
      run: leave,
    },
  ];
}
