import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { SEVERITY_EDGES } from '../words/estimate.ts';

/** What colour, size and edge say. @param children what else lies on the map */
export function Legend({ children }: { children?: ReactNode }) {
  const intl = useIntl();
  const steps = [0, ...SEVERITY_EDGES];
  return (
    <figure className="legend" aria-label={intl.formatMessage({ id: 'legend.title' })}>
      <FormattedMessage id="legend.killed" />
      <ol>
        {steps.map((edge, i) => (
          <li key={edge}>
            {intl.formatNumber(edge)}
            {i === steps.length - 1 && '+'}
          </li>
        ))}
      </ol>
      <p className="legend-shapes">
        <span>
          <svg width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
            <circle cx="4" cy="8" r="3" fill="currentColor" />
            <circle cx="16.5" cy="6" r="5.5" fill="currentColor" />
          </svg>
          <FormattedMessage id="legend.size" />
        </span>
        <span>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <circle
              cx="6"
              cy="6"
              r="4.8"
              fill="currentColor"
              fillOpacity="0.25"
              stroke="currentColor"
              strokeDasharray="2.5 2"
            />
          </svg>
          <FormattedMessage id="legend.vague" />
        </span>
      </p>
      {children}
    </figure>
  );
}

/** Stands on every map. */
export function Disclaimer() {
  const intl = useIntl();
  const text = intl.formatMessage({ id: 'map.disclaimer' });
  return (
    <p className="disclaimer" title={text}>
      <span className="disclaimer-words">{text}</span>
    </p>
  );
}
