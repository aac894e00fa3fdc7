/** Words side by side; Arabic has a comma and a semicolon of its own. */
const ARABIC = { ',': '،', ';': '؛' } as const;

/** @param language a language, or a locale that begins with one */
export const listed = (language: string, words: readonly unknown[], between: ',' | ';' = ','): string =>
  words.join(`${language.startsWith('ar') ? ARABIC[between] : between} `);
