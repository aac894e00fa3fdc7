/** ⌘K: everything that can be done from here, by typing. */
import { useRef, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from '../icons.tsx';
import { type Section, sectionsFor } from './find.ts';
import { recentCommands, rememberCommand } from './recent.ts';
import { type Command, commandsNow, type Group } from './registry.ts';
import { keysOf } from './shortcuts.ts';
import { useFound } from './use-found.ts';
import '../../ui/menu.css';
import '../../ui/dialog.css';
import './palette.css';

export default function Palette({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const [recent] = useState(recentCommands);
  const found = useFound(typed);
  const groupName = (group: Group) => intl.formatMessage({ id: `palette.group.${group}` });
  const own = commandsNow(typed).filter(({ id }) => id !== 'palette');
  const sections = sectionsFor([...own, ...found.commands], typed, recent, groupName);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const run = (command: Command) => {
    if (isDone.current) return;
    isDone.current = true;
    if (!command.isTyped) rememberCommand(command.id);
    onClose();
    // Once this is gone and the focus is back: what is opened next takes it again.
    setTimeout(command.run);
  };
  // What is found late is not chosen by itself: Enter takes the first line all the same.
  const runFirst = () => {
    const [first] = sections.flatMap((section) => section.commands);
    if (first && !input.current?.getAttribute('aria-activedescendant')) run(first);
  };
  const title = intl.formatMessage({ id: 'palette.title' });
  return (
    <ModalOverlay
      className="dialog-shade palette-shade"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="palette">
        <Dialog aria-label={title}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField className="palette-field" aria-label={title} onSubmit={runFirst} autoFocus>
              <Icon name="search" size={16} />
              <Input ref={input} dir="auto" placeholder={intl.formatMessage({ id: 'palette.placeholder' })} />
            </SearchField>
            <Menu
              className="menu palette-list"
              aria-label={title}
              renderEmptyState={() => (
                <p className="soft palette-none">
                  <FormattedMessage id={found.isLooking ? 'palette.looking' : 'palette.nothing'} />
                </p>
              )}
            >
              {sections.map((section) => (
                <Lines key={section.group} {...section} groupName={groupName} onRun={run} />
              ))}
            </Menu>
          </Autocomplete>
          <p className="palette-foot soft small">
            <FormattedMessage id="palette.help" />
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface LinesProps extends Section {
  groupName: (group: Group) => string;
  onRun: (command: Command) => void;
}

function Lines({ group, commands, groupName, onRun }: LinesProps) {
  const intl = useIntl();
  const isMixed = group === 'best' || group === 'recent';
  const title = isMixed ? intl.formatMessage({ id: `palette.${group}` }) : groupName(group);
  return (
    <MenuSection>
      <Header className="eyebrow menu-title">{title}</Header>
      {commands.map((command) => (
        <MenuItem
          key={command.id}
          id={command.id}
          className="menu-item palette-line"
          textValue={command.label}
          onAction={() => onRun(command)}
        >
          <span className="palette-label">{command.label}</span>
          <span className="palette-aside soft small">
            {[isMixed && groupName(command.group), command.detail].filter(Boolean).join(' · ')}
            {keysOf(command.id).map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}
