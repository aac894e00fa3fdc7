import { MenuSheet } from './later.ts';
import { Opener, type OpenerProps } from './opener.tsx';
import type { MenuPart } from './sheets.tsx';

interface MenuProps extends Omit<OpenerProps, 'opens' | 'children'> {
  /** What the lines are about. */
  label: string;
  parts: readonly MenuPart[];
}

/** A button with lines to choose from. */
export function Menu({ label, parts, ...button }: MenuProps) {
  return (
    <Opener {...button} opens="menu">
      {(sheet) => <MenuSheet {...sheet} label={label} parts={parts} />}
    </Opener>
  );
}
