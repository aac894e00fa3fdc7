import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { areasQuery, placeHitsQuery } from '../../api/places.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { SmallMap } from '../../map/small-map.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Hits } from './hits.tsx';

const route = getRouteApi('/m/$mission/places');

/** Finds a place by name, grid reference or coordinates; the words stand in the address. */
export function PlaceSearch() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug, bounds } = useMission();
  const { find } = route.useSearch();
  const [typed, setTyped] = useState(find ?? '');
  const looked = useDeferredValue(typed.trim());
  const hits = useQuery(placeHitsQuery(slug, looked));
  const areas = useQuery(areasQuery(slug));
  const found = looked ? (hits.data ?? []) : [];
  const keep = (text: string) =>
    navigate({ to: '.', search: (before) => ({ ...before, find: text.trim() || undefined }), replace: true });
  const label = intl.formatMessage({ id: 'atlas.search' });
  return (
    <Section title={label} lede={<FormattedMessage id="atlas.searchHelp" />}>
      <div className="atlas-search">
        <div className="atlas-found">
          <SearchField aria-label={label} value={typed} onChange={setTyped} onSubmit={keep} onClear={() => keep('')}>
            <Input
              className="control"
              dir="auto"
              placeholder={intl.formatMessage({ id: 'atlas.example' })}
              onBlur={() => keep(typed)}
            />
          </SearchField>
          {looked && (
            <Loaded query={hits} lines={4}>
              {(items) =>
                items.length === 0 ? (
                  <EmptyState title={intl.formatMessage({ id: 'atlas.nothing' }, { q: looked })}>
                    <FormattedMessage id="atlas.nothingText" />
                  </EmptyState>
                ) : (
                  <Hits hits={items} />
                )
              }
            </Loaded>
          )}
        </div>
        <figure className="atlas-map">
          <SmallMap
            label={intl.formatMessage({ id: 'atlas.map' }, { n: found.length })}
            areas={areas.data}
            bounds={bounds}
            points={found.map(({ point }) => point)}
          />
          <figcaption className="soft small">
            <FormattedMessage id="map.disclaimer" />
          </figcaption>
        </figure>
      </div>
    </Section>
  );
}
