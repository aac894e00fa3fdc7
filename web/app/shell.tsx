import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useKeptForTheLine } from '../line/use-kept.ts';
import { fetchSheets } from '../ui/later.ts';
import { KnownThenBand } from './as-of.tsx';
import { useHouseCommands } from './commands/house-commands.ts';
import { useShortcuts } from './commands/registry.ts';
import { DiskBand } from './disk-band.tsx';
import { LineDown } from './line-down.tsx';
import { useLive } from './live.ts';
import { Nav } from './nav.tsx';
import { PrintHead } from './print-head.tsx';
import { quiet } from './quiet.ts';
import { SessionProvider } from './session.ts';
import { TopBar } from './top-bar.tsx';
import { useLater } from './use-later.ts';
import './shell.css';
import './print.css';

const route = getRouteApi('/m/$mission');
/** Of the demonstration; its route fetches it beside the page's own script. */
export const hour = () => import('../hour/hour.tsx');
const waitingBand = () => import('../line/waiting-band.tsx');
const Palette = lazy(() => import('./commands/palette.tsx'));
const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.tsx'));

/** What stands around every page: who we are, where to go, and as of when we look. */
export function Shell() {
  const { session } = route.useRouteContext();
  const { mission } = route.useParams();
  const search = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState<'keys' | 'palette' | null>(null);
  const navigate = useNavigate();
  const toSignIn = useCallback(
    () => navigate({ to: '/sign-in', search: { to: location.pathname + location.search } }),
    [navigate],
  );
  const lostAt = useLive(mission, toSignIn);
  useKeptForTheLine(lostAt !== null, toSignIn);
  const Hour = useLater(hour, { isWanted: session.mission.simulated });
  const WaitingBand = useLater(waitingBand, { whenQuiet: lostAt === null });
  const client = useQueryClient();
  useEffect(() => {
    quiet(client).then(fetchSheets);
  }, [client]);
  return (
    <SessionProvider value={session}>
      <a className="skip" href="#main">
        <FormattedMessage id="shell.skip" />
      </a>
      <div className="shell">
        <PrintHead />
        <TopBar searchRef={search} onShowKeys={() => setOver('keys')} onPalette={() => setOver('palette')} />
        <div className="bands">
          <LineDown since={lostAt} />
          {WaitingBand && <WaitingBand isDown={lostAt !== null} />}
          <DiskBand />
          <KnownThenBand />
        </div>
        <Nav />
        <main id="main" className="main" tabIndex={-1}>
          <Outlet />
        </main>
        {Hour && <Hour />}
      </div>
      <HouseCommands
        onSearch={() => search.current?.focus()}
        onShowKeys={() => setOver('keys')}
        onPalette={() => setOver('palette')}
      />
      <Suspense>
        {over === 'keys' && <ShortcutsDialog onClose={() => setOver(null)} />}
        {over === 'palette' && <Palette onClose={() => setOver(null)} />}
      </Suspense>
    </SessionProvider>
  );
}

/** Below the session, which the commands ask who may what. */
function HouseCommands(acts: Parameters<typeof useHouseCommands>[0]) {
  useHouseCommands(acts);
  useShortcuts();
  return null;
}
