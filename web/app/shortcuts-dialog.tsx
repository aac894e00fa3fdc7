import { FormattedMessage, useIntl } from 'react-intl';
import { Dialog } from '../ui/dialog.tsx';
import { keysOf, SHORTCUTS, WITHIN } from './commands/shortcuts.ts';

/** Every key there is, here and on other pages, from the same list that the keys themselves are read from. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  return (
    <Dialog title={intl.formatMessage({ id: 'keys.title' })} isOpen onClose={onClose}>
      <dl className="keys">
        {Object.keys({ ...SHORTCUTS, ...WITHIN }).map((id) => (
          <div key={id} className="keys-line">
            <dt>
              {keysOf(id).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>
              <FormattedMessage id={`keys.${id}`} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
