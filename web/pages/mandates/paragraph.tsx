/** One paragraph: its own words, and beside them what was read in them. A chip and its words light up together. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Provision } from '../../../src/mandates/contract.ts';
import { Margin } from './margin.tsx';
import { segmentsOf } from './segments.ts';

interface ParagraphProps {
  source: string;
  provision: Provision;
  /** Where one stands above it, and not above the one before. */
  heading: string | null;
  /** What it stands below is not shown: its number says where it belongs. */
  isWholeNumber: boolean;
  isCurrent: boolean;
  onChoose: () => void;
  /** Absent for whoever only reads. */
  onConfirm?: () => void;
  onCorrect?: () => void;
}

export function Paragraph({
  source,
  provision,
  heading,
  isWholeNumber,
  isCurrent,
  onChoose,
  onConfirm,
  onCorrect,
}: ParagraphProps) {
  const intl = useIntl();
  const [lit, setLit] = useState<readonly string[]>([]);
  const { id, number } = provision;
  const parts = number.split(' ');
  const depth = isWholeNumber ? 1 : parts.length;
  return (
    <li id={`p-${id}`} className="provision" data-current={isCurrent || undefined}>
      {heading && (
        <h2 className="provision-heading" lang="en" dir="ltr">
          {heading}
        </h2>
      )}
      {/* The words keep their own direction; what is said of them has the page's. */}
      <div className="provision-words" lang="en" dir="ltr" data-depth={Math.min(depth, 4)}>
        <button
          type="button"
          className="provision-number"
          aria-label={intl.formatMessage({ id: 'texts.paragraph' }, { number })}
          aria-current={isCurrent || undefined}
          onClick={onChoose}
        >
          {isWholeNumber ? number : parts.at(-1)}
        </button>
        <p>
          {segmentsOf(source, provision).map(({ from, text, marks }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the chip beside it does the same by keyboard
            <span
              key={from}
              className="words-part"
              data-task={marks.some((mark) => mark.startsWith('t')) || undefined}
              data-qualifier={marks.some((mark) => mark.startsWith('q')) || undefined}
              data-lit={marks.some((mark) => lit.includes(mark)) || undefined}
              onMouseEnter={() => setLit(marks)}
              onMouseLeave={() => setLit([])}
            >
              {text}
            </span>
          ))}
        </p>
      </div>
      <Margin
        provision={provision}
        lit={lit}
        onLight={setLit}
        isCurrent={isCurrent}
        {...(onConfirm && onCorrect ? { onConfirm, onCorrect } : {})}
      />
    </li>
  );
}
