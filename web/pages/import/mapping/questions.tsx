import { useIntl } from 'react-intl';
import type { Mapping } from '../../../../src/incidents/import/contract.ts';
import { ChooseOne } from '../../../ui/choice.tsx';

interface QuestionsProps {
  mapping: Mapping;
  onChange: (change: Partial<Mapping>) => void;
}

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;
const OPEN = 'open';

/** 1/3/2020 and 1,234 each have two readings: somebody who knows the file says which. */
export function Questions({ mapping, onChange }: QuestionsProps) {
  const intl = useIntl();
  const text = (id: string) => intl.formatMessage({ id });
  const open = { id: OPEN, label: text('bring.order.open'), detail: text('bring.order.openHelp') };
  const comma = mapping.decimalComma;
  return (
    <div className="fields">
      <ChooseOne
        label={text('bring.dateOrder')}
        about="dateOrder"
        choices={[...ORDERS.map((id) => ({ id, label: text(`bring.order.${id}`) })), open]}
        value={mapping.dateOrder ?? OPEN}
        onChange={(id) => onChange({ dateOrder: ORDERS.find((order) => order === id) ?? null })}
      />
      <ChooseOne
        label={text('bring.decimal')}
        about="decimal"
        choices={[
          { id: 'point', label: text('bring.decimalMark.point') },
          { id: 'comma', label: text('bring.decimalMark.comma') },
          open,
        ]}
        value={comma === null ? OPEN : comma ? 'comma' : 'point'}
        onChange={(id) => onChange({ decimalComma: id === OPEN ? null : id === 'comma' })}
      />
    </div>
  );
}
