import { useIntl } from 'react-intl';
import type { PlaceHit } from '../../../src/places/contract.ts';
import { degreesText } from './degrees.ts';

/** Hits, best first, numbered as on the map. */
export function Hits({ hits }: { hits: readonly PlaceHit[] }) {
  const intl = useIntl();
  return (
    <ol className="hits" aria-live="polite">
      {hits.map((hit, index) => (
        <li key={hit.id}>
          <span className="hit-number" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <p>
              <b>
                <bdi>{hit.name}</bdi>
              </b>{' '}
              {hit.matched && (
                <span className="soft">
                  <bdi>{intl.formatMessage({ id: 'atlas.matched' }, { name: hit.matched })}</bdi>
                </span>
              )}
            </p>
            <p className="soft small">
              {[
                intl.formatMessage({ id: `atlas.kind.${hit.kind}` }),
                hit.adm2,
                hit.adm1,
                hit.countryIso3,
                hit.population && intl.formatMessage({ id: 'atlas.population' }, { n: hit.population }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="soft small" dir="ltr">
              {degreesText(hit.point)}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
