import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Incident } from '../../../../src/incidents/contract.ts';
import { Section } from '../../../app/page.tsx';
import { useMission } from '../../../app/session.ts';
import { useMomentText } from '../../../app/use-as-of.ts';
import { titleOf } from '../../../words/title.ts';
import { unite } from '../../../words/unite.ts';
import { align, type Change, factsOf } from '../../record/facts.ts';
import { useWords } from '../../record/use-words.ts';
import { knownAt } from './known-at.ts';

interface BesideProps {
  /** Each with its versions, oldest first. */
  records: readonly (readonly Incident[])[];
  moment: string;
}

/** Record by record: what stood at the moment, and what stands today. Of one record everything, of several what differs. */
export function Beside({ records, moment }: BesideProps) {
  const intl = useIntl();
  const momentText = useMomentText();
  const words = useWords();
  const pairs = records.flatMap((versions) => {
    const today = versions.at(-1);
    const old = knownAt(versions, moment);
    if (!today) return [];
    const facts = (of: Incident | undefined) => (of ? factsOf(unite(of), words) : []);
    const lines = align(facts(old), facts(today));
    return [{ today, old, lines, changed: lines.filter(({ before, after }) => before !== after) }];
  });
  const known = pairs.filter(({ old }) => old !== undefined);
  const changed = known.filter((pair) => pair.changed.length > 0);
  return (
    <Section
      title={intl.formatMessage({ id: 'chrono.beside' }, { moment: momentText(moment) })}
      lede={
        <FormattedMessage
          id="chrono.counts"
          values={{ all: pairs.length, known: known.length, changed: changed.length }}
        />
      }
    >
      <div className="beside">
        <div className="beside-head small" aria-hidden="true">
          <span>{momentText(moment)}</span>
          <span>
            <FormattedMessage id="chrono.today" />
          </span>
        </div>
        {pairs.map(({ today, old, lines, changed: differs }) => (
          <OneRecord
            key={today.id}
            today={today}
            isKnown={old !== undefined}
            lines={records.length === 1 ? lines : differs}
          />
        ))}
      </div>
    </Section>
  );
}

function OneRecord({ today, isKnown, lines }: { today: Incident; isKnown: boolean; lines: readonly Change[] }) {
  const intl = useIntl();
  const { slug } = useMission();
  const { label } = useWords();
  return (
    <article>
      <h3>
        <Link to="/m/$mission/room/$id" params={{ mission: slug, id: today.id }} search={{ frame: 'off' }}>
          {titleOf(intl, label, unite(today).core)}
        </Link>
      </h3>
      {!isKnown && (
        <p className="beside-unknown">
          <FormattedMessage id="chrono.notYet" />
        </p>
      )}
      {isKnown && lines.length === 0 && (
        <p className="soft">
          <FormattedMessage id="chrono.same" />
        </p>
      )}
      {isKnown && lines.length > 0 && (
        <dl>
          {lines.map(({ id, name, before, after }) => (
            <div key={id} data-differs={before !== after || undefined}>
              <dt>{name}</dt>
              <dd>{before || '–'}</dd>
              <dd>{after || '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
