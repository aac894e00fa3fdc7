import { useMemo } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { FIELD_PATHS, type FieldPath } from '../../../../src/incidents/import/contract.ts';
import { FieldHead } from '../../../ui/field.tsx';
import { Chevron } from '../../../ui/marks.tsx';
import { aboutPath } from './about-path.ts';
import { useFieldName } from './field-names.ts';
import '../../../ui/menu.css';

/** Stands for a column that fills no field. */
const KEPT = 'kept';

interface FieldPickerProps {
  label: string;
  /** `null`: the column is kept as it is. */
  value: FieldPath | null;
  onChange: (field: FieldPath | null) => void;
}

/** One of some 260 fields, found by typing a part of its name. */
export function FieldPicker({ label, value, onChange }: FieldPickerProps) {
  const intl = useIntl();
  const nameOf = useFieldName();
  const items = useMemo(
    () => [
      { id: KEPT, name: intl.formatMessage({ id: 'bring.kept' }) },
      ...FIELD_PATHS.map((id) => ({ id, name: nameOf(id) })),
    ],
    [intl, nameOf],
  );
  return (
    <ComboBox
      className="field"
      defaultItems={items}
      value={value ?? KEPT}
      onChange={(key) => onChange(FIELD_PATHS.find((path) => path === key) ?? null)}
      menuTrigger="focus"
    >
      <FieldHead label={label} about={aboutPath(value)} />
      <div className="combo">
        <Input className="control" onFocus={(event) => event.currentTarget.select()} />
        <Button>
          <Chevron />
        </Button>
      </div>
      <Popover className="popover" offset={3}>
        <ListBox<{ id: string; name: string }> className="menu">
          {({ id, name }) => (
            <ListBoxItem id={id} className="menu-item" textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
