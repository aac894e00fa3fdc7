import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Incident } from '../../../../src/incidents/contract.ts';
import { useMission } from '../../../app/session.ts';
import { useMomentText } from '../../../app/use-as-of.ts';
import { isolate } from '../../../words/isolate.ts';
import { titleOf } from '../../../words/title.ts';
import { unite } from '../../../words/unite.ts';
import { shortWhen } from '../../../words/when.ts';
import { changesBetween, factsOf } from '../../record/facts.ts';
import { useWords } from '../../record/use-words.ts';
import { isKnownBy, type Learned, learned } from './known-at.ts';

/** Longer changes are named and lead to the two versions side by side. */
const QUOTED = 200;

interface LinesProps {
  /** Each with its versions, oldest first. */
  records: readonly (readonly Incident[])[];
  moment: string | undefined;
}

/** In the order in which it became known; a rule stands where the moment is. */
export function Lines({ records, moment }: LinesProps) {
  const intl = useIntl();
  const momentText = useMomentText();
  const lines = learned(records);
  const isLater = ({ version }: Learned<Incident>) => moment !== undefined && !isKnownBy(version, moment);
  const firstLater = lines.findIndex(isLater);
  const rule = moment !== undefined && (firstLater < 0 ? lines.length : firstLater);
  return (
    <ol className="chrono" aria-label={intl.formatMessage({ id: 'chrono.known' })}>
      <li className="chrono-head small soft" aria-hidden="true">
        <span>
          <FormattedMessage id="chrono.column.known" />
        </span>
        <span>
          <FormattedMessage id="chrono.column.happened" />
        </span>
        <span>
          <FormattedMessage id="chrono.column.what" />
        </span>
      </li>
      {lines.flatMap((line, i) => [
        ...(rule === i ? [<Rule key="rule" text={momentText(moment ?? '')} />] : []),
        <Line key={`${line.version.id} ${line.version.version}`} {...line} isLater={isLater(line)} />,
      ])}
      {rule === lines.length && <Rule text={momentText(moment ?? '')} />}
    </ol>
  );
}

const Rule = ({ text }: { text: string }) => (
  <li className="chrono-rule small">
    <span>
      <FormattedMessage id="chrono.rule" values={{ moment: text }} />
    </span>
  </li>
);

function Line({ version, before, isLater }: Learned<Incident> & { isLater: boolean }) {
  const intl = useIntl();
  const { slug, timeZone } = useMission();
  const words = useWords();
  const { core } = unite(version);
  const at = (instant: string) => intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const changes = before ? changesBetween(factsOf(unite(before), words), factsOf(unite(version), words)) : [];
  return (
    <li data-later={isLater || undefined}>
      <span>
        <Link
          to="/m/$mission/briefs/chronology"
          params={{ mission: slug }}
          search={(old) => ({ ...old, moment: version.knownFrom.at })}
          title={intl.formatMessage({ id: 'chrono.look' })}
        >
          {at(version.knownFrom.at)}
        </Link>
      </span>
      <span className="soft">{core.when.at ? at(core.when.at) : shortWhen(intl, core.when)}</span>
      <div>
        <p>
          <Link
            to="/m/$mission/room/$id"
            params={{ mission: slug, id: version.id }}
            search={{ version: version.version, frame: 'off' }}
          >
            {titleOf(intl, words.label, core)}
          </Link>{' '}
          <span className="soft small">
            <FormattedMessage
              id={before ? 'chrono.changed' : 'chrono.recorded'}
              values={{ who: version.byName ? isolate(version.byName) : '–' }}
            />
          </span>
        </p>
        {changes.length > 0 && (
          <ul className="chrono-changes small">
            {changes.map(({ id, name, before: was, after }) => (
              <li key={id}>
                {name}:{' '}
                {was.length + after.length > QUOTED ? (
                  <Link
                    to="/m/$mission/room/$id"
                    params={{ mission: slug, id: version.id }}
                    search={{ version: version.version, compare: before?.version, frame: 'off' }}
                  >
                    <FormattedMessage id="chrono.otherWords" />
                  </Link>
                ) : (
                  <>
                    {was || '–'} <span className="chrono-arrow">→</span> <b>{after || '–'}</b>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
