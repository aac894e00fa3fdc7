/** An answer: from what it is made, words for it, what conditions or limits it; or that the texts are silent. */
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AuthorityView } from '../../../../src/mandates/answers/contract.ts';
import { Section } from '../../../app/page.tsx';
import { useMission } from '../../../app/session.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { useDay } from '../mandate-lines.tsx';
import { Found, type Item } from './item.tsx';

const OWN_WORDS = ['task', 'means', 'other_place'] as const;
const isOwnWord = (why: Item['why']): why is (typeof OWN_WORDS)[number] => OWN_WORDS.some((word) => word === why);

export function Answer({ answer }: { answer: AuthorityView }) {
  const intl = useIntl();
  const day = useDay();
  if (answer.inForce.length === 0)
    return (
      <EmptyState title={intl.formatMessage({ id: 'mandate.ask.notAssessed' })}>
        <FormattedMessage id="mandate.ask.notAssessedText" values={{ day: day(answer.day) }} />
      </EmptyState>
    );
  return (
    <>
      <MadeFrom answer={answer} />
      {answer.silence ? <Silence /> : <Spoken answer={answer} />}
    </>
  );
}

/** Before any words: when and by what they were read, and which texts hold on the day. */
function MadeFrom({ answer: { asOf, rules, inForce, until, expired, day: asked } }: { answer: AuthorityView }) {
  const intl = useIntl();
  const { slug: mission, timeZone } = useMission();
  const day = useDay();
  const texts = intl.formatList(
    inForce.map(({ mandate, symbol }) => (
      <Link key={mandate} to="/m/$mission/mandates/$id" params={{ mission, id: mandate }}>
        <bdi>{symbol}</bdi>
      </Link>
    )),
  );
  const values = { at: intl.formatDate(asOf.at, { dateStyle: 'medium', timeZone }), rules, day: day(asked), texts };
  return (
    <div className="ask-from" data-expired={expired || undefined}>
      {expired ? (
        <p>
          <FormattedMessage id="mandate.ask.fromExpired" values={values} />
        </p>
      ) : (
        <p>
          <FormattedMessage
            id={until ? 'mandate.ask.fromUntil' : 'mandate.ask.from'}
            values={{ ...values, until: until ? day(until) : '' }}
          />
        </p>
      )}
      {expired && (
        <p>
          <b>
            <FormattedMessage id="mandate.ask.expired" />
          </b>{' '}
          {until && <FormattedMessage id="mandate.ask.lastDay" values={{ until: day(until) }} />}
        </p>
      )}
    </div>
  );
}

const Silence = () => (
  <div className="ask-silence">
    <p>
      <b>
        <FormattedMessage id="mandate.ask.silence" />
      </b>
    </p>
    <p>
      <FormattedMessage id="mandate.ask.silenceMeans" />
    </p>
  </div>
);

function Spoken({ answer }: { answer: AuthorityView }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const { for: words, limits, unconfirmed, expired } = answer;
  const reasons = [...new Set(limits.map(({ why }) => why))];
  return (
    <>
      <Section
        title={intl.formatMessage({ id: expired ? 'mandate.ask.wordsThen' : 'mandate.ask.words' })}
        aside={
          words.length > 0 && (
            <span className="soft small">
              <FormattedMessage id="mandate.ask.unconfirmed" values={{ n: unconfirmed, of: words.length }} />
            </span>
          )
        }
      >
        {words.length === 0 ? (
          <p>
            <FormattedMessage id="mandate.ask.noWords" />
          </p>
        ) : (
          <ol className="ask-items">
            {words.map((item) => (
              <Found key={`${item.provision} ${item.words}`} item={item} isWhole />
            ))}
          </ol>
        )}
      </Section>
      <Section title={intl.formatMessage({ id: 'mandate.ask.limits' })}>
        {limits.length === 0 ? (
          <p>
            <FormattedMessage id="mandate.ask.noLimits" />
          </p>
        ) : (
          reasons.map((why) => (
            <div key={why} className="ask-reason">
              <h3>
                {isOwnWord(why)
                  ? intl.formatMessage({ id: `mandate.ask.why.${why}` })
                  : label('mandate-qualifiers', why)}
              </h3>
              <ol className="ask-items">
                {limits
                  .filter((item) => item.why === why)
                  .map((item) => (
                    <Found key={`${item.provision} ${item.words}`} item={item} />
                  ))}
              </ol>
            </div>
          ))
        )}
      </Section>
    </>
  );
}
