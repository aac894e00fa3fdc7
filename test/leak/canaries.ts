/**
 * Canaries: words that stand nowhere else, each with an answer to "who may see it". The answer is written from what was
 * planted, never asked of the code under test.
 */
import { z } from 'zod';
import type { Watcher } from './watchers.ts';

export interface Canary {
  word: string;
  /** Where it was planted, for the sentence about a leak. */
  what: string;
  sees(watcher: Watcher): boolean;
}

export interface Canaries {
  plant(what: string, sees: Canary['sees']): string;
  /** Those that stand in a text. */
  in(text: string): Canary[];
  all(): Canary[];
}

/** All of one length, so that none is part of another; letters and digits, so that no search cuts or bends them. */
const WORD = /zq[0-9a-z]{6}q/g;

export function makeCanaries(): Canaries {
  const kept = new Map<string, Canary>();
  return {
    plant(what, sees) {
      const word = `zq${kept.size.toString(36).padStart(6, '0')}q`;
      kept.set(word, { word, what, sees });
      return word;
    },
    in: (text) => [...new Set(text.toLowerCase().match(WORD))].flatMap((word) => kept.get(word) ?? []),
    all: () => [...kept.values()],
  };
}

type Schema = z.core.JSONSchema.BaseSchema;

/** Too short for a word of ours, or bound to a form that it does not have. */
const plantable = (schema: Schema): boolean =>
  !schema.format && !schema.pattern && (schema.maxLength ?? Number.POSITIVE_INFINITY) >= 9;

/**
 * A value of a shape with a canary in every text in it, so that a field which is added tomorrow is planted tomorrow.
 * @param plant is given the field's path; @param skipped is told of texts that cannot hold a canary
 */
export function planted(shape: z.ZodType, plant: (path: string) => string, skipped: (path: string) => void): unknown {
  const build = (schema: Schema, path: string): unknown => {
    const options = schema.anyOf ?? schema.oneOf;
    if (options) return build(options.find((option) => (option as Schema).type !== 'null') as Schema, path);
    if (schema.enum) return schema.enum[0];
    switch (schema.type) {
      case 'object':
        return Object.fromEntries(
          entries(schema, path, plant).map(([name, of]) => [name, build(of, `${path}.${name}`)]),
        );
      case 'array':
        return (schema.prefixItems ?? [schema.items]).map((item) => build(item as Schema, `${path}[]`));
      case 'string':
        if (schema.format === 'date') return '2031-02-20';
        if (schema.format === 'date-time') return '2031-02-20T12:00:00Z';
        if (schema.format === 'uuid') return crypto.randomUUID();
        if (plantable(schema)) return plant(path);
        skipped(path);
        return '';
      case 'boolean':
        return false;
      default:
        return Math.max(schema.minimum ?? 1, 1);
    }
  };
  return build(z.toJSONSchema(shape, { io: 'input' }), '');
}

function entries(schema: Schema, path: string, plant: (path: string) => string): [string, Schema][] {
  const named = Object.entries(schema.properties ?? {}) as [string, Schema][];
  const free = schema.additionalProperties;
  if (typeof free !== 'object') return named;
  const keys = (schema.propertyNames as Schema | undefined)?.enum;
  return [...named, [String(keys?.[0] ?? plant(`${path} (name)`)), free as Schema]];
}
