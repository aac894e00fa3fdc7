import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { boundarySetsQuery } from '../../api/boundary-sets.ts';
import type { MissionSettings } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { Loaded } from '../../ui/loaded.tsx';

/** Which borders and areas the mission works with; they are brought and chosen among on the page of places. */
export function Boundaries({ mission: { slug } }: { mission: MissionSettings }) {
  const intl = useIntl();
  const sets = useInfiniteQuery(boundarySetsQuery(slug));
  return (
    <Section
      title={intl.formatMessage({ id: 'house.boundaries' })}
      lede={<FormattedMessage id="house.boundariesHelp" />}
      aside={
        <Link to="/m/$mission/places" params={{ mission: slug }}>
          <FormattedMessage id="house.toPlaces" />
        </Link>
      }
    >
      <Loaded query={sets} lines={1}>
        {(items) => {
          const active = items.find((set) => set.active);
          if (!active) return <FormattedMessage id="house.noBoundaries" />;
          return (
            <p>
              <bdi>{active.name}</bdi>
              <span className="soft">
                {' · '}
                <bdi>{active.source}</bdi>
              </span>
            </p>
          );
        }}
      </Loaded>
    </Section>
  );
}
