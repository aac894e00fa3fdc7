/**
 * Everything that can be done from where one is, as data. What stands around the pages and each page say theirs while
 * they are shown; the palette (⌘K), the keys and the list of keys (`?`) read from here and from nowhere else.
 */
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { type ShortcutId, shortcutsOf } from './shortcuts.ts';

/** The order in which the palette shows them. */
export const GROUPS = [
  'dialog',
  'record',
  'list',
  'go',
  'filter',
  'known',
  'export',
  'found',
  'places',
  'view',
  'language',
  'theme',
  'account',
] as const;
export type Group = (typeof GROUPS)[number];

export interface Command {
  /** Stable, and without content of records: what was used lately is remembered by it. */
  id: string;
  group: Group;
  label: string;
  /** In softer ink beside it: how it is set now, where it leads. */
  detail?: string | undefined;
  /** Made of what is being typed: offered whether the words fit or not, and not remembered. */
  isTyped?: boolean;
  run: () => unknown;
}

/** @param typed what stands in the palette; a day typed there can be a command */
type Make = (typed: string) => readonly Command[];

const makers: { current: Make }[] = [];

/** Offers commands as long as the caller is on the page. `make` runs when somebody looks, not at every drawing. */
export function useCommands(make: Make): void {
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  });
  useEffect(() => {
    makers.push(latest);
    return () => void makers.splice(makers.indexOf(latest), 1);
  }, []);
}

/** All of this moment; of two with one id the one that came last, since it lies nearer to what is shown. */
export const commandsNow = (typed = ''): Command[] => [
  ...new Map(makers.flatMap(({ current }) => current(typed)).map((command) => [command.id, command])).values(),
];

/** Makes a command of a key, named as in the list of keys; nothing where it may not be done now. */
export function useKeyCommand() {
  const intl = useIntl();
  return (id: ShortcutId, group: Group, may: boolean, run: () => unknown): Command[] =>
    may ? [{ id, group, label: intl.formatMessage({ id: `keys.${id}` }), run }] : [];
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="spinbutton"], [role="slider"], canvas'));

/** Enter on a link or a button is theirs. */
const pressing = (event: KeyboardEvent) =>
  event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('a, button, summary');

const overlaid = () => document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]');

function heard(event: KeyboardEvent) {
  const mod = event.metaKey || event.ctrlKey;
  if (event.altKey || event.defaultPrevented) return;
  const ids: readonly string[] = shortcutsOf(mod ? `mod+${event.key.toLowerCase()}` : event.key);
  // One-letter keys sleep while somebody types, and when a modifier is held.
  if (ids.length === 0 || (!mod && (typing(event.target) || pressing(event)))) return;
  const command = commandsNow().findLast(({ id }) => ids.includes(id));
  // What lies over the page has the keys to itself.
  if (!command || (overlaid() && command.group !== 'dialog')) return;
  event.preventDefault();
  command.run();
}

/** Once for the whole house, in what stands around every page. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}
