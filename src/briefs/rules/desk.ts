/** What every section works with: the facts, the words, the numbers, and how areas are called. */
import type { Language } from '../../vocabulary/codes.ts';
import type { Block, Part, Template } from '../contract.ts';
import type { Facts } from './facts.ts';
import { type Counter, counter } from './numbers.ts';
import { type Speech, speech, type WordKey } from './say.ts';
import type { Areas } from './telling.ts';

export interface Desk<F extends Facts = Facts> {
  facts: F;
  template: Template;
  speech: Speech;
  counter: Counter;
  areas: Areas;
}

export function desk<F extends Facts>(facts: F, template: Template, language: Language): Desk<F> {
  const all = new Map(facts.ground.areas.map((a) => [a.code, a]));
  return {
    ...{ facts, template, speech: speech(language), counter: counter(speech(language), facts.asOf.seq) },
    areas: {
      name: (code, name = code) => {
        const found = code === null ? undefined : all.get(code);
        return found ? (found.names[language] ?? found.name) : name;
      },
      known: (code) => {
        const found = all.get(code);
        return found ? [found.name, ...Object.values(found.names)] : [];
      },
    },
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
