import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Incident } from '../../../src/incidents/contract.ts';
import { versionsQuery } from '../../api/incidents.ts';
import { useMission } from '../../app/session.ts';
import { Select } from '../../ui/select.tsx';
import { useRoom } from '../room/use-room.ts';
import { align, factsOf } from './facts.ts';
import { useWords } from './use-words.ts';

/** Two versions side by side, the earlier first; what changed is marked by a word, not by colour alone. */
export function Compare({ a, b }: { a: Incident; b: Incident }) {
  const intl = useIntl();
  const { mission, change } = useRoom();
  const { timeZone } = useMission();
  const words = useWords();
  const { data: versions = [] } = useQuery(versionsQuery(mission, b.id));
  const [before, after] = a.version < b.version ? [a, b] : [b, a];
  const lines = align(factsOf(before, words), factsOf(after, words));
  const changed = lines.filter((line) => line.before !== line.after).length;
  const known = ({ knownFrom }: Incident) =>
    intl.formatDate(knownFrom.at, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const choices = versions.map((v) => ({
    id: String(v.version),
    label: `${intl.formatMessage({ id: 'record.version' }, { n: v.version })} · ${known(v)}`,
  }));
  return (
    <section className="compare">
      <div className="compare-pick">
        <Select
          label={intl.formatMessage({ id: 'compare.shown' })}
          choices={choices}
          value={String(b.version)}
          onChange={(id) => change({ version: Number(id) })}
        />
        <Select
          label={intl.formatMessage({ id: 'compare.beside' })}
          choices={choices}
          value={String(a.version)}
          onChange={(id) => change({ compare: Number(id) })}
        />
      </div>
      <p className="eyebrow" role="status">
        <FormattedMessage id="compare.changed" values={{ n: changed }} />
      </p>
      <table>
        <thead>
          <tr>
            {[before, after].map((side) => (
              <th key={side.version} scope="col">
                {intl.formatMessage({ id: 'record.version' }, { n: side.version })}
                <span className="soft small">{known(side)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <FactRows key={line.id} {...line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FactRows({ name, before, after }: { name: string; before: string; after: string }) {
  const differs = before !== after;
  return (
    <>
      <tr className="compare-name">
        <th colSpan={2} scope="colgroup">
          {name}
          {differs && (
            <b>
              <FormattedMessage id="compare.mark" />
            </b>
          )}
        </th>
      </tr>
      <tr data-differs={differs || undefined}>
        <td>{before || '–'}</td>
        <td>{after || '–'}</td>
      </tr>
    </>
  );
}
