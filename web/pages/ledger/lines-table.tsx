import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import type { LedgerLineView } from '../../../src/platform/ledger/contract.ts';
import { useMission } from '../../app/session.ts';
import { Table } from '../../ui/table.tsx';
import { useLineWords } from './line-words.ts';

type Line = z.infer<typeof LedgerLineView>;

const ID_SHOWN = 8;
const DIGEST_SHOWN = 10;

/** Newest first. The line's number leads to the record as it was known then. */
export function LinesTable({ lines }: { lines: readonly Line[] }) {
  const intl = useIntl();
  const { timeZone } = useMission();
  const { verb, room, by } = useLineWords();
  const when = (at: string) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  const title = (id: string) => intl.formatMessage({ id: `chain.column.${id}` });
  return (
    <Table
      caption={intl.formatMessage({ id: 'chain.lines' })}
      rows={lines}
      rowKey={({ seq }) => String(seq)}
      columns={[
        { id: 'seq', title: title('seq'), cell: ({ seq }) => seq },
        { id: 'at', title: title('at'), cell: ({ at }) => <span className="ledger-time">{when(at)}</span> },
        { id: 'by', title: title('by'), cell: by },
        { id: 'verb', title: title('verb'), cell: verb },
        { id: 'room', title: title('room'), cell: room },
        { id: 'record', title: title('record'), cell: (line) => <RecordId {...line} /> },
        { id: 'version', title: title('version'), numeric: true, cell: ({ version }) => version },
        {
          id: 'digest',
          title: title('digest'),
          cell: ({ digest }) => (
            <span className="code soft" title={digest} dir="ltr">
              {digest.slice(0, DIGEST_SHOWN)}
            </span>
          ),
        },
      ]}
    />
  );
}

/** Incidents have a page of their own, where one may also go back to this version. */
function RecordId({ room, record, version }: Line) {
  const { slug } = useMission();
  const short = (
    <span className="code" dir="ltr" title={record}>
      {record.slice(0, ID_SHOWN)}
    </span>
  );
  return room === 'incidents' ? (
    <Link to="/m/$mission/room/$id" params={{ mission: slug, id: record }} search={{ version, frame: 'off' }}>
      {short}
    </Link>
  ) : (
    short
  );
}
