import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';

const MINUTE_MS = 60_000;

/** Says that what is on the page is old, how old, and that nothing typed is lost. */
export function LineDown({ since }: { since: number | null }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <div role="status">
      {since !== null && (
        <p className="line-down">
          <FormattedMessage
            id="line.down"
            values={{
              minutes: Math.max(0, Math.floor((now - since) / MINUTE_MS)),
              b: (text) => <b key="down">{text}</b>,
            }}
          />
        </p>
      )}
    </div>
  );
}
