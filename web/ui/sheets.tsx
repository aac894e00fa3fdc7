/**
 * What lies over the page next to the button that opened it. Fetched after the page, never with it: placing and keeping
 * the focus is the heaviest part of the components, and nothing can be opened before the page is there.
 */
import type { ReactNode, RefObject } from 'react';
import { Dialog, Header, Menu, MenuItem, MenuSection, Popover, type Selection } from 'react-aria-components';
import './menu.css';

/** One line that does something. */
interface Act {
  label: string;
  act: () => void;
}

/** A part of a menu in which exactly one line is chosen. */
interface PickOne {
  title: string;
  choices: readonly { id: string; label: string }[];
  value: string;
  onChange: (id: string) => void;
}

export type MenuPart = Act | PickOne;

interface SheetProps {
  label: string;
  /** The button that it hangs from. */
  button: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Controls in a small panel. */
export function PanelSheet({
  label,
  button,
  children,
  end,
  ...open
}: SheetProps & { end: boolean; children: ReactNode }) {
  return (
    <Popover
      {...open}
      // Its own, also within a choice, which would take it for its list.
      slot={null}
      triggerRef={button}
      className="popover"
      offset={4}
      placement={end ? 'bottom end' : 'bottom start'}
    >
      <Dialog className="panel" aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}

/** Lines to choose from. */
export function MenuSheet({ label, button, parts, ...open }: SheetProps & { parts: readonly MenuPart[] }) {
  return (
    <Popover {...open} triggerRef={button} className="popover" offset={4} placement="bottom end" aria-label={label}>
      <Menu className="menu" aria-label={label} autoFocus="first" onClose={() => open.onOpenChange(false)}>
        {parts.map((part) =>
          'choices' in part ? (
            <Choices key={part.title} {...part} />
          ) : (
            <MenuItem key={part.label} className="menu-item" textValue={part.label} onAction={part.act}>
              {part.label}
            </MenuItem>
          ),
        )}
      </Menu>
    </Popover>
  );
}

function Choices({ title, choices, value, onChange }: PickOne) {
  const chosen = (keys: Selection) => {
    const [first] = keys === 'all' ? [] : [...keys];
    if (first !== undefined) onChange(String(first));
  };
  return (
    <MenuSection selectionMode="single" selectedKeys={[value]} onSelectionChange={chosen} disallowEmptySelection>
      <Header className="eyebrow menu-title">{title}</Header>
      {choices.map(({ id, label }) => (
        <MenuItem key={id} id={id} className="menu-item" textValue={label}>
          {label}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
