import { useIntl } from 'react-intl';
import type { Guess, ImportPreview } from '../../../../src/incidents/import/contract.ts';
import { SETTLED } from '../../../../src/incidents/import/contract.ts';
import { Circle, type Fill } from '../../../ui/marks.tsx';

/** What speaks for a guess, in words: “its name says so · 41 of 42 values are dates, day first”. */
export function useEvidence() {
  const intl = useIntl();
  return ({ evidence }: Pick<Guess, 'evidence'>): string =>
    evidence
      .map(({ says, hits = 0, of = 0, text = '' }) =>
        intl.formatMessage({ id: `bring.says.${says}` }, { hits, of, text: text || 'none' }),
      )
      .join(' · ');
}

const SURE = 0.9;

interface WhyProps {
  preview: ImportPreview;
  header: string;
  /** The field that the column fills as things stand; `null`: it is kept. */
  field: string | null;
}

/** How sure a guess is, and why; or that a person chose otherwise. */
export function Why({ preview, header, field }: WhyProps) {
  const intl = useIntl();
  const evidenceOf = useEvidence();
  const text = (id: string) => intl.formatMessage({ id });
  const guess = preview.guesses.find((one) => one.header === header);
  if (field === null && !guess) {
    const because = preview.kept.find((one) => one.header === header)?.because;
    return <span className="soft small">{text(because ? `bring.because.${because}` : 'bring.keptHelp')}</span>;
  }
  if (!guess || guess.field !== field)
    return <span className="soft small">{text(field === null ? 'bring.keptByHand' : 'bring.chosen')}</span>;
  const [fill, how]: [Fill, string] =
    guess.confidence >= SURE ? ['full', 'sure'] : guess.confidence >= SETTLED ? ['half', 'likely'] : ['empty', 'guess'];
  return (
    <span className="small">
      <span className="status">
        <Circle fill={fill} />
        {text(`bring.sure.${how}`)}
      </span>{' '}
      <span className="soft">
        <bdi>{evidenceOf(guess)}</bdi>
      </span>
    </span>
  );
}
