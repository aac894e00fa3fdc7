/** Known since when: every version, who made it known, and what it changed. Nothing here was ever overwritten. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Incident } from '../../../src/incidents/contract.ts';
import { versionsQuery } from '../../api/incidents.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { listed } from '../../words/listed.ts';
import { useRoom } from '../room/use-room.ts';
import { changesBetween, factsOf } from './facts.ts';
import { useOpenHistory } from './history/open-history.ts';
import { Term } from './term.tsx';
import { useWords } from './use-words.ts';

/** Changes that fit beside a version; the side-by-side view has them all. */
const NAMED = 2;
/** Longer texts are named but not quoted. */
const QUOTED = 18;

export function Known({ id, shown }: { id: string; shown: number }) {
  const { mission, search } = useRoom();
  const words = useWords();
  const openHistory = useOpenHistory();
  const { data } = useQuery(versionsQuery(mission, id));
  const versions = data ?? [];
  // The present version has no number in the address: whoever looks at it goes on to the next when there is one.
  const inAddress = (version: number) => (version === versions.at(-1)?.version ? undefined : version);
  return (
    <section>
      <h2 className="eyebrow">
        <Term id="known.title" field="known" />
        <Button look="bare" className="known-fields" onPress={() => openHistory('')}>
          <FormattedMessage id="history.byField" />
        </Button>
        {versions.length > 1 && search.compare === undefined && (
          <Link to="/m/$mission/briefs/chronology" params={{ mission }} search={{ id }}>
            <FormattedMessage id="chrono.title" />
          </Link>
        )}
        {versions.length > 1 && search.compare === undefined && (
          <Link to="." search={(before) => ({ ...before, version: shown, compare: shown > 1 ? shown - 1 : shown + 1 })}>
            <FormattedMessage id="known.compare" />
          </Link>
        )}
        {search.compare !== undefined && (
          <Link to="." search={(before) => ({ ...before, version: inAddress(shown), compare: undefined })}>
            <FormattedMessage id="known.stopComparing" />
          </Link>
        )}
      </h2>
      <ol className="known-list">
        {versions.map((version, i) => (
          <VersionLine
            key={version.version}
            version={version}
            inAddress={inAddress(version.version)}
            before={versions[i - 1]}
            shown={shown}
            words={words}
          />
        ))}
      </ol>
    </section>
  );
}

interface VersionLineProps {
  version: Incident;
  inAddress: number | undefined;
  before: Incident | undefined;
  shown: number;
  words: ReturnType<typeof useWords>;
}

function VersionLine({ version, inAddress, before, shown, words }: VersionLineProps) {
  const intl = useIntl();
  const { timeZone } = useMission();
  const changes = before ? changesBetween(factsOf(before, words), factsOf(version, words)) : [];
  const short = (text: string) => text.length <= QUOTED;
  const named = changes
    .slice(0, NAMED)
    .map((c) => (short(c.before) && short(c.after) ? `${c.name} ${c.before || '–'} → ${c.after || '–'}` : c.name));
  const more = changes.length - named.length;
  const what = before
    ? listed(intl.locale, [...named, more > 0 && intl.formatMessage({ id: 'known.more' }, { n: more })].filter(Boolean))
    : intl.formatMessage({ id: 'known.first' });
  return (
    <li aria-current={version.version === shown ? 'true' : undefined}>
      <Link to="." search={(prior) => ({ ...prior, version: inAddress, compare: undefined })}>
        <b>{intl.formatDate(version.knownFrom.at, { dateStyle: 'medium', timeStyle: 'short', timeZone })}</b>
      </Link>{' '}
      <span className="soft">
        {what || intl.formatMessage({ id: 'known.same' })}
        {version.byName && ` · ${version.byName}`}
      </span>
    </li>
  );
}
