/** A theme through the years of all texts that are kept: when it is spoken of, and which of its wordings spread from where. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ThemeView } from '../../../../src/mandates/answers/contract.ts';
import { THEMES } from '../../../../src/mandates/contract.ts';
import { themeQuery } from '../../../api/mandate-answers.ts';
import { Page, Section } from '../../../app/page.tsx';
import { useMay, useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Select } from '../../../ui/select.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { isolate } from '../../../words/isolate.ts';
import { useDay } from '../mandate-lines.tsx';
import { MANDATE_VERBS } from '../verbs.ts';
import { YearsPicture } from './years-picture.tsx';
import './beside.css';

const route = getRouteApi('/m/$mission/mandates/theme');
type Wording = ThemeView['wordings'][number];

export function ThemePage() {
  const intl = useIntl();
  const may = useMay();
  const { slug } = useMission();
  const asOf = useAsOf();
  const navigate = useNavigate();
  const { theme = THEMES[0] } = route.useSearch();
  const found = useQuery({ ...themeQuery(slug, theme, asOf), enabled: may(MANDATE_VERBS.read) });
  return (
    <Page
      title={intl.formatMessage({ id: 'mandate.theme.title' })}
      lede={<FormattedMessage id="mandate.theme.lede" />}
      needs={MANDATE_VERBS.read}
      followsAsOf
    >
      <div className="theme-choice">
        <Select
          label={intl.formatMessage({ id: 'mandate.theme.theme' })}
          choices={THEMES.map((id) => ({ id, label: intl.formatMessage({ id: `mandate.theme.of.${id}` }) }))}
          value={theme}
          onChange={(id) =>
            navigate({
              to: '/m/$mission/mandates/theme',
              params: { mission: slug },
              search: { theme: THEMES.find((one) => one === id) },
            })
          }
        />
      </div>
      <Loaded query={found} lines={10}>
        {(view) => <Theme view={view} />}
      </Loaded>
    </Page>
  );
}

function Theme({ view: { texts, years, wordings } }: { view: ThemeView }) {
  const intl = useIntl();
  if (texts === 0)
    return (
      <EmptyState title={intl.formatMessage({ id: 'texts.empty' })}>
        <FormattedMessage id="mandate.theme.emptyText" />
      </EmptyState>
    );
  return (
    <>
      <Section
        title={intl.formatMessage({ id: 'mandate.theme.years' })}
        lede={<FormattedMessage id="mandate.theme.madeFrom" values={{ n: texts }} />}
      >
        <YearsPicture years={years} />
      </Section>
      <Section
        title={intl.formatMessage({ id: 'mandate.theme.wordings' })}
        lede={<FormattedMessage id="mandate.theme.origin" />}
      >
        {wordings.length === 0 ? (
          <p>
            <FormattedMessage id="mandate.theme.noWordings" />
          </p>
        ) : (
          <ol className="ask-items">
            {wordings.map((wording) => (
              <Spread key={wording.words} wording={wording} />
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

function Spread({ wording: { words, origin, places } }: { wording: Wording }) {
  const day = useDay();
  const later = places.filter(({ mandate }) => mandate !== origin.mandate);
  return (
    <li className="ask-item">
      <p className="theme-words">
        <q lang="en" dir="ltr">
          {words}
        </q>
      </p>
      <p>
        <FormattedMessage
          id="mandate.theme.first"
          values={{
            text: <TextLink key="text" place={origin} />,
            day: day(origin.date),
            number: isolate(origin.number),
          }}
        />
      </p>
      {later.length > 0 && (
        <details>
          <summary className="soft">
            <FormattedMessage id="mandate.theme.then" values={{ n: later.length }} />
          </summary>
          <ol className="theme-places">
            {later.map((place) => (
              <li key={`${place.mandate} ${place.number}`}>
                <FormattedMessage
                  id="mandate.theme.place"
                  values={{
                    text: <TextLink key="text" place={place} />,
                    day: day(place.date),
                    number: isolate(place.number),
                  }}
                />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

function TextLink({ place: { mandate, symbol } }: { place: Wording['origin'] }) {
  const { slug: mission } = useMission();
  return (
    <Link to="/m/$mission/mandates/$id" params={{ mission, id: mandate }}>
      <bdi>{symbol}</bdi>
    </Link>
  );
}
