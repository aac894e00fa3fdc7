/** What it means for us: who is fewer, what was taken and given, task by task, each on the words of both texts. */
import { FormattedMessage, useIntl } from 'react-intl';
import type { ComparisonView, QuoteView } from '../../../../src/mandates/answers/contract.ts';
import { Section } from '../../../app/page.tsx';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { isolate } from '../../../words/isolate.ts';
import { Quotes } from '../years/quotes.tsx';
import { Badges } from './badges.tsx';
import { byTask, ceilingLines, type TaskChanges } from './changes.ts';

export function Meaning({ view }: { view: ComparisonView }) {
  const intl = useIntl();
  const lines = byTask(view.changes);
  return (
    <Section
      title={intl.formatMessage({ id: 'mandate.compare.means' })}
      lede={<FormattedMessage id="mandate.compare.meansLede" />}
    >
      {[view.before, view.after]
        .filter(({ partial }) => partial)
        .map(({ mandate, symbol }) => (
          <p key={mandate} className="compare-partial">
            <FormattedMessage id="mandate.compare.partial" values={{ text: isolate(symbol) }} />
          </p>
        ))}
      <Ceilings view={view} />
      {lines.length === 0 ? (
        <p>
          <FormattedMessage id="mandate.compare.noChange" />
        </p>
      ) : (
        <ul className="changes">
          {lines.map((line) => (
            <TaskLine key={line.task} line={line} view={view} />
          ))}
        </ul>
      )}
      <div>
        <Folded id="added" quotes={view.added} />
        <Folded id="dropped" quotes={view.dropped} />
        <Folded id="endings" quotes={view.endings} />
      </div>
    </Section>
  );
}

function Ceilings({ view: { ceilings } }: { view: ComparisonView }) {
  const intl = useIntl();
  const number = (people: number | null) => (people === null ? '–' : intl.formatNumber(people));
  const lines = ceilingLines(ceilings);
  if (lines.length === 0) return null;
  return (
    <dl className="figures">
      {lines.map(({ what, before, after }) => (
        <div key={what}>
          <dt>
            <bdi lang="en">{what}</bdi>
          </dt>
          <dd>
            <FormattedMessage
              id="mandate.compare.people"
              values={{ before: isolate(number(before)), after: isolate(number(after)) }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function TaskLine({ line: { task, changes }, view }: { line: TaskChanges; view: ComparisonView }) {
  const { label } = useVocabulary();
  const [first] = changes;
  return (
    <li>
      <details>
        <summary>
          <span className="changes-task">{label('mandate-tasks', task)}</span>
          <Badges changes={changes} />
        </summary>
        <div className="changes-words">
          <Words symbol={view.before.symbol} quotes={first?.before ?? []} />
          <Words symbol={view.after.symbol} quotes={first?.after ?? []} />
        </div>
      </details>
    </li>
  );
}

function Words({ symbol, quotes }: { symbol: string; quotes: readonly QuoteView[] }) {
  return (
    <div>
      <p className="soft small">
        <bdi>{symbol}</bdi>
      </p>
      {quotes.length > 0 ? (
        <Quotes quotes={quotes} />
      ) : (
        <p className="soft">
          <FormattedMessage id="mandate.compare.nothing" />
        </p>
      )}
    </div>
  );
}

function Folded({ id, quotes }: { id: 'added' | 'dropped' | 'endings'; quotes: readonly QuoteView[] }) {
  if (quotes.length === 0) return null;
  return (
    <details className="changes-more">
      <summary>
        <FormattedMessage id={`mandate.compare.${id}`} values={{ n: quotes.length }} />
      </summary>
      <Quotes quotes={quotes} />
    </details>
  );
}
