/** The first rows as the records they would be, or with the reason why they would not. */
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportLook } from '../../../../src/incidents/import/contract.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';

type Row = ImportLook['rows'][number];
type Looked = NonNullable<Row['record']>;

const HEADS = ['row', 'date', 'type', 'place', 'parties', 'figures', 'account'] as const;

export function LookTable({ look }: { look: ImportLook }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'bring.asRecords' }, { n: look.rows.length });
  return (
    <div className="bring-look">
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-frame" aria-label={title} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {HEADS.map((id) => (
                <th key={id} scope="col" className={id === 'row' ? 'num' : undefined}>
                  <FormattedMessage id={`bring.look.${id}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.rows.map((row) => (
              <tr key={row.row}>
                <th scope="row" className="num">
                  {row.row}
                </th>
                {row.record ? (
                  <Cells record={row.record} />
                ) : (
                  <td colSpan={HEADS.length - 1} className="bring-refused" lang="en">
                    {row.refused}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Cells({ record }: { record: Looked }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const { from, to, point } = record;
  const figures = record.figures.map(
    ({ harm, group, best }) =>
      `${best === null ? '?' : intl.formatNumber(best)} ${label('harm-kinds', harm)}${group === 'all' ? '' : ` (${label('harmed-groups', group)})`}`,
  );
  return (
    <>
      <td>{from === to ? from : `${from} – ${to}`}</td>
      <td>{label('event-types', record.type)}</td>
      <td>
        <bdi>{record.place}</bdi>
        <span className="soft small bring-cell-more" dir="auto">
          {[record.areas.join(', '), point && `${point[1].toFixed(3)}, ${point[0].toFixed(3)}`]
            .filter(Boolean)
            .join(' · ') || intl.formatMessage({ id: 'bring.look.noPoint' })}
        </span>
      </td>
      <td>
        {record.parties.map(({ name, role }) => (
          <span key={`${role} ${name}`} className="bring-cell-more" dir="auto">
            {name} <span className="soft small">{label('party-roles', role)}</span>
          </span>
        ))}
      </td>
      <td>{figures.join(' · ')}</td>
      <td className="bring-cell-text" dir="auto" title={record.narrative ?? undefined}>
        {record.title ?? record.narrative}
      </td>
    </>
  );
}
