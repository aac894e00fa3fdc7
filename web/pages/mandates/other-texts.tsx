import { useDeferredValue, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MandateLine } from '../../../src/mandates/contract.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { MandateLines } from './mandate-lines.tsx';

/** Few are read through; of a whole corpus one looks for one. */
const FEW = 20;
const MORE = 100;

/** Texts kept for comparison: searched by symbol, title, mission and year where they are many. */
export function OtherTexts({ texts }: { texts: readonly MandateLine[] }) {
  const intl = useIntl();
  const [words, setWords] = useState('');
  const [most, setMost] = useState(MORE);
  const wanted = useDeferredValue(words);
  const found = wanted.trim() === '' ? texts : texts.filter((line) => fits(line, wanted));
  if (texts.length <= FEW) return <MandateLines mandates={texts} />;
  return (
    <>
      <div className="mandates-search">
        <TextField
          label={intl.formatMessage({ id: 'texts.search' })}
          type="search"
          value={words}
          onChange={(next) => {
            setWords(next);
            setMost(MORE);
          }}
        />
        <p className="soft small" role="status">
          <FormattedMessage id="texts.ofThem" values={{ n: found.length, of: texts.length }} />
        </p>
      </div>
      <MandateLines mandates={found.slice(0, most)} />
      {found.length > most && (
        <div className="acts">
          <Button onPress={() => setMost(most + MORE)}>
            <FormattedMessage id="page.more" />
          </Button>
        </div>
      )}
    </>
  );
}

/** Every word, anywhere in what the line says. */
function fits({ symbol, title, missionName, date }: MandateLine, words: string): boolean {
  const line = `${symbol} ${title ?? ''} ${missionName ?? ''} ${date}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => line.includes(word));
}
