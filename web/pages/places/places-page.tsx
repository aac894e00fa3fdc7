/** Where things are: the search for a place, and the boundaries and lists of names that it rests on. */
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '../../app/page.tsx';
import { BoundarySets } from './boundary-sets.tsx';
import { Gazetteers } from './gazetteers.tsx';
import { PlaceSearch } from './place-search.tsx';
import './places.css';

export function PlacesPage() {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'nav.places' })} lede={<FormattedMessage id="atlas.lede" />}>
      <PlaceSearch />
      <BoundarySets />
      <Gazetteers />
    </Page>
  );
}
