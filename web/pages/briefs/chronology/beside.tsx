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
        {(records.length === 1 ? known : changed).map(({ today, lines, changed: differs }) => (
          <OneRecord key={today.id} today={today} lines={records.length === 1 ? lines : differs} />
        ))}
        <Titles id="chrono.notYet" records={pairs.flatMap(({ old, today }) => (old ? [] : [today]))} />
        {records.length > 1 && (
          <Titles id="chrono.same" records={known.flatMap((pair) => (pair.changed.length > 0 ? [] : [pair.today]))} />
        )}
      </div>
    </Section>
  );
}

function OneRecord({ today, lines }: { today: Incident; lines: readonly Change[] }) {
  return (
    <article>
      <h3>
        <Title of={today} />
      </h3>
      <dl>
        {lines.map(({ id, name, before, after }) => (
          <div key={id} data-differs={before !== after || undefined}>
            <dt>{name}</dt>
            <dd>{before || '–'}</dd>
            <dd>{after || '–'}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** Records of which there is nothing to lay side by side. */
function Titles({ id, records }: { id: 'chrono.notYet' | 'chrono.same'; records: readonly Incident[] }) {
  if (records.length === 0) return null;
  return (
    <article>
      <h3>
        <FormattedMessage id={id} />
      </h3>
      <ul className="beside-titles">
        {records.map((record) => (
          <li key={record.id}>
            <Title of={record} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function Title({ of }: { of: Incident }) {
  const intl = useIntl();
  const { slug } = useMission();
  const { label } = useWords();
  return (
    <Link to="/m/$mission/room/$id" params={{ mission: slug, id: of.id }} search={{ frame: 'off' }}>
      {titleOf(intl, label, unite(of).core)}
    </Link>
  );
}
