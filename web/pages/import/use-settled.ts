import { useEffect, useState } from 'react';

const QUIET_MS = 350;

/** The value as it stands when nobody has changed it for a moment: what is asked of the server follows it, not each key. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
