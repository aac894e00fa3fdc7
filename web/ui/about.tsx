import { Suspense, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Explained } from '../../src/vocabulary/codes.ts';
import { Button } from './button.tsx';
import { AboutText, PanelSheet } from './later.ts';
import './about.css';

interface AboutProps {
  /** The field’s name in the vocabulary. */
  field: Explained;
  /** What stands beside it, for screen readers. */
  name: string;
  /** Beside words, not in a field: then it is a stop of the Tab key, for nothing else would open it. */
  alone?: boolean;
}

/**
 * A quiet `?` beside a field: what belongs here, in the words of the field, and who says so. It is no stop of the Tab
 * key, or a form would have twice as many: within its field F1 opens it.
 */
export function About({ field, name, alone = false }: AboutProps) {
  const intl = useIntl();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) setWasOpen(true);
  useEffect(() => {
    const whole = button.current?.closest('.field');
    const heard = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'F1') return;
      event.preventDefault();
      setOpen(true);
    };
    whole?.addEventListener('keydown', heard);
    return () => whole?.removeEventListener('keydown', heard);
  }, []);
  const label = intl.formatMessage({ id: 'about.of' }, { name });
  return (
    <>
      <Button
        ref={button}
        // Of its own: within a choice a button without this would open the choice.
        slot={null}
        look="none"
        className="about"
        excludeFromTabOrder={!alone}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        ?
      </Button>
      <Suspense>
        {wasOpen && (
          <PanelSheet label={label} button={button} isOpen={isOpen} onOpenChange={setOpen} end={false}>
            <AboutText field={field} name={name} />
          </PanelSheet>
        )}
      </Suspense>
    </>
  );
}
