/** What stands beside a paragraph: who is to do it and how strongly, its tasks, what qualifies them, who vouches for it. */
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Provision } from '../../../src/mandates/contract.ts';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { Circle, type Fill } from '../../ui/marks.tsx';
import { isolate } from '../../words/isolate.ts';
import { listed } from '../../words/listed.ts';
import { useMarkWords } from './mark-words.ts';

const VersionsDialog = lazy(() => import('./versions-dialog.tsx'));
/** Below this a task that nobody looked at yet says how sure the reading is of it. */
const SURE = 0.6;
const FILLS: Record<Provision['review'], Fill> = { read: 'empty', confirmed: 'full', corrected: 'full' };

interface MarginProps {
  provision: Provision;
  /** Marks whose words are lit. */
  lit: readonly string[];
  onLight: (marks: readonly string[]) => void;
  isCurrent: boolean;
  onConfirm?: () => void;
  onCorrect?: () => void;
}

export function Margin({ provision, lit, onLight, isCurrent, onConfirm, onCorrect }: MarginProps) {
  const { locale } = useIntl();
  const { label } = useVocabulary();
  const { task, qualifier } = useMarkWords();
  const { strength, addressees, codes, qualifiers, review, note } = provision;
  const whom = listed(
    locale,
    addressees.map((code) => label('mandate-addressees', code)),
  );
  const chips = [
    ...codes.map((code, n) => ({
      ...{ mark: `t${n}`, words: task(code) },
      unsure: review === 'read' && code.confidence < SURE ? code.confidence : null,
    })),
    ...qualifiers.map((one, n) => ({ mark: `q${n}`, words: qualifier(one), unsure: null })),
  ];
  return (
    <div className="provision-margin">
      {strength && (
        <p className="small">
          <b>{label('mandate-strengths', strength)}</b>
          {whom && <span className="soft">{` · ${whom}`}</span>}
        </p>
      )}
      {chips.length > 0 && (
        <ul className="mark-chips">
          {chips.map(({ mark, words, unsure }) => (
            <li key={mark}>
              <button
                type="button"
                className="mark-chip"
                data-qualifier={mark.startsWith('q') || undefined}
                data-lit={lit.includes(mark) || undefined}
                onMouseEnter={() => onLight([mark])}
                onMouseLeave={() => onLight([])}
                onFocus={() => onLight([mark])}
                onBlur={() => onLight([])}
              >
                {words}
                {unsure !== null && (
                  <span className="soft">
                    {' · '}
                    <FormattedMessage id="texts.unsure" values={{ share: unsure }} />
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {provision.kind === 'OP' && (
        <>
          <Vouched provision={provision} />
          {note && (
            <p className="small provision-note">
              <bdi>{note}</bdi>
            </p>
          )}
          {isCurrent && onConfirm && onCorrect && (
            <div className="acts provision-acts">
              {review === 'read' && (
                <Button hint="c" onPress={onConfirm}>
                  <FormattedMessage id="texts.confirm" />
                </Button>
              )}
              <Button hint="e" onPress={onCorrect}>
                <FormattedMessage id="texts.correct" />
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Vouched({ provision }: { provision: Provision }) {
  const intl = useIntl();
  const { timeZone } = useMission();
  const [isOpen, setOpen] = useState(false);
  const { review, knownAt, byName, by, rules, version, number } = provision;
  const values = {
    at: intl.formatDate(knownAt, { dateStyle: 'medium', timeZone }),
    who: isolate(byName ?? by),
    rules,
  };
  return (
    <p className="provision-vouched soft small">
      <Circle fill={FILLS[review]} />
      <span>
        <FormattedMessage id={`texts.state.${review}`} values={values} />
      </span>
      {version > 1 && (
        <Button look="none" className="provision-versions" onPress={() => setOpen(true)}>
          <FormattedMessage id="texts.versions" values={{ n: version }} />
          <span className="visually-hidden">
            <FormattedMessage id="texts.paragraph" values={{ number }} />
          </span>
        </Button>
      )}
      <Suspense>{isOpen && <VersionsDialog provision={provision} onClose={() => setOpen(false)} />}</Suspense>
    </p>
  );
}
