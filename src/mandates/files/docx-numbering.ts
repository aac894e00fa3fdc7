/** `word/numbering.xml`: how each list of a Word file numbers its levels. */
import type { XmlHandler } from '../../platform/files/index.ts';
import { type Attributes, attribute, isOn, wholeVal } from './docx-xml.ts';

/** Word knows nine. */
export const LEVELS = 9;

export interface Level {
  start: number;
  /** `decimal`, `lowerLetter`, `bullet`, … */
  format: string;
  /** `%1.`, `(%2)`: each `%n` is the number of that level, the first is 1. */
  text: string;
  /** After which level, counted from 1, it begins anew; 0 for never, `null` for after any above it. */
  restart: number | null;
  /** All its numbers in digits, whatever the levels above are written in. */
  legal: boolean;
  /** What stands between number and words. */
  suffix: string;
  /** The paragraph style that belongs to this level. */
  style: string | null;
  hidden: boolean;
}

interface Abstract {
  levels: Map<number, Level>;
  single: boolean;
  /** The numbering style it stands for, and the one that it only points to. */
  styleLink: string | null;
  numStyleLink: string | null;
}

interface Instance {
  abstract: string;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

/** A list as paragraphs use it. */
export interface ListDefinition {
  /** Lists of the same key count on each other. */
  key: string;
  /** Only the first level counts. */
  single: boolean;
  level(index: number): Level | null;
  /** Where this list begins anew although it shares its count. */
  startOverride(index: number): number | null;
}

const newLevel = (): Level => ({
  ...{ start: 0, format: 'decimal', text: '', restart: null, legal: false, suffix: ' ', style: null, hidden: false },
});

export class NumberingReader implements XmlHandler {
  private readonly abstracts = new Map<string, Abstract>();
  private readonly instances = new Map<string, Instance>();
  private abstract: Abstract | null = null;
  private instance: Instance | null = null;
  private overridden: number | null = null;
  private level: Level | null = null;
  /** Formats of newer Words stand beside one that every Word knows, which is the one that is read. */
  private skipped = 0;

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0 || name === 'Choice') {
      this.skipped++;
      return;
    }
    switch (name) {
      case 'abstractNum':
        this.abstract = { levels: new Map(), single: false, styleLink: null, numStyleLink: null };
        this.abstracts.set(attribute(attributes, 'abstractNumId') ?? '', this.abstract);
        return;
      case 'num':
        this.instance = { abstract: '', starts: new Map(), levels: new Map() };
        this.instances.set(attribute(attributes, 'numId') ?? '', this.instance);
        return;
      case 'abstractNumId':
        if (this.instance) this.instance.abstract = attribute(attributes, 'val') ?? '';
        return;
      case 'multiLevelType':
        if (this.abstract) this.abstract.single = attribute(attributes, 'val') === 'singleLevel';
        return;
      case 'styleLink':
      case 'numStyleLink':
        if (this.abstract) this.abstract[name] = attribute(attributes, 'val');
        return;
      case 'lvlOverride':
        this.overridden = levelIndex(attributes);
        return;
      case 'startOverride': {
        const start = wholeVal(attributes);
        if (this.overridden !== null && start !== null) this.instance?.starts.set(this.overridden, start);
        return;
      }
      case 'lvl': {
        this.level = newLevel();
        const index = levelIndex(attributes);
        const levels = this.instance?.levels ?? this.abstract?.levels;
        if (index !== null) levels?.set(index, this.level);
        return;
      }
    }
    if (this.level) describe(this.level, name, attributes);
  }

  text(): void {}

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (name === 'abstractNum') this.abstract = null;
    else if (name === 'num') this.instance = null;
    else if (name === 'lvlOverride') this.overridden = null;
    else if (name === 'lvl') this.level = null;
  }

  /**
   * @param numId what a paragraph or a style names
   * @param numIdOfStyle the list of a numbering style, for lists that only point to one
   */
  list(numId: string, numIdOfStyle: (style: string) => string | null): ListDefinition | null {
    const instance = this.instances.get(numId);
    if (!instance) return null;
    const [key, abstract] = this.resolve(instance.abstract, numIdOfStyle);
    if (!abstract) return null;
    return {
      key,
      single: abstract.single,
      level: (index) => instance.levels.get(index) ?? abstract.levels.get(index) ?? null,
      startOverride: (index) => instance.starts.get(index) ?? null,
    };
  }

  /** @returns the level of a list that belongs to a paragraph style */
  levelOfStyle(numId: string, style: string): number | null {
    const abstract = this.abstracts.get(this.instances.get(numId)?.abstract ?? '');
    for (const [index, level] of abstract?.levels ?? []) if (level.style === style) return index;
    return null;
  }

  private resolve(id: string, numIdOfStyle: (style: string) => string | null): [string, Abstract | null] {
    const own = this.abstracts.get(id) ?? null;
    if (!own?.numStyleLink) return [id, own];
    for (const [key, other] of this.abstracts)
      if (other.styleLink === own.numStyleLink && other.levels.size > 0) return [key, other];
    const linked = this.instances.get(numIdOfStyle(own.numStyleLink) ?? '')?.abstract ?? id;
    return [linked, this.abstracts.get(linked) ?? null];
  }
}

function describe(level: Level, name: string, attributes: Attributes): void {
  const val = attribute(attributes, 'val');
  if (name === 'start') level.start = wholeVal(attributes) ?? level.start;
  else if (name === 'numFmt') level.format = val ?? level.format;
  else if (name === 'lvlText') level.text = isOn({ 'w:val': attribute(attributes, 'null') ?? '0' }) ? '' : (val ?? '');
  else if (name === 'lvlRestart') level.restart = wholeVal(attributes);
  else if (name === 'isLgl') level.legal = isOn(attributes);
  else if (name === 'suff') level.suffix = val === 'nothing' ? '' : ' ';
  else if (name === 'pStyle') level.style = val;
  else if (name === 'vanish') level.hidden = isOn(attributes);
}

function levelIndex(attributes: Attributes): number | null {
  const text = attribute(attributes, 'ilvl') ?? '';
  return /^[0-8]$/.test(text) ? Number(text) : null;
}
