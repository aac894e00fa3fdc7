/** What documents hold beside words, taken out; what only looks different made one. */

const LIGATURES: Readonly<Record<string, string>> = {
  ...{
    '\ufb00': 'ff',
    '\ufb01': 'fi',
    '\ufb02': 'fl',
    '\ufb03': 'ffi',
    '\ufb04': 'ffl',
    '\ufb05': 'st',
    '\ufb06': 'st',
  },
};

/** @returns the text with plain spaces, whole letters instead of ligatures, and nothing that cannot be seen */
export function clean(text: string): string {
  return (
    text
      .replace(/[\ufb00-\ufb06]/g, (one) => LIGATURES[one] as string)
      .replace(/[\u2028\u2029]/g, '\n')
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g, '')
      .toWellFormed()
  );
}

/** @returns the text without blank lines before and behind, and without spaces at the ends of its lines */
export function trimmed(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const from = lines.findIndex((line) => line !== '');
  return lines.slice(from, lines.findLastIndex((line) => line !== '') + 1).join('\n');
}

/** @returns `1 picture`, `2 pictures` */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
