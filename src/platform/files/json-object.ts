/**
 * The members of a JSON object as exact text. `JSON.parse` alone would change what it reads: 12345678901234567890
 * loses its last digits, 1.10 becomes 1.1, and of a name that stands there twice only the last is left.
 */
export interface Members {
  /** Exact text by name: strings unescaped, numbers and nested values as they stand in the file, null as ''. */
  cells: Record<string, string>;
  /** Parsed values by name. */
  values: Record<string, unknown>;
}

const MAX_DEPTH = 100;

/**
 * @param text one JSON value.
 * @returns its members, or why it has none, as the end of a sentence.
 */
export function readMembers(text: string): Members | string {
  if (tooDeep(text)) return `is nested more than ${MAX_DEPTH} levels deep`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not valid JSON';
  }
  if (!isObject(value)) return 'is not an object with names and values';
  const cells: Record<string, string> = {};
  for (const [name, from, to] of memberSpans(text)) {
    if (name === '' || name === '__proto__') return `has a member called “${name}”, which cannot be used`;
    if (Object.hasOwn(cells, name)) return `names “${name}” twice`;
    cells[name] = cellText(value[name], text, from, to);
  }
  return { cells, values: value };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellText(value: unknown, text: string, from: number, to: number): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : text.slice(from, to);
}

/** Name and span of each member of an object's text, which must be valid JSON. */
function* memberSpans(text: string): Generator<[string, number, number]> {
  let at = text.indexOf('{') + 1;
  for (;;) {
    const nameFrom = text.indexOf('"', at);
    if (nameFrom < 0) return;
    const nameTo = stringEnd(text, nameFrom);
    const name = text.slice(nameFrom + 1, nameTo - 1);
    const from = skipBlanks(text, text.indexOf(':', nameTo) + 1);
    const to = valueEnd(text, from);
    yield [name.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name, from, to];
    at = skipBlanks(text, to) + 1;
    if (text[at - 1] === '}') return;
  }
}

function valueEnd(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return stringEnd(text, from);
  if (first !== '{' && first !== '[') {
    let at = from;
    while (/[\w+.-]/.test(text.charAt(at))) at++;
    return at;
  }
  let depth = 0;
  for (let at = from; ; ) {
    const character = text[at];
    if (character === '"') {
      at = stringEnd(text, at);
      continue;
    }
    at++;
    if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at;
  }
}

function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}

/** Counted beforehand, so that no code that descends into the value can run out of stack. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at++;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    } else if (character === '{' || character === '[') {
      if (++depth > MAX_DEPTH) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}
