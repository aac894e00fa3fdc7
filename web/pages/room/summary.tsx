/** How much is in view. Own and outside data stand in rows of their own; no line adds them up, because that would lie. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { IncidentSummary } from '../../../src/incidents/contract.ts';
import type { OperationalStatus } from '../../../src/vocabulary/codes.ts';
import { summaryQuery } from '../../api/incidents.ts';
import { useCommands } from '../../app/commands/registry.ts';
import { SORTS } from '../../app/search.ts';
import { useMay, VERBS } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Chevron, Circle, FILLS, Key } from '../../ui/marks.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useDatasetName } from './dataset-name.ts';
import { ExportMenu } from './export-menu.tsx';
import { useRoom } from './use-room.ts';
import { ViewsMenu } from './views/views-menu.tsx';

type Row = IncidentSummary['rows'][number];

/** Rows that are always in view; the others open on demand. */
const SHOWN = 3;

const OWN = 'own';
/** What is held to be true leads; what was found false comes last. */
const ORDER = [
  'confirmed',
  'being_confirmed',
  'unconfirmed',
  'disproved',
] as const satisfies readonly OperationalStatus[];

const ownFirst = (a: Row, b: Row) =>
  Number(b.dataset === OWN) - Number(a.dataset === OWN) ||
  a.dataset.localeCompare(b.dataset) ||
  ORDER.indexOf(a.operational) - ORDER.indexOf(b.operational);

export function Summary() {
  const intl = useIntl();
  const { mission, filter, search, change } = useRoom();
  const datasetName = useDatasetName();
  const { data } = useQuery(summaryQuery(mission, filter));
  const [all, setAll] = useState(false);
  const rows = [...(data?.rows ?? [])].sort(ownFirst);
  const shown = all ? rows : rows.slice(0, SHOWN);
  const sort = search.sort ?? 'newest';
  useCommands(() =>
    SORTS.map((id) => ({
      ...{ id: `sort.${id}`, group: 'list', label: intl.formatMessage({ id: `sort.${id}` }) },
      detail: intl.formatMessage({ id: id === sort ? 'palette.isSet' : 'sort.title' }),
      run: () => change({ sort: id }),
    })),
  );
  return (
    <div className="summary">
      <ul>
        {shown.map((row) => (
          <li key={`${row.dataset} ${row.operational}`}>
            <Link
              to="."
              search={(before) => ({ ...before, datasets: [row.dataset], operational: [row.operational] })}
              title={intl.formatMessage({ id: 'summary.only' })}
            >
              <Circle fill={FILLS[row.operational]} />
              <span className="summary-set">
                {row.dataset === OWN
                  ? intl.formatMessage({ id: `status.${row.operational}` })
                  : datasetName(row.dataset)}
              </span>
              <span className="summary-counts">
                <FormattedMessage
                  id="summary.counts"
                  values={{
                    incidents: row.incidents,
                    civilians: row.killedCivilians,
                    killed: row.killed,
                    b: (text) => <b key="civilians">{text}</b>,
                  }}
                />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <Button look="bare" className="summary-more" onPress={() => setAll(!all)} aria-expanded={all}>
          <FormattedMessage id={all ? 'summary.fewer' : 'summary.more'} values={{ n: rows.length - SHOWN }} />
        </Button>
      )}
      <div className="summary-foot">
        <RecordButton />
        <ExportMenu />
        <span className="summary-space" />
        <ViewsMenu />
        <Menu
          label={intl.formatMessage({ id: 'sort.title' })}
          look="bare"
          button={
            <>
              <FormattedMessage id={`sort.${sort}`} />
              <Chevron />
            </>
          }
          parts={[
            {
              title: intl.formatMessage({ id: 'sort.title' }),
              choices: SORTS.map((id) => ({ id, label: intl.formatMessage({ id: `sort.${id}` }) })),
              value: sort,
              onChange: (id) => change({ sort: SORTS.find((s) => s === id) }),
            },
          ]}
        />
      </div>
    </div>
  );
}

function RecordButton() {
  const { mission, search } = useRoom();
  const may = useMay();
  if (!may(VERBS.record) || search.asOf) return null;
  return (
    <Link to="/m/$mission/incidents/new" params={{ mission }} className="button button-bare summary-record">
      <FormattedMessage id="act.record" />
      <Key>n</Key>
    </Link>
  );
}
