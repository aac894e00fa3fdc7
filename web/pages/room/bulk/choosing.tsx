import { type ReactNode, useMemo, useState } from 'react';
import { type Choice, ChoosingContext, NOTHING } from './chosen.ts';

/** Keeps what is chosen for list, bar and keys alike. */
export function Choosing({ children }: { children: ReactNode }) {
  const [choosing, setChoosing] = useState<Choice>(NOTHING);
  const state = useMemo(() => ({ choosing, setChoosing }), [choosing]);
  return <ChoosingContext value={state}>{children}</ChoosingContext>;
}
