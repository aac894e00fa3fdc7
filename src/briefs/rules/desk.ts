/** What every section works with: the facts, the words, the numbers, and how areas are called. */
import type { Language } from '../../vocabulary/codes.ts';
import type { Block, Part, Template } from '../contract.ts';
import type { Facts } from './facts.ts';
import { type Counter, counter } from './numbers.ts';
import { type Speech, speech, type WordKey } from './say.ts';

export interface Desk<F extends Facts = Facts> {
  facts: F;
  template: Template;
  speech: Speech;
  counter: Counter;
  /** An area's name in the paper's language; a code without an area comes back as the record has it. */
  area(code: string | null, name?: string | null): string | null;
}

export function desk<F extends Facts>(facts: F, template: Template, language: Language): Desk<F> {
  const names = new Map(facts.ground.areas.map((a) => [a.code, a.names[language] ?? a.name]));
  return {
    facts,
    template,
    speech: speech(language),
    counter: counter(speech(language), facts.asOf.seq),
    area: (code, name = code) => (code !== null ? (names.get(code) ?? name) : name),
  };
}

export const heading = ({ speech: s }: Desk, key: string): Block => ({
  ...{ type: 'heading', id: `heading.${key}` },
  text: s.word(`heading.${key}` as WordKey),
});

export const paragraph = (id: string, parts: readonly Part[], style: 'lead' | 'body' | 'item' = 'body'): Block => ({
  ...{ type: 'paragraph', id, style, parts: [...parts], editable: true, edited: false },
});

export const note = (id: string, parts: readonly Part[]): Block => ({ type: 'note', id, parts: [...parts] });
