/** Countries by code and by name, in three languages and in the words of the common event data sets. */
import iso from 'i18n-iso-countries/index.js';
import arabic from 'i18n-iso-countries/langs/ar.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import { LANGUAGES, type Language } from '../vocabulary/codes.ts';
import { ALIASES, HISTORICAL, SHOWN, UNNUMBERED } from './country-aliases.ts';
import { foldName } from './names.ts';

for (const locale of [english, french, arabic]) iso.registerLocale(locale);

/** The code in common use; the ISO package's own for Kosovo (XKK) is used by no data set. */
const KOSOVO = 'XKX';
const fromIso = (code: string | undefined) => (code === 'XKK' ? KOSOVO : code);
const toIso = (code: string) => (code === KOSOVO ? 'XKK' : code);

/** Every code, ISO 3166-1 alpha-3 and Kosovo's XKX. */
export const ISO3_CODES: readonly string[] = Object.keys(iso.getAlpha3Codes()).map((code) => fromIso(code) ?? code);

const byName = new Map<string, string>();
for (const language of LANGUAGES) {
  for (const [code, names] of Object.entries(iso.getNames(language, { select: 'all' }))) {
    const iso3 = fromIso(iso.alpha2ToAlpha3(code));
    for (const name of names) if (iso3) byName.set(foldName(name), iso3);
  }
  for (const [iso3, name] of Object.entries(SHOWN[language] ?? {})) byName.set(foldName(name), iso3);
}
for (const [iso3, names] of Object.entries(ALIASES)) for (const name of names) byName.set(foldName(name), iso3);
const historical = new Set(HISTORICAL.map(foldName));

/**
 * The ISO 3166-1 alpha-3 code for a country's name in English, French or Arabic, or a code itself; `null` when it is
 * none that we know (see `isHistoricalName`). Knows older names in parentheses: `Myanmar (Burma)`.
 */
export function iso3FromName(name: string): string | null {
  const text = name
    .trim()
    .replace(/\bSt\.(?=\s)/g, 'Saint')
    .replace(/\bIs\.$/, 'Islands');
  if (/^[A-Z]{3}$/.test(text) && nameFromIso3(text, 'en') !== null) return text;
  const folded = foldName(text);
  if (historical.has(folded)) return null;
  const withoutParentheses = foldName(text.replace(/\([^)]*\)/g, ' '));
  const turned = foldName(text.replace(/^([^,]+),\s*(.+)$/, '$2 $1')); // Korea, Republic of
  return byName.get(folded) ?? byName.get(withoutParentheses) ?? byName.get(turned) ?? null;
}

/** Whether this names a state of the past that no code of today stands for, such as the Soviet Union. */
export function isHistoricalName(name: string): boolean {
  return historical.has(foldName(name));
}

/** A country's name in one of the house's languages; `null` for what is no code. */
export function nameFromIso3(iso3: string, language: Language): string | null {
  return SHOWN[language]?.[iso3] ?? iso.getName(toIso(iso3), language) ?? null;
}

/** From two letters (GeoNames) to three. */
export function iso3FromIso2(iso2: string): string | null {
  return fromIso(iso.alpha2ToAlpha3(iso2.toUpperCase())) ?? null;
}

/** The code of a shape of the world atlas: by its ISO number or, lacking one, by its name after UN usage. */
export function iso3FromAtlas(id: string | number | undefined, name: string): string | null {
  if (id === undefined) return Object.hasOwn(UNNUMBERED, name) ? (UNNUMBERED[name] ?? null) : null;
  return fromIso(iso.numericToAlpha3(id)) ?? null;
}
