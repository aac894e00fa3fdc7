import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MandateLine } from '../../../src/mandates/contract.ts';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Circle, type Fill } from '../../ui/marks.tsx';

interface LinesProps {
  mandates: readonly MandateLine[];
  /** Each follows the one below it. */
  isChain?: boolean;
}

/** What it is called, when it was adopted, and how much of it a person has read and confirmed. */
export function MandateLines({ mandates, isChain = false }: LinesProps) {
  const { slug: mission } = useMission();
  const { label } = useVocabulary();
  const day = useDay();
  return (
    <ol className="mandates" data-chain={isChain || undefined}>
      {mandates.map((mandate) => (
        <li key={mandate.id}>
          <div>
            <Link className="mandates-title" to="/m/$mission/mandates/$id" params={{ mission, id: mandate.id }}>
              <bdi>{mandate.symbol}</bdi>
            </Link>
            {mandate.title && (
              <p>
                <bdi>{mandate.title}</bdi>
              </p>
            )}
            <p className="soft">
              {`${label('mandate-kinds', mandate.kind)} · ${day(mandate.date)}`}
              {mandate.missionName && (
                <>
                  {' · '}
                  <bdi>{mandate.missionName}</bdi>
                </>
              )}
            </p>
          </div>
          <div>
            <Reviewed mandate={mandate} />
            <p className="soft small">
              <FormattedMessage id="texts.paragraphs" values={{ n: mandate.paragraphs }} />
            </p>
          </div>
          <p className="soft small">{label('levels', mandate.level)}</p>
        </li>
      ))}
    </ol>
  );
}

/** How many operative paragraphs a person vouches for, as a shape and words. */
export function Reviewed({ mandate: { reviewed, operative } }: { mandate: MandateLine }) {
  const part: Fill = reviewed > 0 ? 'half' : 'empty';
  return (
    <span className="status">
      <Circle fill={reviewed === operative ? 'full' : part} />
      <span>
        <FormattedMessage id="texts.reviewed" values={{ n: reviewed, of: operative }} />
      </span>
    </span>
  );
}

/** A calendar day, the same in every time zone. */
export function useDay() {
  const intl = useIntl();
  return (date: string) => intl.formatDate(`${date}T12:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' });
}
