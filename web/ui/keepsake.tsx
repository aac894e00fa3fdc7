/** Something to be copied or kept as a file: a link that is told once, a signed note. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from './button.tsx';
import { save } from './save.ts';
import { sayFailed } from './toast.tsx';
import './keepsake.css';

interface KeepsakeProps {
  label: string;
  text: string;
  /** Offers it as a file of this name. */
  fileName?: string;
}

export function Keepsake({ label, text, fileName }: KeepsakeProps) {
  const intl = useIntl();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => sayFailed(intl.formatMessage({ id: 'page.copyFailed' })),
    );
  return (
    <div className="keepsake">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="code" dir="ltr" aria-label={label} tabIndex={0}>
        {text}
      </section>
      <div className="acts">
        <Button onPress={copy}>{intl.formatMessage({ id: copied ? 'page.copied' : 'page.copy' })}</Button>
        {fileName && (
          <Button onPress={() => save(text, fileName)}>{intl.formatMessage({ id: 'page.saveFile' })}</Button>
        )}
      </div>
    </div>
  );
}
