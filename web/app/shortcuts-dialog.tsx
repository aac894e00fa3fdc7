import { FormattedMessage, useIntl } from 'react-intl';
import { Dialog } from '../ui/dialog.tsx';

const SHORTCUTS = [
  ['search', ['/', '⌘K']],
  ['move', ['j', 'k']],
  ['open', ['Enter', 'o']],
  ['close', ['Esc']],
  ['edit', ['e']],
  ['confirm', ['v']],
  ['verify', ['h']],
  ['assign', ['a']],
  ['follow', ['o']],
  ['comment', ['c']],
  ['record', ['n']],
  ['flash', ['f']],
  ['keep', ['Enter']],
  ['send', ['s', 'Ctrl ↵']],
  ['pdf', ['p']],
  ['choose', ['x']],
  ['views', ['w']],
  ['notices', ['g n']],
  ['about', ['F1']],
  ['help', ['?']],
] as const;

export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  return (
    <Dialog title={intl.formatMessage({ id: 'keys.title' })} isOpen onClose={onClose}>
      <dl className="keys">
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name} className="keys-line">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>
              <FormattedMessage id={`keys.${name}`} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
