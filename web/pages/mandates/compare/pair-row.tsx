/** A paragraph of the earlier text and what became of it, and beside them what that means. */
import { FormattedMessage, useIntl } from 'react-intl';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { isolate } from '../../../words/isolate.ts';
import { Badges } from './badges.tsx';
import { byTask, type Change, isSame, type Pair } from './changes.ts';

/** @param isPartial the later text leaves the rest as it was: what it does not repeat is not dropped */
export function PairRow({ pair, isPartial }: { pair: Pair; isPartial: boolean }) {
  const { before, after, words } = pair;
  return (
    <article className="facing" data-same={isSame(pair) || undefined}>
      <Side side={before} words={words} which="before" />
      <Side side={after} words={words} which="after" />
      <Margin pair={pair} isPartial={isPartial} />
    </article>
  );
}

interface SideProps {
  side: Pair['before'];
  words: Pair['words'];
  which: 'before' | 'after';
}

/** Each side has what both have, and the words that are its own. */
function Side({ side, words, which }: SideProps) {
  const intl = useIntl();
  if (!side)
    return (
      <p className="facing-none soft small">
        <FormattedMessage id={`mandate.compare.none.${which}`} />
      </p>
    );
  const own = which === 'before' ? 'removed' : 'added';
  const Mark = which === 'before' ? 'del' : 'ins';
  return (
    <div className="facing-side" lang="en" dir="ltr">
      <span className="facing-number">
        <span className="visually-hidden">
          {intl.formatMessage({ id: `mandate.compare.side.${which}` }, { number: side.number })}
        </span>
        <span aria-hidden="true">{side.number}</span>
      </span>
      <p>
        {words
          ? words
              .filter(({ kind }) => kind === 'same' || kind === own)
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
              .map(({ text, kind }, at) => (kind === 'same' ? text : <Mark key={at}>{text}</Mark>))
          : side.text}
      </p>
    </div>
  );
}

function Margin({ pair, isPartial }: { pair: Pair; isPartial: boolean }) {
  const { label } = useVocabulary();
  const means = byTask(pair.means.map((one): Change => ({ ...one, before: [], after: [] })));
  return (
    <div className="facing-margin">
      {!(isPartial && !pair.after) && <State pair={pair} />}
      {means.map(({ task, changes }) => (
        <div key={task}>
          <p>{label('mandate-tasks', task)}</p>
          <Badges changes={changes} />
        </div>
      ))}
    </div>
  );
}

function State({ pair: { before, after, part, moved } }: { pair: Pair }) {
  const number = part ? isolate(part.number) : '';
  const said = () => {
    if (part) return <FormattedMessage id={`mandate.compare.part.${part.how}`} values={{ number }} />;
    if (!before) return <FormattedMessage id="mandate.compare.isNew" />;
    if (!after) return <FormattedMessage id="mandate.compare.isDropped" />;
    if (moved) return <FormattedMessage id="mandate.compare.moved" values={{ number: isolate(before.number) }} />;
    return null;
  };
  const words = said();
  return words && <p className="facing-state">{words}</p>;
}
