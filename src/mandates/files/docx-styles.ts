/** `word/styles.xml`: which styles number their paragraphs, and which hide their words. */
import type { XmlHandler } from '../../platform/files/index.ts';
import { type Attributes, attribute, isOn } from './docx-xml.ts';

interface Style {
  basedOn: string | null;
  numId: string | null;
  level: number | null;
  hidden: boolean | null;
}

export interface StyleNumbering {
  /** `0` says that there is none. */
  numId: string | null;
  level: number | null;
}

/** A chain of styles that is longer goes round in a circle. */
const LONGEST_CHAIN = 50;

export class StyleReader implements XmlHandler {
  private readonly styles = new Map<string, Style>();
  private readonly path: string[] = [];
  private style: Style | null = null;
  /** Of a paragraph that names none. */
  private usual: string | null = null;

  open(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === 'style') {
      this.style = { basedOn: null, numId: null, level: null, hidden: null };
      const id = attribute(attributes, 'styleId') ?? '';
      this.styles.set(id, this.style);
      const isUsual =
        attribute(attributes, 'default') !== null && isOn({ val: attribute(attributes, 'default') ?? '' });
      if (isUsual && attribute(attributes, 'type') === 'paragraph') this.usual = id;
    }
    if (!this.style) return;
    const val = attribute(attributes, 'val');
    if (name === 'basedOn') this.style.basedOn = val;
    else if (name === 'numId' && parent === 'numPr') this.style.numId = val;
    else if (name === 'ilvl' && parent === 'numPr') this.style.level = /^[0-8]$/.test(val ?? '') ? Number(val) : null;
    else if (name === 'vanish' && parent === 'rPr') this.style.hidden = isOn(attributes);
  }

  text(): void {}

  close(name: string): void {
    this.path.pop();
    if (name === 'style') this.style = null;
  }

  /** @param id of a paragraph's style, `null` where it names none */
  numberingOf(id: string | null): StyleNumbering {
    const chain = this.chain(id ?? this.usual);
    return {
      numId: chain.find((style) => style.numId !== null)?.numId ?? null,
      level: chain.find((style) => style.level !== null)?.level ?? null,
    };
  }

  /** @returns the names of a style and of those it rests on */
  namesOf(id: string | null): string[] {
    const names: string[] = [];
    for (let name = id ?? this.usual; name !== null && names.length < LONGEST_CHAIN; ) {
      names.push(name);
      name = this.styles.get(name)?.basedOn ?? null;
    }
    return names;
  }

  hides(id: string | null): boolean {
    return this.chain(id).find(({ hidden }) => hidden !== null)?.hidden ?? false;
  }

  /** @returns the list of a numbering style */
  numIdOf(id: string): string | null {
    return this.styles.get(id)?.numId ?? null;
  }

  private chain(id: string | null): Style[] {
    return this.namesOf(id).flatMap((name) => this.styles.get(name) ?? []);
  }
}
