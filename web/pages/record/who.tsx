import { FormattedMessage, useIntl } from 'react-intl';
import type { Account, Core } from '../../../src/incidents/contract.ts';
import { LIKELIHOODS } from '../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { HistoryButton } from './history/history-button.tsx';
import { Term } from './term.tsx';

interface WhoProps {
  core: Core;
  account: Account | undefined;
}

/** Who may have done it, in words with the evidence on both sides; then whom the sources name as taking part. */
export function Who({ core, account }: WhoProps) {
  const intl = useIntl();
  const hypotheses = [...core.hypotheses].sort(
    (a, b) => LIKELIHOODS.indexOf(a.likelihood) - LIKELIHOODS.indexOf(b.likelihood),
  );
  if (hypotheses.length === 0 && core.parties.length === 0) return null;
  return (
    <section>
      <h2 className="eyebrow">
        <Term id="who.title" field="hypothesis" />
        {hypotheses.length > 0 && (
          <span>
            <FormattedMessage id="who.hypotheses" values={{ n: hypotheses.length }} />
            <HistoryButton field="hypotheses" name={intl.formatMessage({ id: 'fact.hypotheses' })} />
          </span>
        )}
      </h2>
      <ul className="record-lines">
        {hypotheses.map((hypothesis) => (
          <HypothesisLine key={hypothesis.id} hypothesis={hypothesis} account={account} />
        ))}
        {core.parties.map((party) => (
          <PartyLine key={`${party.role} ${party.name}`} party={party} />
        ))}
      </ul>
    </section>
  );
}

function HypothesisLine({
  hypothesis,
  account,
}: {
  hypothesis: Core['hypotheses'][number];
  account: Account | undefined;
}) {
  const { label } = useVocabulary();
  const evidence = account?.evidence.filter((e) => e.hypothesis === hypothesis.id) ?? [];
  const more = [
    label('actor-types', hypothesis.actorType),
    hypothesis.confidence && label('confidences', hypothesis.confidence),
    hypothesis.responsibility !== 'not_stated' && label('responsibilities', hypothesis.responsibility),
  ].filter(Boolean);
  return (
    <li>
      <b>{label('likelihoods', hypothesis.likelihood)}</b> <span dir="auto">{hypothesis.actor}</span>
      <span className="soft small"> · {more.join(' · ')}</span>
      {evidence.map(({ side, text }) => (
        <p key={`${side} ${text}`} className="small record-evidence" data-side={side}>
          <span className="soft">
            <FormattedMessage id={`who.${side}`} />
          </span>{' '}
          <span dir="auto">{text}</span>
        </p>
      ))}
    </li>
  );
}

function PartyLine({ party }: { party: Core['parties'][number] }) {
  const { label } = useVocabulary();
  return (
    <li>
      <span className="soft">{label('party-roles', party.role)}</span> <span dir="auto">{party.name}</span>
      <span className="soft small"> · {label('actor-types', party.type)}</span>
    </li>
  );
}
