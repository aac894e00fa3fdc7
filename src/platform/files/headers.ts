/** Headings as a table has them, made into different, non-empty names; and the HXL hashtags beside them. */

/** Columns that a file of refused rows has beside the original ones. `openFile` leaves them out. */
export const REFUSED_COLUMNS = ['kinga_row', 'kinga_reason', 'kinga_raw'] as const;

const HASHTAG = /^\s*#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*\s*$/i;

/** A row of HXL hashtags: at least one, and nothing else in it. */
export function isHashtagRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => HASHTAG.test(cell));
}

/** `#geo +lat` → `#geo+lat`. */
export function tidyHashtag(cell: string): string {
  return cell.replaceAll(/\s+/g, '').toLowerCase();
}

/**
 * Names for the columns, in order, each different and none empty.
 * @returns the names, and a sentence for each one that had to be changed.
 */
export function nameHeaders(cells: readonly string[]): { headers: string[]; notes: string[] } {
  const notes: string[] = [];
  const taken = new Set<string>();
  const given = new Set(cells.map((cell) => cell.trim()));
  const headers = cells.map((cell, index) => {
    const text = cell.trim();
    const name = freeName(text, index, taken, given);
    if (text === '') notes.push(`Column ${index + 1} has no heading; it is called “${name}”.`);
    else if (name !== text) {
      notes.push(
        taken.has(text)
          ? `The heading “${text}” stands there twice; column ${index + 1} is called “${name}”.`
          : `The heading “${text}” cannot be used; column ${index + 1} is called “${name}”.`,
      );
    }
    taken.add(name);
    return name;
  });
  return { headers, notes };
}

/** `__proto__` is no name for a field of a JavaScript object: what is put there vanishes. */
function isUsableName(name: string): boolean {
  return name !== '' && name !== '__proto__';
}

function freeName(text: string, index: number, taken: Set<string>, given: Set<string>): string {
  if (isUsableName(text) && !taken.has(text)) return text;
  const base = text === '' ? `column ${index + 1}` : text;
  if (text === '' && !given.has(base)) return base;
  for (let n = 2; ; n++) {
    const name = `${base} (${n})`;
    if (!taken.has(name) && !given.has(name)) return name;
  }
}
