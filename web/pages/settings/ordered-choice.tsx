import { useIntl } from 'react-intl';
import type { Choice } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { Cross } from '../../ui/marks.tsx';
import { Select } from '../../ui/select.tsx';

interface OrderedChoiceProps {
  label: string;
  /** All there are, with their words. */
  all: readonly Choice[];
  value: readonly string[];
  onChange: (codes: string[]) => void;
  isReadOnly: boolean;
}

/** Some codes of a list in an order of one's own: moved up and down, taken out, added at the end. */
export function OrderedChoice({ label, all, value, onChange, isReadOnly }: OrderedChoiceProps) {
  const intl = useIntl();
  const rest = all.filter(({ id }) => !value.includes(id));
  const word = (code: string) => all.find(({ id }) => id === code)?.label ?? code;
  const act = (id: string, code: string) => intl.formatMessage({ id }, { name: word(code) });
  return (
    <div className="ordered">
      <ol aria-label={label}>
        {value.map((code, i) => (
          <li key={code}>
            <span>{word(code)}</span>
            {!isReadOnly && (
              <span className="acts">
                <Button
                  look="bare"
                  isDisabled={i === 0}
                  aria-label={act('house.up', code)}
                  onPress={() => onChange(swapped(value, i - 1))}
                >
                  ↑
                </Button>
                <Button
                  look="bare"
                  isDisabled={i === value.length - 1}
                  aria-label={act('house.down', code)}
                  onPress={() => onChange(swapped(value, i))}
                >
                  ↓
                </Button>
                <Button
                  look="bare"
                  aria-label={act('house.takeOut', code)}
                  onPress={() => onChange(value.filter((other) => other !== code))}
                >
                  <Cross />
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {!isReadOnly && rest.length > 0 && (
        <Select
          key={value.length}
          label={intl.formatMessage({ id: 'house.add' })}
          choices={rest}
          value={null}
          onChange={(code) => onChange([...value, code])}
        />
      )}
    </div>
  );
}

/** The line at `i` and the one after it change places. */
function swapped(codes: readonly string[], i: number): string[] {
  const next = [...codes];
  return [...next.slice(0, i), ...next.slice(i, i + 2).reverse(), ...next.slice(i + 2)];
}
