import { useIntl } from 'react-intl';
import type { FieldPath, ImportPreview, Mapping } from '../../../../src/incidents/import/contract.ts';
import { Table } from '../../../ui/table.tsx';
import { Why } from './evidence.tsx';
import { FieldPicker } from './field-picker.tsx';

interface MappingTableProps {
  preview: ImportPreview;
  columns: Mapping['columns'];
  onColumn: (header: string, field: FieldPath | null) => void;
}

/** Every column with what stands in it, the field that it fills, and why it was taken for that. */
export function MappingTable({ preview, columns, onColumn }: MappingTableProps) {
  const intl = useIntl();
  const title = (id: string) => intl.formatMessage({ id: `bring.head.${id}` });
  return (
    <div className="mapping-table">
      <Table
        caption={intl.formatMessage({ id: 'bring.mapping' })}
        rows={preview.headers}
        rowKey={(header) => header}
        columns={[
          {
            id: 'column',
            title: title('column'),
            cell: (header) => (
              <>
                <bdi>{header}</bdi>
                <span className="soft small mapping-cells" dir="auto">
                  {valuesOf(preview, header)}
                </span>
              </>
            ),
          },
          {
            id: 'field',
            title: title('field'),
            cell: (header) => (
              <FieldPicker
                label={intl.formatMessage({ id: 'bring.fieldOf' }, { header })}
                value={columns[header] ?? null}
                onChange={(field) => onColumn(header, field)}
              />
            ),
          },
          {
            id: 'why',
            title: title('why'),
            cell: (header) => <Why preview={preview} header={header} field={columns[header] ?? null} />,
          },
        ]}
      />
    </div>
  );
}

/** A few different values, for recognising the column. */
const valuesOf = ({ sample }: ImportPreview, header: string) =>
  [...new Set(sample.map((cells) => cells[header]).filter(Boolean))].slice(0, 3).join(' · ');
