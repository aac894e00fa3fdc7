/** The à-la-carte test: what the words of each text that sets tasks do and do not say. The text in force first, and open. */
import { FormattedMessage, useIntl } from 'react-intl';
import type { FindingView, YearsView } from '../../../../src/mandates/answers/contract.ts';
import { Section } from '../../../app/page.tsx';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { isolate } from '../../../words/isolate.ts';
import { type Column, setsTasks } from './picture.ts';
import { Quotes } from './quotes.tsx';
import { useHelp } from './use-cell-words.ts';

export function Findings({ view: { columns, rows, expired } }: { view: YearsView }) {
  const intl = useIntl();
  const protection = rows.find(({ task }) => task === 'CivilianProtection');
  const tested = columns
    .map((column, at) => {
      const cell = protection?.cells[at];
      return { column, protects: cell !== null && cell !== undefined && cell.modality !== 'monitor' };
    })
    .filter(({ column }) => setsTasks(column))
    .toReversed()
    .toSorted((a, b) => Number(b.column.inForce) - Number(a.column.inForce));
  if (tested.length === 0) return null;
  return (
    <div className="years-findings">
      <Section
        title={intl.formatMessage({ id: 'mandate.years.findings' })}
        lede={<FormattedMessage id="mandate.years.findingsLede" />}
      >
        {tested.map(({ column, protects }, n) => (
          <details key={column.mandate} className="years-text" open={column.inForce || n === 0}>
            <summary>
              <h3>
                <FormattedMessage
                  id="mandate.years.findingsOf"
                  values={{ symbol: isolate(column.symbol), n: column.findings.length }}
                />
              </h3>
              {column.inForce && !expired && (
                <span className="soft">
                  <FormattedMessage id="mandate.years.inForce" />
                </span>
              )}
            </summary>
            {column.findings.length === 0 ? (
              <p className="soft">
                <FormattedMessage id={protects ? 'mandate.years.noFindings' : 'mandate.years.noProtection'} />
              </p>
            ) : (
              column.findings.map((finding) => <OneFinding key={finding.code} finding={finding} column={column} />)
            )}
          </details>
        ))}
      </Section>
    </div>
  );
}

function OneFinding({ finding, column }: { finding: FindingView; column: Column }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const help = useHelp();
  const { code, quotes, dropped, people } = finding;
  const number = (n: number) => intl.formatNumber(n);
  return (
    <article className="finding">
      <div>
        <h4>{label('mandate-findings', code)}</h4>
        <p>{help('mandate-findings', code)}</p>
        {people && (
          <p className="finding-people">
            <FormattedMessage
              id="mandate.years.people"
              values={{ before: number(people.before), after: number(people.after) }}
            />
          </p>
        )}
      </div>
      <dl>
        {dropped.length > 0 && (
          <div>
            <dt>
              <FormattedMessage
                id={code === 'means_cut' ? 'mandate.years.was' : 'mandate.years.dropped'}
                values={{ symbol: isolate(dropped[0]?.symbol ?? '') }}
              />
            </dt>
            <dd>
              <Quotes quotes={dropped} />
            </dd>
          </div>
        )}
        <div>
          <dt>
            <FormattedMessage id="mandate.years.restsOn" values={{ symbol: isolate(column.symbol) }} />
          </dt>
          <dd>
            <Quotes quotes={quotes} />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="mandate.years.substitutes" />
          </dt>
          <dd>{label('mandate-substitutes', code)}</dd>
        </div>
      </dl>
    </article>
  );
}
