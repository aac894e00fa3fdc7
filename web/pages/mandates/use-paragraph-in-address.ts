import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** An answer leads to one paragraph: it is the chosen one, and in view as soon as it is drawn. */
export function useParagraphInAddress(): string | null {
  const { hash } = useLocation();
  useEffect(() => {
    const paragraph = hash ? document.getElementById(hash) : null;
    paragraph?.closest('details')?.setAttribute('open', '');
    paragraph?.scrollIntoView({ block: 'center' });
  }, [hash]);
  return hash.startsWith('p-') ? hash.slice(2) : null;
}
