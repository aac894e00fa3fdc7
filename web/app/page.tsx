/** A sheet of paper: what every page that is not the map is written on. */
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { EmptyState } from '../ui/states.tsx';
import { useMay } from './session.ts';
import { useAsOf } from './use-as-of.ts';
import { useVocabulary } from './vocabulary.ts';
import './page.css';

interface PageProps {
  title: string;
  /** One or two sentences: what the page is for. */
  lede: ReactNode;
  acts?: ReactNode;
  /** The verb without which the server would refuse everything here. */
  needs?: string;
  /** It shows what was known at the moment that was chosen. */
  followsAsOf?: boolean;
  children: ReactNode;
}

export function Page({ title, lede, acts, needs, followsAsOf = false, children }: PageProps) {
  const asOf = useAsOf();
  const may = useMay();
  const open = needs === undefined || may(needs);
  return (
    <div className="page">
      <title>{`${title} · Kinga`}</title>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="soft page-lede">{lede}</p>
        </div>
        {open && acts && <div className="page-acts">{acts}</div>}
      </header>
      {asOf && !followsAsOf && (
        <p className="page-now small" role="note">
          <FormattedMessage id="page.alwaysNow" />
        </p>
      )}
      {open ? children : <NotYours verb={needs} />}
    </div>
  );
}

function NotYours({ verb }: { verb: string }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  return (
    <EmptyState title={intl.formatMessage({ id: 'page.notYours' })}>
      <FormattedMessage id="page.notYoursText" values={{ verb: label('verbs', verb) }} />
    </EmptyState>
  );
}

interface SectionProps {
  title: string;
  lede?: ReactNode;
  /** Stands at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page, under a hairline. */
export function Section({ title, lede, aside, children }: SectionProps) {
  return (
    <section className="page-section">
      <div className="page-section-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {lede && <p className="soft page-lede">{lede}</p>}
      {children}
    </section>
  );
}
