import { type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';

interface Sheet {
  button: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export interface OpenerProps {
  /** What stands on the button. */
  button: ReactNode;
  look?: ButtonProps['look'];
  className?: string;
  /** What screen readers call the button, where what stands on it is no name. */
  buttonLabel?: string;
  opens: 'menu' | 'dialog';
  /** Opened from elsewhere too, where these are given. */
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  children: (sheet: Sheet) => ReactNode;
}

/** A button and what it opens, which is fetched when it is opened first. */
export function Opener({ button, look, className, buttonLabel, opens, children, ...given }: OpenerProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const isOpen = given.isOpen ?? own;
  if (isOpen && !wasOpen) setWasOpen(true);
  const onOpenChange = (open: boolean) => {
    setOwn(open);
    given.onOpenChange?.(open);
  };
  return (
    <>
      <Button
        ref={ref}
        {...(look ? { look } : {})}
        {...(className ? { className } : {})}
        {...(buttonLabel ? { 'aria-label': buttonLabel } : {})}
        aria-haspopup={opens}
        aria-expanded={isOpen}
        onPress={() => onOpenChange(true)}
      >
        {button}
      </Button>
      <Suspense>{wasOpen && children({ button: ref, isOpen, onOpenChange })}</Suspense>
    </>
  );
}
