/** Every key of the house, by the command that it runs; what a key is called stands in the messages `keys.…`. */
export const SHORTCUTS = {
  palette: ['mod+k'],
  search: ['/'],
  help: ['?'],
  next: ['j'],
  previous: ['k'],
  open: ['Enter', 'o'],
  close: ['Escape'],
  edit: ['e'],
  confirm: ['v'],
  verify: ['h'],
  record: ['n'],
  flash: ['f'],
  assign: ['a'],
  follow: ['l'],
  comment: ['c'],
  confirmReading: ['c'],
  choose: ['x'],
  views: ['w'],
  notices: ['b'],
  keep: ['Enter'],
  send: ['s'],
  sendNow: ['mod+enter'],
  pdf: ['p'],
} as const satisfies Record<string, readonly string[]>;

export type ShortcutId = keyof typeof SHORTCUTS;

const IDS = Object.keys(SHORTCUTS) as ShortcutId[];
export const isShortcut = (id: string): id is ShortcutId => id in SHORTCUTS;

/** @param key as `KeyboardEvent.key`, with `mod+` before it for ⌘ or Ctrl. @returns more than one where pages differ */
export const shortcutsOf = (key: string): ShortcutId[] =>
  IDS.filter((id) => (SHORTCUTS[id] as readonly string[]).includes(key));

/** Heard within a field alone. */
export const WITHIN: Readonly<Record<string, readonly string[]>> = { about: ['F1'] };

const isApple = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '');

/** As it stands on the keyboard: `mod+k` → ⌘K, or Ctrl K. */
export const keyWord = (key: string): string => {
  if (key === 'Escape') return 'Esc';
  return key.startsWith('mod+')
    ? `${isApple ? '⌘' : 'Ctrl '}${key === 'mod+enter' ? '↵' : key.slice(4).toUpperCase()}`
    : key;
};

export const keysOf = (id: string): readonly string[] =>
  (isShortcut(id) ? SHORTCUTS[id] : (WITHIN[id] ?? [])).map(keyWord);
