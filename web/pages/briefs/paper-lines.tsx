import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { PaperLine } from '../../../src/briefs/contract.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { isolate } from '../../words/isolate.ts';
import { PaperState } from './state.tsx';

/** What it is, how far it has come, and who made it when. */
export function PaperLines({ papers }: { papers: readonly PaperLine[] }) {
  const intl = useIntl();
  const { slug, timeZone } = useMission();
  const { label } = useVocabulary();
  const when = (at: string) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const who = (name: string | null) => (name ? isolate(name) : '–');
  const made = ({ made: { at, byName, prepared } }: PaperLine) =>
    intl.formatMessage(
      { id: prepared ? 'paper.madeBy.prepared' : 'paper.madeBy.person' },
      { at: when(at), who: who(byName) },
    );
  const last = ({ state, knownAt, byName }: PaperLine) =>
    state === 'draft'
      ? null
      : intl.formatMessage({ id: `paper.last.${state}` }, { at: when(knownAt), who: who(byName) });
  return (
    <ul className="papers">
      {papers.map((paper) => (
        <li key={paper.id}>
          <div>
            <Link className="papers-title" to="/m/$mission/briefs/$id" params={{ mission: slug, id: paper.id }}>
              <bdi lang={paper.language}>{paper.title}</bdi>
            </Link>
            <p className="soft">
              <bdi lang={paper.language}>{paper.subtitle}</bdi>
            </p>
          </div>
          <div>
            <PaperState state={paper.state} corrects={paper.corrects} />
            <p className="soft small">{`${label('levels', paper.level)} · ${OWN_NAMES[paper.language]}`}</p>
          </div>
          <div className="soft small">
            <p>{made(paper)}</p>
            <p>{last(paper)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
