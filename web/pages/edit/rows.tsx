import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { Cross } from '../../ui/marks.tsx';

interface RowsProps<Item> {
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  /** A new, empty row. */
  make: () => Item;
  addLabel: string;
  /** What one row is called, for its number and its cross: "Source 2". */
  rowName: string;
  children: (item: Item, set: (change: Partial<Item>) => void, index: number) => ReactNode;
}

/** Any number of the same thing, one under another. */
export function Rows<Item extends object>({ items, onChange, make, addLabel, rowName, children }: RowsProps<Item>) {
  const intl = useIntl();
  const name = (index: number) => intl.formatMessage({ id: 'rows.name' }, { name: rowName, n: index + 1 });
  return (
    <div className="rows">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and keep no state of their own
        <fieldset key={index} className="row-card">
          <legend className="visually-hidden">{name(index)}</legend>
          {children(
            item,
            (change) => onChange(items.map((old, i) => (i === index ? { ...old, ...change } : old))),
            index,
          )}
          <Button
            look="bare"
            className="row-remove"
            aria-label={intl.formatMessage({ id: 'rows.remove' }, { name: name(index) })}
            onPress={() => onChange(items.filter((_, i) => i !== index))}
          >
            <Cross />
          </Button>
        </fieldset>
      ))}
      <Button className="rows-add" onPress={() => onChange([...items, make()])}>
        <span aria-hidden="true">+</span> {addLabel}
      </Button>
    </div>
  );
}
