import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import type { Choice } from '../app/vocabulary.ts';
import './menu.css';

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  label: string;
  children: ReactNode;
}

export function Menu({ trigger, label, children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={4} placement="bottom end">
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export function Act({ onAction, children }: { onAction: () => void; children: string }) {
  return (
    <MenuItem className="menu-item" onAction={onAction} textValue={children}>
      {children}
    </MenuItem>
  );
}

interface PickOneProps {
  title: string;
  choices: readonly Choice[];
  value: string;
  onChange: (id: string) => void;
}

/** A part of a menu in which exactly one line is chosen. */
export function PickOne({ title, choices, value, onChange }: PickOneProps) {
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
