/**
 * One catalogue of errors: a stable code, a category, a sentence for a person in three languages.
 * Sentences never hold the content of a record; `{x}` takes a detail that the thrower vouches for.
 */
import type { Language } from '../vocabulary/codes.ts';
import catalogue from './errors.json' with { type: 'json' };

export type ErrorCode = keyof typeof catalogue;
export type ErrorCategory =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'too_much'
  | 'unavailable'
  | 'internal';

/** An error a person can be told. Everything else becomes `internal`. */
export class KingaError extends Error {
  readonly code: ErrorCode;
  readonly category: ErrorCategory;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(sentence(code, 'en', details), options);
    this.name = 'KingaError';
    this.code = code;
    this.category = catalogue[code].category as ErrorCategory;
    this.details = details;
  }

  /** The sentence in a person's language. */
  in(language: Language): string {
    return sentence(this.code, language, this.details);
  }
}

function sentence(code: ErrorCode, language: Language, details: Record<string, string | number>): string {
  return catalogue[code][language].replaceAll(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? '–'));
}
