/** Beside the sheet: where the paper stands, who has it, and every version of it. Nothing here was ever overwritten. */
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StoredPaper } from '../../../src/briefs/contract.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { isolate } from '../../words/isolate.ts';
import { PaperState } from './state.tsx';

interface AboutProps {
  stored: StoredPaper;
  versions: readonly StoredPaper[];
}

export function About({ stored, versions }: AboutProps) {
  const { slug } = useMission();
  const { label } = useVocabulary();
  const { paper, sentTo, note } = stored;
  return (
    <aside className="paper-beside">
      <section>
        <h2 className="eyebrow">
          <FormattedMessage id="paper.stands" />
        </h2>
        <p>
          <PaperState state={stored.state} corrects={stored.corrects} />
        </p>
        <p className="soft small">{[label('levels', paper.level), OWN_NAMES[paper.language]].join(' · ')}</p>
      </section>
      {sentTo.length > 0 && (
        <section>
          <h2 className="eyebrow">
            <FormattedMessage id={stored.state === 'sent' ? 'paper.sentTo' : 'paper.hadIt'} />
          </h2>
          <ul>
            {sentTo.map(({ person, name }) => (
              <li key={person}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          {note && (
            <p className="soft small" dir="auto">
              {note}
            </p>
          )}
        </section>
      )}
      <Versions stored={stored} versions={versions} />
      <section>
        <h2 className="eyebrow">
          <FormattedMessage id="paper.anew" />
        </h2>
        <p className="soft small">
          <FormattedMessage id="paper.anewHelp" />
        </p>
        <p>
          <Link
            to="/m/$mission/briefs/preview"
            params={{ mission: slug }}
            search={{ kind: paper.kind, at: paper.at, language: paper.language }}
          >
            <FormattedMessage id="paper.asToday" />
          </Link>
        </p>
        <p>
          <Link
            to="/m/$mission/briefs/preview"
            params={{ mission: slug }}
            search={{ kind: paper.kind, at: paper.at, language: paper.language, asOf: String(paper.asOf.seq) }}
          >
            <FormattedMessage id="paper.asThen" />
          </Link>
        </p>
      </section>
    </aside>
  );
}

function Versions({ stored, versions }: AboutProps) {
  const intl = useIntl();
  const { timeZone } = useMission();
  const told = ({ state, version, prepared, sentTo, byName }: StoredPaper) => {
    const who = byName ? isolate(byName) : '–';
    if (prepared) return intl.formatMessage({ id: 'paper.did.prepared' }, { who });
    if (state === 'sent') return intl.formatMessage({ id: 'paper.did.sent' }, { who, n: sentTo.length });
    return intl.formatMessage({ id: version === 1 ? 'paper.did.made' : 'paper.did.edited' }, { who });
  };
  return (
    <section>
      <h2 className="eyebrow">
        <FormattedMessage id="paper.versions" />
      </h2>
      <ol className="known-list">
        {versions.map((v, i) => (
          <li key={v.version} aria-current={v.version === stored.version ? 'true' : undefined}>
            <Link
              to="."
              search={(before) => ({ ...before, version: i === versions.length - 1 ? undefined : v.version })}
            >
              <b>{intl.formatDate(v.knownAt, { dateStyle: 'medium', timeStyle: 'short', timeZone })}</b>
            </Link>{' '}
            <span className="soft">{told(v)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
