/** The mission itself: its names, clock, language, frame and boundaries, what looks old, its framework, its components. */
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { settingsQuery } from '../../api/mission.ts';
import { Page } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Basics } from './basics.tsx';
import { Boundaries } from './boundaries.tsx';
import { Components } from './components.tsx';
import { Framework } from './framework.tsx';
import { DefaultLevels } from './levels.tsx';
import { Stale } from './stale.tsx';
import { TypesFirst } from './types-first.tsx';
import { Words } from './words.tsx';
import './settings.css';

export function SettingsPage() {
  const intl = useIntl();
  const { slug } = useMission();
  const settings = useQuery(settingsQuery(slug));
  return (
    <Page title={intl.formatMessage({ id: 'nav.settings' })} lede={<FormattedMessage id="house.lede" />}>
      <Loaded query={settings} lines={10}>
        {(mission) => (
          // A new version is a new page: what was half typed on an older one would be refused anyway.
          <div key={mission.version}>
            <Basics mission={mission} />
            <Boundaries mission={mission} />
            <Stale mission={mission} />
            <DefaultLevels mission={mission} />
            <Framework mission={mission} />
            <TypesFirst mission={mission} />
            <Words mission={mission} />
            <Components mission={mission} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
