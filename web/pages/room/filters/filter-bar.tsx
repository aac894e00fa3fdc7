import { useState } from 'react';
import { useIntl } from 'react-intl';
import { FilterChip } from '../../../ui/chip.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useRoom } from '../use-room.ts';
import { useFilterCommands } from './filter-commands.ts';
import { type FilterId, useFilters } from './filters.tsx';

/** In view even while they filter nothing: what is asked most. */
const OFFERED: readonly FilterId[] = ['days', 'type', 'status'];

/** Every filter that is set, as a chip that says what it does; the others one press away. All of it in the address. */
export function FilterBar() {
  const intl = useIntl();
  const { search, change } = useRoom();
  const filters = useFilters();
  const [added, setAdded] = useState<FilterId | null>(null);
  useFilterCommands(filters, setAdded);
  const shown = filters.filter(({ id, value }) => value !== undefined || id === added || OFFERED.includes(id));
  const hidden = filters.filter((filter) => !shown.includes(filter));
  const clearLabel = (name: string) => intl.formatMessage({ id: 'filter.clear' }, { name });
  return (
    <section className="filters" aria-label={intl.formatMessage({ id: 'filter.title' })}>
      {search.frame !== 'off' && (
        <FilterChip
          name={intl.formatMessage({ id: 'filter.frame' })}
          value={intl.formatMessage({ id: 'filter.frame' })}
          clearLabel={clearLabel(intl.formatMessage({ id: 'filter.frame' }))}
          onClear={() => change({ frame: 'off' })}
        />
      )}
      {shown.map(({ id, name, value, clear, panel }) => (
        <FilterChip
          key={id}
          name={name}
          value={value}
          clearLabel={clearLabel(name)}
          onClear={() => {
            setAdded(null);
            change(clear);
          }}
          {...(id === added ? { isOpen: true, onOpenChange: (open: boolean) => !open && setAdded(null) } : {})}
        >
          {panel}
        </FilterChip>
      ))}
      <Menu
        label={intl.formatMessage({ id: 'filter.add' })}
        className="filter-add"
        button="+"
        buttonLabel={intl.formatMessage({ id: 'filter.add' })}
        parts={[
          ...(search.frame === 'off'
            ? [{ label: intl.formatMessage({ id: 'filter.frame' }), act: () => change({ frame: undefined }) }]
            : []),
          ...hidden.map(({ id, name }) => ({ label: name, act: () => setAdded(id) })),
        ]}
      />
    </section>
  );
}
