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
} as const satisfies Record<string, readonly string[]>;

export type ShortcutId = keyof typeof SHORTCUTS;

const IDS = Object.keys(SHORTCUTS) as ShortcutId[];
export const isShortcut = (id: string): id is ShortcutId => id in SHORTCUTS;

/** @param key as `KeyboardEvent.key`, with `mod+` before it for ⌘ or Ctrl */
export const shortcutOf = (key: string): ShortcutId | undefined =>
  IDS.find((id) => (SHORTCUTS[id] as readonly string[]).includes(key));

const isApple = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '');

/** As it stands on the keyboard: `mod+k` → ⌘K, or Ctrl K. */
export const keyWord = (key: string): string => {
  if (key === 'Escape') return 'Esc';
  return key.startsWith('mod+') ? `${isApple ? '⌘' : 'Ctrl '}${key.slice(4).toUpperCase()}` : key;
};

export const keysOf = (id: string): readonly string[] => (isShortcut(id) ? SHORTCUTS[id].map(keyWord) : []);
