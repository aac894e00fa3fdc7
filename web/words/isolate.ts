/**
 * A name inside a sentence keeps its own direction and leaves the sentence's alone: without this, a Latin name turns an
 * Arabic line inside out. The marks are Unicode's (first strong isolate, pop directional isolate).
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
