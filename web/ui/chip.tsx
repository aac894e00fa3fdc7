import { type ReactNode, Suspense } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Cross } from './marks.tsx';
import './chip.css';
import './menu.css';

interface ChipProps {
  /** What the filter is about. */
  name: string;
  /** What it is set to, in words; absent while it filters nothing. */
  value?: string | undefined;
  /** What the cross does, for those who cannot see it. */
  clearLabel: string;
  onClear: () => void;
  /** The controls that set it; absent where there is nothing to set. */
  children?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A filter as one small thing: says what it is set to, opens to change it, and lets itself be taken off. */
export function FilterChip({ name, value, clearLabel, onClear, children, isOpen, onOpenChange }: ChipProps) {
  return (
    <span className="chip" data-set={value !== undefined || undefined}>
      {children ? (
        <DialogTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
          <Button className="chip-main">{value ?? name}</Button>
          <Popover className="popover" offset={4} placement="bottom start">
            <Dialog className="panel" aria-label={name}>
              <Suspense>{children}</Suspense>
            </Dialog>
          </Popover>
        </DialogTrigger>
      ) : (
        <span className="chip-main">{value ?? name}</span>
      )}
      {value !== undefined && (
        <Button className="chip-clear" aria-label={clearLabel} onPress={onClear}>
          <Cross />
        </Button>
      )}
    </span>
  );
}
