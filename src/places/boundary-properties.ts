/**
 * What the properties of a boundary file's feature mean: OCHA common operational data sets (old and new columns),
 * geoBoundaries, GADM, Natural Earth, and plain `id` and `name`.
 */
import type { AdminLevel } from './area.ts';

export interface Described {
  level: AdminLevel | null;
  code: string | null;
  name: string | null;
  names: Record<string, string>;
  parentCode: string | null;
}

const LEVELS: readonly AdminLevel[] = [3, 2, 1, 0];

/** `#` is the level, `@` a language of two letters. */
const LEVEL_CODES = ['adm#_pcode', 'admin#pcode', 'gid_#', 'adm#_code', 'adm#code'];
const LEVEL_NAMES = ['adm#_name', 'admin#name', 'name_#', 'adm#name', 'adm#'];
const LEVEL_NAMES_BY_LANGUAGE = ['adm#_@', 'adm#_name_@', 'admin#name_@', 'admin#na_@'];
const COUNTRY_CODES = ['iso_a3', 'adm0_a3', 'iso3', 'iso_3', 'shapegroup'];
const CODES = ['pcode', 'shapeid', 'iso_3166_2', 'hasc', 'code', 'id'];
const NAMES = ['shapename', 'name', 'nom', 'nombre', 'label'];

type Properties = Map<string, string>;

/** JSON may hold what no database stores: NUL and halves of characters. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD').trim();

/** Texts and numbers by lower-cased name; empty ones count as absent. */
function textsOf(properties: Readonly<Record<string, unknown>> | null): Properties {
  const texts = Object.entries(properties ?? {}).flatMap(([key, value]) => {
    const text = typeof value === 'string' || typeof value === 'number' ? storable(String(value)) : '';
    return text === '' || text === '-99' ? [] : [[key.toLowerCase(), text] as const]; // Natural Earth's "none"
  });
  return new Map(texts);
}

const first = (texts: Properties, keys: readonly string[]) => {
  for (const key of keys) {
    const text = texts.get(key);
    if (text !== undefined) return text;
  }
  return null;
};
const at = (keys: readonly string[], level: AdminLevel) => keys.map((key) => key.replace('#', String(level)));

const codeAt = (texts: Properties, level: AdminLevel) =>
  first(texts, level === 0 ? [...at(LEVEL_CODES, 0), ...COUNTRY_CODES] : at(LEVEL_CODES, level));

function namesByLanguage(texts: Properties, patterns: readonly string[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const pattern of patterns) {
    const [before = '', after = ''] = pattern.split('@');
    for (const [key, text] of texts) {
      const language = key.slice(before.length, key.length - after.length);
      if (key === before + language + after && /^[a-z]{2}$/.test(language) && language !== 'id')
        names[language] ??= text;
    }
  }
  return names;
}

function levelOf(texts: Properties): AdminLevel | null {
  const said = /^(?:adm)?([0-3])$/i.exec(first(texts, ['shapetype', 'adm_level', 'level']) ?? '')?.[1];
  if (said !== undefined) return LEVELS.find((level) => level === Number(said)) ?? null;
  const named = (level: AdminLevel) =>
    first(texts, [...at(LEVEL_CODES, level), ...at(LEVEL_NAMES, level)]) !== null ||
    Object.keys(namesByLanguage(texts, at(LEVEL_NAMES_BY_LANGUAGE, level))).length > 0;
  const deepest = LEVELS.find(named);
  if (deepest !== undefined && deepest > 0) return deepest;
  // Files of lower levels name the country too; only one that has no code of its own is about countries.
  return first(texts, CODES) === null && codeAt(texts, 0) !== null ? 0 : null;
}

/** Reads level, code, names and parent of one feature; what the properties do not say is `null`. */
export function describeFeature(
  properties: Readonly<Record<string, unknown>> | null,
  id: string | number | undefined,
  forcedLevel: AdminLevel | null,
): Described {
  const texts = textsOf(properties);
  const level = forcedLevel ?? levelOf(texts);
  const own = level === null ? [] : at(LEVEL_NAMES, level);
  const names = {
    ...namesByLanguage(texts, ['name_@']),
    ...namesByLanguage(texts, level === null ? [] : at(LEVEL_NAMES_BY_LANGUAGE, level)),
  };
  const name = first(texts, [...own, ...NAMES]) ?? names.en ?? names.fr ?? Object.values(names)[0] ?? null;
  const generic = first(texts, CODES) ?? (storable(String(id ?? '')) || null);
  const code = (level === null ? null : codeAt(texts, level)) ?? generic;
  const above = LEVELS.filter((l) => level !== null && l < level);
  const parentCode = above.map((l) => codeAt(texts, l)).find((c) => c !== null) ?? null;
  return { level, code, name, names, parentCode };
}
