import { describe, expect, it } from 'vitest';
import en from '../../messages/en.json';
import { isShortcut, keyWord, SHORTCUTS, shortcutsOf, WITHIN } from './shortcuts.ts';

const sources = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const code = Object.entries(sources);

describe('the keys', () => {
  it('mean one thing each, and have a name', () => {
    const all = [...Object.values(SHORTCUTS).flat(), ...Object.values(WITHIN).flat()];
    // Enter opens a record in the list, and keeps a composed paper on its own page; c comments on a record and confirms
    // a paragraph of a mandate.
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual(['c', 'Enter']);
    for (const id of Object.keys({ ...SHORTCUTS, ...WITHIN })) expect(`keys.${id}` in en, id).toBe(true);
    for (const [id, keys] of Object.entries(SHORTCUTS)) for (const key of keys) expect(shortcutsOf(key)).toContain(id);
    expect(keyWord('mod+k')).toMatch(/^(⌘|Ctrl )K$/);
  });

  it('are each a command somewhere on the pages', () => {
    const made = code.flatMap(([, text]) => [...text.matchAll(/key\(\s*'(\w+)'/g)].map(([, id = '']) => id));
    expect([...new Set(made)].toSorted()).toEqual(Object.keys(SHORTCUTS).toSorted());
    expect(made.every(isShortcut)).toBe(true);
  });

  it('are heard in one place only, so that none is missing from the list', () => {
    const listens = code.filter(([, text]) => /addEventListener\(\s*'keydown'/.test(text)).map(([file]) => file);
    // A field's F1 is heard within the field.
    expect(listens.toSorted()).toEqual(['../../ui/about.tsx', './registry.ts']);
  });
});
