/** Marks that stand on every page and every printed sheet. */
import { FormattedMessage, useIntl } from 'react-intl';
import { useVocabulary } from './vocabulary.ts';

/** How sensitive the page may be: the highest level that it shows. */
export function LevelMark({ level }: { level: string }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  return (
    <span className="mark" title={intl.formatMessage({ id: 'mark.level' })}>
      {label('levels', level)}
    </span>
  );
}

/** Nothing here happened: the mission is a demonstration. */
export function InventedMark() {
  return (
    <span className="mark mark-invented">
      <FormattedMessage id="mark.invented" />
    </span>
  );
}
