/** Words of a mandate as they stand there, each beside the paragraph it can be read in. */
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { QuoteView } from '../../../../src/mandates/answers/contract.ts';
import { useMission } from '../../../app/session.ts';
import './quotes.css';

export function Quotes({ quotes }: { quotes: readonly QuoteView[] }) {
  return (
    <ul className="quotes">
      {quotes.map(({ words, ...place }) => (
        // The words keep their own direction, and their number stands before them as it does in the text.
        <li key={`${place.provision} ${words}`} lang="en" dir="ltr">
          <ParagraphLink {...place} />
          <q>{words}</q>
        </li>
      ))}
    </ul>
  );
}

function ParagraphLink({ mandate, provision, number }: Pick<QuoteView, 'mandate' | 'provision' | 'number'>) {
  const intl = useIntl();
  const { slug: mission } = useMission();
  return (
    <Link
      className="quotes-number"
      to="/m/$mission/mandates/$id"
      params={{ mission, id: mandate }}
      hash={`p-${provision}`}
      aria-label={intl.formatMessage({ id: 'texts.paragraph' }, { number })}
    >
      {number}
    </Link>
  );
}
