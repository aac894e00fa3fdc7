/** Counts the numbered paragraphs of a Word file as Word does, and writes their numbers as Word shows them. */
import { LEVELS, type Level, type ListDefinition, type NumberingReader } from './docx-numbering.ts';
import type { StyleReader } from './docx-styles.ts';
import { WORD_NUMERALS } from './numerals.ts';

/** What a paragraph says of its number. */
export interface NumberedAs {
  style: string | null;
  numId: string | null;
  level: number | null;
}

/** Signs that are dashes are left, since they tell more than a dot; the last is the dash of the font Symbol. */
const DASHES: ReadonlyMap<string, string> = new Map(
  Object.entries({ '-': '-', '‐': '-', '‑': '-', '–': '–', '—': '—', '\uf02d': '–' }),
);

export class Counter {
  /** Formats that are not known; their numbers are written in digits. */
  readonly unknownFormats = new Set<string>();
  private readonly numbering: NumberingReader;
  private readonly styles: StyleReader;
  /** By list and level; `null` where the next begins anew. Lists that share a definition share their count. */
  private readonly counts = new Map<string, (number | null)[]>();
  private readonly overridesUsed = new Set<string>();
  private readonly lists = new Map<string, ListDefinition | null>();

  constructor(numbering: NumberingReader, styles: StyleReader) {
    this.numbering = numbering;
    this.styles = styles;
  }

  /** Counts a paragraph. @returns its number with what parts it from the words; empty when it has none */
  next(paragraph: NumberedAs): string {
    const { numId, level: index } = this.placeOf(paragraph);
    const list = numId === null ? null : this.list(numId);
    const level = list?.level(index);
    if (!list || !level) return '';
    const counts = this.count(list, numId as string, index);
    if (level.hidden) return '';
    const text = this.write(level, list, counts);
    return text === '' ? '' : text + level.suffix;
  }

  /** What the paragraph says goes before what its style says, each of list and level on its own. */
  private placeOf({ style, numId, level }: NumberedAs): { numId: string | null; level: number } {
    const fromStyle = this.styles.numberingOf(style);
    const list = numId ?? fromStyle.numId;
    if (list === null || list === '0') return { numId: null, level: 0 };
    if (this.list(list)?.single) return { numId: list, level: 0 };
    const linked = () => {
      for (const name of this.styles.namesOf(style)) {
        const found = this.numbering.levelOfStyle(list, name);
        if (found !== null) return found;
      }
      return 0;
    };
    return { numId: list, level: level ?? fromStyle.level ?? linked() };
  }

  private list(numId: string): ListDefinition | null {
    const known = this.lists.get(numId);
    if (known !== undefined) return known;
    const list = this.numbering.list(numId, (style) => this.styles.numIdOf(style));
    this.lists.set(numId, list);
    return list;
  }

  private count(list: ListDefinition, numId: string, index: number): (number | null)[] {
    const counts = this.counts.get(list.key) ?? [];
    this.counts.set(list.key, counts);
    // A level that is left out counts as if its first had been there: below nothing, `(a)` is in paragraph 1.
    for (let above = 0; above < index; above++) counts[above] ??= list.level(above)?.start ?? 1;
    const override = list.startOverride(index);
    const first = `${numId} ${index}`;
    const last = counts[index] ?? null;
    if (override !== null && !this.overridesUsed.has(first)) counts[index] = override;
    else counts[index] = last === null ? startOf(list, index) : last + 1;
    this.overridesUsed.add(first);
    for (let below = index + 1; below < LEVELS; below++) {
      const after = list.level(below)?.restart ?? null;
      if (after === null || (after > 0 && index < after)) counts[below] = null;
    }
    return counts;
  }

  private write(level: Level, list: ListDefinition, counts: readonly (number | null)[]): string {
    if (level.format === 'bullet') return level.text === '' ? '' : (DASHES.get(level.text) ?? '•');
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const own = list.level(index)?.format ?? 'decimal';
      if (own === 'bullet' || own === 'none') return '';
      const format = level.legal && own !== 'decimalZero' ? 'decimal' : own;
      const numeral = Object.hasOwn(WORD_NUMERALS, format) ? WORD_NUMERALS[format] : undefined;
      if (!numeral) this.unknownFormats.add(format);
      return (numeral ?? String)(counts[index] ?? startOf(list, index));
    });
  }
}

const startOf = (list: ListDefinition, index: number): number =>
  list.startOverride(index) ?? list.level(index)?.start ?? 1;
