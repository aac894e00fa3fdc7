import { Link, useNavigate } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { Key } from '../ui/marks.tsx';
import { AccountMenu } from './account-menu.tsx';
import { AsOfControl } from './as-of.tsx';
import { keysOf } from './commands/shortcuts.ts';
import { Icon } from './icons.tsx';
import { Bell } from './notices/bell.tsx';
import { InventedMark, LevelMark } from './page-marks.tsx';
import { useMission, useSession } from './session.ts';
import { useTextFilter } from './text-filter.ts';

interface TopBarProps {
  searchRef: RefObject<HTMLInputElement | null>;
  onShowKeys: () => void;
  onPalette: () => void;
}

export function TopBar({ searchRef, onShowKeys, onPalette }: TopBarProps) {
  const intl = useIntl();
  const mission = useMission();
  const { person } = useSession();
  return (
    <header className="top">
      <Link to="/m/$mission/room" params={{ mission: mission.slug }} className="logo">
        <svg width="12" height="14" viewBox="0 0 12 14" aria-hidden="true">
          <path d="m6 0 6 3v5.4L6 14 0 8.4V3z" fill="currentColor" />
        </svg>
        Kinga
      </Link>
      <p className="top-mission">
        {mission.name}
        <span className="framework"> · {mission.frameworkName}</span>
      </p>
      {mission.simulated && <InventedMark />}
      <LevelMark level={person.level} />
      <span className="top-space" />
      <Search searchRef={searchRef} />
      <Button
        look="bare"
        className="top-palette"
        aria-label={`${intl.formatMessage({ id: 'palette.title' })}: ${keysOf('palette').join()}`}
        onPress={onPalette}
      >
        {keysOf('palette').join()}
      </Button>
      <AsOfControl />
      <Bell />
      <AccountMenu onShowKeys={onShowKeys} onPalette={onPalette} />
    </header>
  );
}

/** Full text over the room; Enter puts the words into the address. */
function Search({ searchRef }: Pick<TopBarProps, 'searchRef'>) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug } = useMission();
  const current = useTextFilter();
  const [typed, setTyped] = useState(current);
  const [seen, setSeen] = useState(current);
  if (seen !== current) {
    setSeen(current);
    setTyped(current);
  }
  const look = (q: string) =>
    navigate({
      to: '/m/$mission/room',
      params: { mission: slug },
      search: (before) => ({ ...before, q: q.trim() || undefined }),
    });
  return (
    <search>
      <form
        className="find"
        onSubmit={(event) => {
          event.preventDefault();
          look(typed);
        }}
      >
        <Icon name="search" size={14} />
        <input
          ref={searchRef}
          type="search"
          aria-label={intl.formatMessage({ id: 'search.label' })}
          placeholder={intl.formatMessage({ id: 'search.placeholder' })}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && current) look('');
          }}
        />
        <Key>{keysOf('search').join()}</Key>
      </form>
    </search>
  );
}
