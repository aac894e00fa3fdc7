import { type ReactNode, Suspense } from 'react';
import { Button } from 'react-aria-components';
import { PanelSheet } from './later.ts';
import { Cross } from './marks.tsx';
import { Opener } from './opener.tsx';
import './chip.css';

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
        <Opener
          opens="dialog"
          look="none"
          className="chip-main"
          button={value ?? name}
          isOpen={isOpen}
          onOpenChange={onOpenChange}
        >
          {(sheet) => (
            <PanelSheet {...sheet} label={name} end={false}>
              <Suspense>{children}</Suspense>
            </PanelSheet>
          )}
        </Opener>
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
