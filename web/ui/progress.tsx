/** How far long work is. Without a total it only says that it goes on. */
import { Label, ProgressBar } from 'react-aria-components';
import './progress.css';

interface ProgressProps {
  label: string;
  done: number;
  total: number | null;
  /** How far in words, shown at the end of the line; a percentage unless said. */
  words?: string | undefined;
}

export function Progress({ label, done, total, words }: ProgressProps) {
  return (
    <ProgressBar
      className="progress"
      value={done}
      maxValue={total || 100}
      isIndeterminate={!total}
      {...(words === undefined ? {} : { valueLabel: words })}
    >
      {({ percentage, valueText }) => (
        <>
          <Label className="small">{label}</Label>
          <span className="small soft progress-words">{total ? valueText : words}</span>
          <span className="progress-track">
            <span
              className="progress-fill"
              style={{ inlineSize: `${percentage ?? 100}%` }}
              data-unknown={!total || undefined}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
