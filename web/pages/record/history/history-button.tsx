import { useIntl } from 'react-intl';
import { Icon } from '../../../app/icons.tsx';
import { Button } from '../../../ui/button.tsx';
import { useOpenHistory } from './open-history.ts';
import './history.css';

/** Beside a field: who changed it when, from what to what. */
export function HistoryButton({ field, name }: { field: string; name: string }) {
  const intl = useIntl();
  const open = useOpenHistory();
  return (
    <Button
      look="none"
      className="history-open"
      aria-label={intl.formatMessage({ id: 'history.of' }, { field: name })}
      onPress={() => open(field)}
    >
      <Icon name="jobs" size={12} />
    </Button>
  );
}
