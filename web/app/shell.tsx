import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { fetchSheets } from '../ui/later.ts';
import { KnownThenBand } from './as-of.tsx';
import { DiskBand } from './disk-band.tsx';
import { useKeys } from './keys.ts';
import { LineDown } from './line-down.tsx';
import { useLive } from './live.ts';
import { Nav } from './nav.tsx';
import { SessionProvider } from './session.ts';
import { TopBar } from './top-bar.tsx';
import './shell.css';

const route = getRouteApi('/m/$mission');
const Hour = lazy(() => import('../hour/hour.tsx'));
const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.tsx'));

/** What stands around every page: who we are, where to go, and as of when we look. */
export function Shell() {
  const { session } = route.useRouteContext();
  const { mission } = route.useParams();
  const search = useRef<HTMLInputElement>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const navigate = useNavigate();
  const toSignIn = useCallback(
    () => navigate({ to: '/sign-in', search: { to: location.pathname + location.search } }),
    [navigate],
  );
  const lostAt = useLive(mission, toSignIn);
  useEffect(() => {
    fetchSheets();
  }, []);
  useKeys({
    'mod+k': () => search.current?.focus(),
    '/': () => search.current?.focus(),
    '?': () => setShowsKeys(true),
  });
  return (
    <SessionProvider value={session}>
      <a className="skip" href="#main">
        <FormattedMessage id="shell.skip" />
      </a>
      <div className="shell">
        <TopBar searchRef={search} onShowKeys={() => setShowsKeys(true)} />
        <div className="bands">
          <LineDown since={lostAt} />
          <DiskBand />
          <KnownThenBand />
        </div>
        <Nav />
        <main id="main" className="main" tabIndex={-1}>
          <Outlet />
        </main>
        <Suspense>{session.mission.simulated && <Hour />}</Suspense>
      </div>
      <Suspense>{showsKeys && <ShortcutsDialog onClose={() => setShowsKeys(false)} />}</Suspense>
    </SessionProvider>
  );
}
