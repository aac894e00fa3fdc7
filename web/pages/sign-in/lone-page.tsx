import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { LanguageMenu } from '../../app/account-menu.tsx';
import './lone-page.css';

/** A page before anybody is known: the house's name, one question, and the language to be asked in. */
export function LonePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="lone">
      <title>{`${title} · Kinga`}</title>
      <header>
        <span className="lone-logo">
          <svg width="18" height="21" viewBox="0 0 12 14" aria-hidden="true">
            <path d="m6 0 6 3v5.4L6 14 0 8.4V3z" fill="currentColor" />
          </svg>
          Kinga
        </span>
        <LanguageMenu />
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className="soft small">
        <FormattedMessage id="lone.about" />
      </footer>
    </div>
  );
}
