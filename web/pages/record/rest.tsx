import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Core, IncidentRow } from '../../../src/incidents/contract.ts';
import { rowsQuery } from '../../api/incidents.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { rowTitle } from '../../words/row-title.ts';
import { useRoom } from '../room/use-room.ts';
import { Term } from './term.tsx';

/** What fewer records have: means, damage, links to other records, tags, and what the outside set called it. */
export function Rest({ core }: { core: Core }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const { mission } = useRoom();
  const { means, damage, links, tags, origin } = core;
  const { data: rows = [] } = useQuery(
    rowsQuery(
      mission,
      links.map(({ id }) => id),
    ),
  );
  if (!means.length && !damage.length && !links.length && !tags.length && !origin.sourceType) return null;
  return (
    <section>
      <h2 className="eyebrow">
        <FormattedMessage id="rest.title" />
      </h2>
      <dl className="record-pairs">
        {means.length > 0 && (
          <>
            <dt>
              <Term id="rest.means" field="means" />
            </dt>
            <dd>{intl.formatList(means.map((code) => label('means', code)))}</dd>
          </>
        )}
        {damage.map((d) => (
          <DamagePair key={`${d.object} ${d.extent} ${d.note}`} damage={d} />
        ))}
        {links.map(({ relation, id }) => (
          <LinkPair
            key={`${relation} ${id}`}
            relation={label('incident-relations', relation)}
            id={id}
            mission={mission}
            row={rows.find((one) => one.id === id)}
          />
        ))}
        {tags.length > 0 && (
          <>
            <dt>
              <Term id="rest.tags" field="tags" />
            </dt>
            <dd>{tags.join(' · ')}</dd>
          </>
        )}
        {origin.sourceType && (
          <>
            <dt>
              <FormattedMessage id="rest.sourceType" />
            </dt>
            <dd>{origin.sourceType}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function DamagePair({ damage: { object, extent, count, peopleAffected, note } }: { damage: Core['damage'][number] }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const parts = [
    [count === null ? null : intl.formatNumber(count), label('damage-extents', extent)].filter(Boolean).join(' '),
    peopleAffected !== null && intl.formatMessage({ id: 'rest.affected' }, { n: peopleAffected }),
    note,
  ].filter(Boolean);
  return (
    <>
      <dt>{label('damaged-objects', object)}</dt>
      <dd>{parts.join(' · ')}</dd>
    </>
  );
}

interface LinkPairProps {
  relation: string;
  id: string;
  mission: string;
  /** Its line, where one may see it. */
  row: IncidentRow | undefined;
}

function LinkPair({ relation, id, mission, row }: LinkPairProps) {
  const intl = useIntl();
  const { label } = useVocabulary();
  return (
    <>
      <dt>{relation}</dt>
      <dd>
        <Link to="/m/$mission/room/$id" params={{ mission, id }} search={(before) => before}>
          {row ? rowTitle(intl, label, row) : intl.formatMessage({ id: 'rest.hidden' })}
        </Link>
      </dd>
    </>
  );
}
