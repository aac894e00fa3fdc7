/** Words of a paragraph that answer a question: where they stand, as they stand, and who vouches for how they are read. */
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AuthorityView } from '../../../../src/mandates/answers/contract.ts';
import { useMission } from '../../../app/session.ts';
import { Circle } from '../../../ui/marks.tsx';
import { isolate } from '../../../words/isolate.ts';

export type Item = AuthorityView['for'][number];

interface FoundProps {
  item: Item;
  /** The whole paragraph is in view; otherwise it is folded below the words found. */
  isWhole?: boolean;
}

export function Found({ item, isWhole = false }: FoundProps) {
  const { slug: mission } = useMission();
  const { mandate, provision, symbol, number, words, why } = item;
  return (
    <li className="ask-item">
      <p className="ask-where">
        <Link to="/m/$mission/mandates/$id" params={{ mission, id: mandate }} hash={`p-${provision}`}>
          <FormattedMessage
            id="mandate.ask.paragraphOf"
            values={{ number: isolate(number), symbol: isolate(symbol) }}
          />
        </Link>
        {why === 'means' && (
          <span className="soft">
            {' · '}
            <FormattedMessage id="mandate.ask.why.means" />
          </span>
        )}
      </p>
      {isWhole ? (
        <Words item={item} />
      ) : (
        <details className="ask-whole">
          <summary>
            <q lang="en" dir="ltr">
              {words}
            </q>
            <span className="visually-hidden">
              <FormattedMessage id="mandate.ask.whole" />
            </span>
          </summary>
          <Words item={item} />
        </details>
      )}
      <Vouched item={item} />
    </li>
  );
}

/** The paragraph in its own language, with the words found in bold. */
function Words({ item: { text, words } }: { item: Item }) {
  const at = text.indexOf(words);
  return (
    <p className="ask-words" lang="en" dir="ltr">
      {at < 0 || words === '' ? (
        text
      ) : (
        <>
          {text.slice(0, at)}
          <b>{words}</b>
          {text.slice(at + words.length)}
        </>
      )}
    </p>
  );
}

function Vouched({ item: { confirmedBy } }: { item: Item }) {
  const intl = useIntl();
  const { timeZone } = useMission();
  return (
    <p className="status soft small">
      <Circle fill={confirmedBy ? 'full' : 'empty'} />
      <span>
        {confirmedBy ? (
          <FormattedMessage
            id="mandate.ask.confirmedBy"
            values={{
              who: isolate(confirmedBy.name),
              at: intl.formatDate(confirmedBy.at, { dateStyle: 'medium', timeZone }),
            }}
          />
        ) : (
          <FormattedMessage id="mandate.ask.nobody" />
        )}
      </span>
    </p>
  );
}
