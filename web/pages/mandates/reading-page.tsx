/** A mandate as paper: its words as they are, and beside each paragraph what was read in it and who vouches for that. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Mandate } from '../../../src/mandates/contract.ts';
import { mandateQuery } from '../../api/mandates.ts';
import { Page } from '../../app/page.tsx';
import { useMay, useMission } from '../../app/session.ts';
import { useAsOf } from '../../app/use-as-of.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Acts } from './acts.tsx';
import { CompareLink } from './compare/compare-link.tsx';
import { Foot } from './foot.tsx';
import { Reviewed, useDay } from './mandate-lines.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { MANDATE_VERBS } from './verbs.ts';
import './mandates.css';

const route = getRouteApi('/m/$mission/mandates/$id');

export function ReadingPage() {
  const { slug } = useMission();
  const { id } = route.useParams();
  const asOf = useAsOf();
  const may = useMay();
  const mandate = useQuery({ ...mandateQuery(slug, id, asOf), enabled: may(MANDATE_VERBS.read) });
  return (
    <Loaded query={mandate} lines={14}>
      {(found) => <OneMandate key={id} mandate={found} isPast={asOf !== undefined} />}
    </Loaded>
  );
}

function OneMandate({ mandate, isPast }: { mandate: Mandate; isPast: boolean }) {
  const intl = useIntl();
  const may = useMay();
  const { timeZone } = useMission();
  const { label } = useVocabulary();
  const day = useDay();
  const { symbol, title, kind, date, level, rules, readAt, withdrawn, note } = mandate;
  const isOpen = !isPast && !withdrawn;
  const read = intl.formatDate(readAt, { dateStyle: 'medium', timeZone });
  return (
    <Page
      title={title ? `${symbol}, ${title}` : symbol}
      lede={`${label('mandate-kinds', kind)} · ${day(date)} · ${label('levels', level)}`}
      needs={MANDATE_VERBS.read}
      followsAsOf
      acts={isOpen && may(MANDATE_VERBS.add) && <Acts mandate={mandate} />}
    >
      {withdrawn && (
        <p className="page-now small" role="status">
          <FormattedMessage id="texts.isWithdrawn" />
        </p>
      )}
      <div className="mandate-state">
        <Reviewed mandate={mandate} />
        <span className="soft">
          <FormattedMessage id="texts.readBy" values={{ at: read, rules }} />
        </span>
        {mandate.chapterVII && (
          <span className="soft">
            <FormattedMessage id="texts.chapterVII" />
          </span>
        )}
        <CompareLink mandate={mandate} />
      </div>
      {note && (
        <p className="mandate-note">
          <bdi>{note}</bdi>
        </p>
      )}
      <Paragraphs mandate={mandate} canReview={isOpen && may(MANDATE_VERBS.review)} />
      <Foot mandate={mandate} />
    </Page>
  );
}
